import type { FunctionSpec } from "../../catalog";
import { postMessages, toPerson } from "./requests";
import { sentAnswer } from "./shapes";

export const to = {
  name: "to",
  type: "string",
  required: true,
  description: "Phone number of the recipient: country code and number, digits only, without `+`.",
  missing: 'Recipient "to" is required.',
  example: '"15551234567"',
} as const;

/** Sends text to one person. */
export const sendMessage: FunctionSpec = {
  name: "send_message",
  kind: "write",
  icon: "ph:paper-plane-tilt",
  summary: "Sends a text message to one person who wrote to you within the last 24 hours.",
  description: [
    "Free text is for answering: WhatsApp delivers it only while the customer service window is open, that is, for 24 hours after the person last wrote to you or called you. To start a conversation, or to pick up an old one, use `send_template`.",
    "The answer says that the message was accepted, not that it arrived. Keep `messages[1].id`: it is how you recognise the message later.",
  ].join("\n\n"),
  parameters: [
    to,
    {
      name: "body",
      type: "string",
      required: true,
      description: "The text, at most 4096 characters. WhatsApp formats `*bold*`, `_italic_` and `~struck~`.",
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
    "**A closed window does not show in the answer.** Outside the 24 hours Meta still answers with a message ID; the refusal, code 131047, comes a moment later as a status. The simulator does the same: ask `get_message` for the status. Live, statuses go to your webhook only.",
    "**Numbers without `+`.** Digits with the country code in front work, and Meta's own examples write them so. Its rules also say that a number without `+` may be taken as a national one and get the country code of your business number; `+15551234567` leaves no doubt and is accepted as well. The simulator takes digits that make an international number as one; what is shorter gets the country code of the business number, and the call's row says so.",
    "**Test numbers** reach only the (at most five) recipients you have confirmed in the App Dashboard; others end in code 131030.",
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
      title: "Read the recipient's WhatsApp ID",
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
