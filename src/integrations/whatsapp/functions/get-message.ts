import type { FunctionSpec } from "../../catalog";
import { shape } from "../../shape";
import { get, text } from "./requests";

const { string, optional, oneOf, object } = shape;

const errors = shape.list(
  object({
    code: shape.integer("Error code; the page `errors` lists them."),
    title: string("Short text of the code."),
    message: optional(string("The same text again.")),
    error_data: optional(object({ details: string("What happened to this message.") })),
    href: optional(string("Meta's page on error codes.")),
  }),
  "Why a message failed; only when `message_status` is `failed`.",
);

const pricing = object(
  {
    billable: shape.boolean(),
    pricing_model: oneOf(["PMP", "CBP"]),
    type: optional(oneOf(["regular", "free_customer_service", "free_entry_point"])),
    category: oneOf(["authentication", "marketing", "utility", "service", "referral_conversion"]),
  },
  "What the message counts as, once it was sent.",
);

const timestamps = object(
  {
    accepted: optional(string()),
    sent: optional(string()),
    delivered: optional(string()),
    read: optional(string()),
    failed: optional(string()),
  },
  "When it reached each step so far: Unix seconds, as strings.",
);

const message = object({
  id: string("The message ID you asked for."),
  message_status: oneOf(
    ["accepted", "held_for_quality_assessment", "sent", "delivered", "read", "failed"],
    "How far the message got.",
  ),
  timestamp: optional(string("When it got there: Unix seconds, as a string.")),
  timestamps: optional(timestamps),
  from: optional(string("Number that sent it, digits only.")),
  to: string("Recipient, digits only."),
  type: oneOf(["text", "template"]),
  text: optional(object({ body: string(), preview_url: optional(shape.boolean()) }, "Of a text message.")),
  template: optional(
    object({ name: string(), language: object({ code: string() }) }, "Of a template message."),
  ),
  pricing: optional(pricing),
  errors: optional(errors),
});

/** Looks a message up by its ID. */
export const getMessage: FunctionSpec = {
  name: "get_message",
  kind: "read",
  icon: "ph:chat-circle-text",
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
  answer: object({
    messaging_product: oneOf(["whatsapp"]),
    messages: shape.list(message, "The message, one entry."),
  }),
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
