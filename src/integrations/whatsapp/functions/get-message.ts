import type { FunctionSpec } from "../../catalog";
import { shape } from "../../shape";
import { get, text } from "./requests";

const { string, optional, oneOf, object } = shape;

const errors = shape.list(
  object({
    code: shape.integer("Error code. The page `errors` lists them."),
    title: string("Short description of the code."),
    message: optional(string("Same as `title`.")),
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
  "The message's pricing category, once sent.",
);

const timestamps = object(
  {
    accepted: optional(string()),
    sent: optional(string()),
    delivered: optional(string()),
    read: optional(string()),
    failed: optional(string()),
  },
  "When it reached each status: Unix seconds, as strings.",
);

const message = object({
  id: string("The message ID you passed."),
  message_status: oneOf(
    ["accepted", "held_for_quality_assessment", "sent", "delivered", "read", "failed"],
    "The latest status.",
  ),
  timestamp: optional(string("When it reached that status: Unix seconds, as a string.")),
  timestamps: optional(timestamps),
  from: optional(string("Sending number, digits only.")),
  to: string("Recipient, digits only."),
  type: oneOf(["text", "template"]),
  text: optional(object({ body: string(), preview_url: optional(shape.boolean()) }, "Text messages only.")),
  template: optional(
    object({ name: string(), language: object({ code: string() }) }, "Template messages only."),
  ),
  pricing: optional(pricing),
  errors: optional(errors),
});

/** Looks up a message by its ID. */
export const getMessage: FunctionSpec = {
  name: "get_message",
  kind: "read",
  icon: "ph:chat-circle-text",
  summary: "Looks up a message by ID: its status, times and content.",
  description: [
    "A message is `accepted`, then `sent`, `delivered` and `read`, or `failed`. It can skip a status: `read` may follow `sent` directly, and messages to people who hide read receipts stay `delivered`.",
    "If it failed, `errors[1].code` says why. The page `errors` lists the codes.",
  ].join("\n\n"),
  parameters: [
    {
      name: "message_id",
      type: "string",
      required: true,
      description: "The `messages[1].id` a send function returned.",
      missing: "message_id is required.",
      example: '"wamid.HBgLMTU1NTEyMzQ1NjcVAgARGBI1QUI2"',
    },
  ],
  answer: object({
    messaging_product: oneOf(["whatsapp"]),
    messages: shape.list(message, "The message (one entry)."),
  }),
  notes: [
    "**Simulator only.** Meta's API can't look up messages. In live mode the request is sent anyway and fails with Meta's error, code 100 with subcode 33: `Unsupported get request. Object with ID 'wamid.…' does not exist …`. In production, statuses arrive at a webhook, which a browser can't receive.",
    "**`message_status` means something else after sending.** `send_template` returns `accepted` or `held_for_quality_assessment`: what Meta did with the request. Here it's the message's latest status.",
  ],
  examples: [
    {
      title: "Send, then check the status",
      code: `local whatsapp = app.integrations.whatsapp
local sent = whatsapp.send_message({ to = "15551234567", body = "Is this thing on?" })

local result = whatsapp.get_message({ message_id = sent.messages[1].id })
local message = result.messages[1]

print(message.type .. " to " .. message.to .. " is " .. message.message_status)
`,
    },
    {
      title: "An unknown message",
      code: `local ok, problem = pcall(app.integrations.whatsapp.get_message, { message_id = "wamid.unknown" })

print(ok, problem)
`,
    },
  ],
  request(args, account) {
    return get(account, [text(args, "message_id") ?? ""]);
  },
};
