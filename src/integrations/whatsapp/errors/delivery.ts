import type { ErrorRow } from "./error-row";

const delivery = { status: 400, shows: "status", page: "errors" } as const;

/** Why a message that was accepted does not arrive. */
export const deliveryErrors = [
  {
    ...delivery,
    code: 130403,
    title: "Business blocked the user",
    details: "Message failed to send because the business has blocked this user. Unblock the user first.",
    cause: "The business has blocked this person.",
    remedy: "Unblock them before writing.",
    retry: "after a change",
  },
  {
    ...delivery,
    code: 130472,
    title: "User's number is part of an experiment",
    details: "Failed to send message because this user's phone number is part of an experiment",
    cause: "Meta keeps marketing messages from this person as part of an experiment.",
    remedy: "Do not send it again; reach the person another way.",
    retry: "no",
  },
  {
    ...delivery,
    code: 130497,
    title: "Business account is restricted from messaging users in this country",
    status: 403,
    details: "The business account may not message users in this country.",
    shows: "either",
    cause: "The business may not write to people in this country.",
    remedy: "Leave out recipients of that country; Meta's business policy lists what is allowed where.",
    retry: "no",
  },
  {
    ...delivery,
    code: 131026,
    title: "Message undeliverable",
    details: "Message Undeliverable.",
    shows: "either",
    cause:
      "The person cannot get it: the number has no WhatsApp, or its owner has blocked the business, not accepted the newest terms, or uses too old an app.",
    remedy: "Check the number, and reach the person another way.",
    retry: "no",
  },
  {
    ...delivery,
    code: 131047,
    title: "Re-engagement message",
    details:
      "Message failed to send because more than 24 hours have passed since the customer last replied to this number.",
    shows: "either",
    cause:
      "More than 24 hours have passed since the person last wrote, so the customer service window is closed.",
    remedy: "Send a template instead of text.",
    retry: "after a change",
    page: "templates",
  },
  {
    ...delivery,
    code: 131049,
    title: "This message was not delivered to maintain healthy ecosystem engagement.",
    details: "In order to maintain a healthy ecosystem engagement, the message failed to be delivered.",
    cause: "The person already gets as many marketing messages as Meta lets through, or is in the US.",
    remedy: "Wait at least 24 hours before trying this person again, and do not just repeat it.",
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
    cause: "The person has opted out of your marketing messages.",
    remedy: "Take them off your list.",
    retry: "no",
  },
] as const satisfies readonly ErrorRow[];
