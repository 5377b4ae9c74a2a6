import type { ErrorCode } from "./error-code";

const delivery = { shows: "status", page: "errors" } as const;

/** Why a message that was accepted does not arrive. */
export const deliveryErrors: readonly ErrorCode[] = [
  {
    ...delivery,
    code: 130403,
    title: "Blocked by the business",
    cause: "The business has blocked this person.",
    remedy: "Unblock them before writing.",
    retry: "after a change",
  },
  {
    ...delivery,
    code: 130472,
    title: "Part of an experiment",
    cause: "Meta keeps marketing messages from this person as part of an experiment.",
    remedy: "Do not send it again; reach the person another way.",
    retry: "no",
  },
  {
    ...delivery,
    code: 130497,
    title: "Country restricted",
    shows: "either",
    cause: "The business may not write to people in this country.",
    remedy: "Leave out recipients of that country; Meta's business policy lists what is allowed where.",
    retry: "no",
  },
  {
    ...delivery,
    code: 131026,
    title: "Message undeliverable",
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
    title: "Meta chose not to deliver",
    cause: "The person already gets as many marketing messages as Meta lets through, or is in the US.",
    remedy: "Wait at least 24 hours before trying this person again, and do not just repeat it.",
    retry: "later",
    page: "limits",
  },
  {
    ...delivery,
    code: 131050,
    title: "Stopped marketing messages",
    cause: "The person has opted out of your marketing messages.",
    remedy: "Take them off your list.",
    retry: "no",
  },
];
