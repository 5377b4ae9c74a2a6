import type { ErrorRow } from "./error-row";

const delivery = { status: 400, shows: "status", page: "errors" } as const;

/** Why a message that was accepted does not arrive. */
export const deliveryErrors = [
  {
    ...delivery,
    code: 130403,
    title: "Business blocked the user",
    details: "Message failed to send because the business has blocked this user. Unblock the user first.",
    cause: "The business blocked this person.",
    remedy: "Unblock them first.",
    retry: "after a change",
  },
  {
    ...delivery,
    code: 130472,
    title: "User's number is part of an experiment",
    details: "Failed to send message because this user's phone number is part of an experiment",
    cause: "Meta withholds marketing messages from this person as part of an experiment.",
    remedy: "Don't resend. Contact the person another way.",
    retry: "no",
  },
  {
    ...delivery,
    code: 130497,
    title: "Business account is restricted from messaging users in this country",
    status: 403,
    details: "The business account may not message users in this country.",
    shows: "either",
    cause: "The business isn't allowed to message people in this country.",
    remedy: "Skip recipients in that country. Meta's business policy lists the rules by country.",
    retry: "no",
  },
  {
    ...delivery,
    code: 131026,
    title: "Message undeliverable",
    details: "Message Undeliverable.",
    shows: "either",
    cause:
      "The number has no WhatsApp, or its owner blocked the business, hasn't accepted the latest terms, or uses an outdated app.",
    remedy: "Check the number, or contact the person another way.",
    retry: "no",
  },
  {
    ...delivery,
    code: 131047,
    title: "Re-engagement message",
    details:
      "Message failed to send because more than 24 hours have passed since the customer last replied to this number.",
    shows: "either",
    cause: "The customer service window is closed: more than 24 hours since the person last wrote.",
    remedy: "Send a template instead of text.",
    retry: "after a change",
    page: "templates",
  },
  {
    ...delivery,
    code: 131049,
    title: "This message was not delivered to maintain healthy ecosystem engagement.",
    details: "In order to maintain a healthy ecosystem engagement, the message failed to be delivered.",
    cause: "The person has reached Meta's limit for marketing messages, or is in the US.",
    remedy: "Wait at least 24 hours before you message this person again.",
    retry: "later",
    page: "limits",
  },
  {
    ...delivery,
    code: 131050,
    title:
      "Unable to deliver the message. This recipient has chosen to stop receiving marketing messages on WhatsApp from your business",
    details:
      "Unable to deliver the message. This recipient has chosen to stop receiving marketing messages on WhatsApp from your business",
    cause: "The person opted out of your marketing messages.",
    remedy: "Remove them from your list.",
    retry: "no",
  },
] as const satisfies readonly ErrorRow[];
