import type { Field, FunctionSpec } from "../../catalog";
import { get, text } from "./requests";

const errors: Field = {
  kind: "array",
  optional: true,
  description: "Why a message failed; only when `message_status` is `failed`.",
  items: {
    kind: "object",
    fields: {
      code: { kind: "integer", description: "Error code; the page `errors` lists them." },
      title: { kind: "string", description: "Short text of the code." },
      message: { kind: "string", optional: true, description: "The same text again." },
      error_data: {
        kind: "object",
        optional: true,
        fields: { details: { kind: "string", description: "What happened to this message." } },
      },
      href: { kind: "string", optional: true, description: "Meta's page on error codes." },
    },
  },
};

const pricing: Field = {
  kind: "object",
  optional: true,
  description: "What the message counts as, once it was sent.",
  fields: {
    billable: { kind: "boolean" },
    pricing_model: { kind: "string", values: ["PMP", "CBP"] },
    type: {
      kind: "string",
      optional: true,
      values: ["regular", "free_customer_service", "free_entry_point"],
    },
    category: {
      kind: "string",
      values: ["authentication", "marketing", "utility", "service", "referral_conversion"],
    },
  },
};

/** Looks a message up by its ID. */
export const getMessage: FunctionSpec = {
  name: "get_message",
  kind: "read",
  summary: "Looks up a message by its ID: how far it got, when, and what it says.",
  description: [
    "A message goes through `sent`, `delivered` and `read`, or ends as `failed`; right after sending it is `accepted`. It can skip a step: `read` may follow `sent` directly, and people who hide their read receipts never get beyond `delivered`.",
    "For a failed message, `errors[1].code` says why; the page `errors` lists the codes.",
  ].join("\n\n"),
  parameters: [
    {
      name: "message_id",
      type: "string",
      required: true,
      description: "The `messages[1].id` that a send function answered with.",
      missing: "message_id is required.",
      example: '"wamid.HBgLMTU1NTEyMzQ1NjcVAgARGBI1QUI2"',
    },
  ],
  answer: {
    kind: "object",
    fields: {
      messaging_product: { kind: "string", values: ["whatsapp"] },
      messages: {
        kind: "array",
        description: "The message, one entry.",
        items: {
          kind: "object",
          fields: {
            id: { kind: "string", description: "The message ID you asked for." },
            message_status: {
              kind: "string",
              values: ["accepted", "held_for_quality_assessment", "sent", "delivered", "read", "failed"],
              description: "How far the message got.",
            },
            timestamp: {
              kind: "string",
              optional: true,
              description: "When it got there: Unix seconds, as a string.",
            },
            timestamps: {
              kind: "object",
              optional: true,
              description: "When it reached each step so far: Unix seconds, as strings.",
              fields: {
                accepted: { kind: "string", optional: true },
                sent: { kind: "string", optional: true },
                delivered: { kind: "string", optional: true },
                read: { kind: "string", optional: true },
                failed: { kind: "string", optional: true },
              },
            },
            from: { kind: "string", optional: true, description: "Number that sent it, digits only." },
            to: { kind: "string", description: "Recipient, digits only." },
            type: { kind: "string", values: ["text", "template"] },
            text: {
              kind: "object",
              optional: true,
              description: "Of a text message.",
              fields: { body: { kind: "string" }, preview_url: { kind: "boolean", optional: true } },
            },
            template: {
              kind: "object",
              optional: true,
              description: "Of a template message.",
              fields: {
                name: { kind: "string" },
                language: { kind: "object", fields: { code: { kind: "string" } } },
              },
            },
            pricing,
            errors,
          },
        },
      },
    },
  },
  notes: [
    "**Meta's real API has no such lookup.** The simulator has one, since this namespace promises it. Live, the request is sent all the same and ends in Meta's own refusal, code 100 with subcode 33: `Unsupported get request. Object with ID 'wamid.…' does not exist …`. In real life statuses arrive at a webhook, which a browser cannot receive.",
    "**`message_status` after sending is another thing.** `send_template` answers with `accepted` or `held_for_quality_assessment`: what Meta does with the request. Here the same field says what became of the message.",
  ],
  examples: [
    {
      title: "Send, then look",
      code: `local whatsapp = app.integrations.whatsapp
local sent = whatsapp.send_message({ to = "15551234567", body = "Is this thing on?" })

local result = whatsapp.get_message({ message_id = sent.messages[1].id })
local message = result.messages[1]

print(message.type .. " to " .. message.to .. " is " .. message.message_status)
`,
    },
    {
      title: "A message nobody sent",
      code: `local ok, problem = pcall(app.integrations.whatsapp.get_message, { message_id = "wamid.unknown" })

print(ok, problem)
`,
    },
  ],
  request(args, account) {
    return get(account, [text(args, "message_id") ?? ""]);
  },
};
