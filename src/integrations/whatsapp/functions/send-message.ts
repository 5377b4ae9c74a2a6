import type { FunctionSpec } from "../../catalog";
import { postMessages, toPerson } from "./requests";
import { sentAnswer } from "./shapes";

export const to = {
  name: "to",
  type: "string",
  required: true,
  description: "Recipient's phone number: country code and number, digits only, without `+`.",
  missing: 'Recipient "to" is required.',
  example: '"15551234567"',
} as const;

/** Sends text to one person. */
export const sendMessage: FunctionSpec = {
  name: "send_message",
  kind: "write",
  icon: "ph:paper-plane-tilt",
  summary: "Sends a text message to someone who wrote to you in the last 24 hours.",
  description: [
    "WhatsApp only delivers free text while the customer service window is open: 24 hours from the person's last message or call. To start or resume a conversation, use `send_template`.",
    "The response means accepted, not delivered. Keep `messages[1].id` to identify the message later.",
  ].join("\n\n"),
  parameters: [
    to,
    {
      name: "body",
      type: "string",
      required: true,
      description:
        "Message text, up to 4096 characters. WhatsApp formats `*bold*`, `_italic_` and `~struck~`.",
      maxLength: 4096,
      missing: 'Message "body" is required.',
      example: '"Hello! Your order is on its way."',
    },
    {
      name: "preview_url",
      type: "boolean",
      required: false,
      description: "Show a preview of the first link in the text.",
      default: false,
      example: "true",
    },
  ],
  answer: sentAnswer({}),
  notes: [
    "**The response doesn't show a closed window.** Outside the 24-hour window, Meta still returns a message ID. The failure, code 131047, follows as a status. The simulator does the same: check with `get_message`. In live mode, statuses only go to your webhook.",
    "**Numbers without `+`.** Digits starting with the country code work, as in Meta's examples. Meta may read a number without `+` as national and add your business number's country code; `+15551234567` is unambiguous and also accepted. The simulator reads long enough digits as an international number. It adds the business number's country code to shorter ones, and says so in Calls.",
    "**Test numbers** can only message up to five recipients confirmed in the App Dashboard. Others fail with 131030.",
  ],
  examples: [
    {
      title: "Send text and keep the message ID",
      code: `local result = app.integrations.whatsapp.send_message({
  to = "15551234567",
  body = "Good news: your parcel left our warehouse this morning.",
})

print("Accepted as " .. result.messages[1].id)
`,
    },
    {
      title: "Send a link with its preview",
      code: `app.integrations.whatsapp.send_message({
  to = "15551234567",
  body = "Follow your parcel: https://example.com/track/12345",
  preview_url = true,
})
`,
    },
    {
      title: "Get the recipient's WhatsApp ID",
      code: `local result = app.integrations.whatsapp.send_message({
  to = "+1 555 123-4567",
  body = "Short and simple.",
})

return result.contacts[1].wa_id
`,
    },
  ],
  request(args, account) {
    const preview_url = args.preview_url === true;
    return postMessages(account, {
      ...toPerson(args),
      type: "text",
      text: { preview_url, body: args.body ?? "" },
    });
  },
  preview: () => [
    { label: "To", at: ["to"] },
    { label: "Text", at: ["text", "body"] },
    { label: "Link preview", at: ["text", "preview_url"] },
  ],
};
