import type { ErrorCode } from "./error-code";

const request = { shows: "answer", retry: "after a change", page: "errors" } as const;

/** What can be wrong with a request, and with whom it is addressed to. */
export const requestErrors: readonly ErrorCode[] = [
  {
    ...request,
    code: 100,
    title: "Invalid parameter",
    cause: "A parameter is missing, misspelt, too long or not known to this call.",
    remedy: "Compare the call with its page in the docs; Meta's message usually names the parameter.",
  },
  {
    ...request,
    code: 100,
    subcode: 33,
    title: "Unsupported request",
    cause: "Nothing with this ID exists, or the token may not see it, or it cannot be asked for this way.",
    remedy: "Check the IDs in the account and that its token may use them.",
    page: "accounts",
  },
  {
    ...request,
    code: 131008,
    title: "Required parameter is missing",
    cause: "Something the message needs is missing or empty, often the text of a template parameter.",
    remedy: "Give every parameter a text that is not empty.",
    page: "templates",
  },
  {
    ...request,
    code: 131009,
    title: "Parameter value is not valid",
    cause: "A value is of the wrong kind, or the phone number does not belong to this business account.",
    remedy: "Check the value Meta names, and the phone number ID in the account.",
  },
  {
    ...request,
    code: 131021,
    title: "Recipient cannot be sender",
    cause: "The message is addressed to the very number that sends it.",
    remedy: "Use another recipient.",
  },
  {
    ...request,
    code: 131062,
    title: "User ID not supported",
    cause: "An authentication template was sent to a business-scoped user ID.",
    remedy: "Send it to the phone number.",
  },
  {
    ...request,
    code: 131030,
    title: "Recipient not in allowed list",
    cause: "A test number may write only to the recipients that were confirmed for it.",
    remedy: "Add the recipient under WhatsApp > API Setup in the App Dashboard, or send from a real number.",
    page: "accounts",
  },
  {
    ...request,
    code: 131051,
    title: "Unsupported message type",
    shows: "either",
    cause: "The recipient or the API cannot handle this kind of message.",
    remedy: "Send a text or a template instead.",
  },
  {
    ...request,
    code: 131053,
    title: "Media upload error",
    shows: "status",
    cause: "Meta could not fetch or use the media of the template's header.",
    remedy: "Check that the link is public, uses https, and leads to a file of the right kind and size.",
    page: "templates",
  },
  {
    ...request,
    code: 131059,
    title: "Invalid cursor",
    cause: "The cursor in after has expired or was never one.",
    remedy: "Start again without after, and do not store cursors.",
    page: "limits",
  },
  {
    ...request,
    code: 135000,
    title: "Generic user error",
    cause: "Meta refused a parameter without saying which.",
    remedy: "Compare the call with its page in the docs.",
  },
];
