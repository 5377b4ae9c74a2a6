import type { ErrorCode } from "./error-code";

const load = { shows: "answer", retry: "later", page: "limits" } as const;

/** Limits that were hit, and trouble on Meta's side. */
export const loadErrors: readonly ErrorCode[] = [
  {
    ...load,
    code: 1,
    title: "API unknown",
    cause: "Meta could not handle the request: it is malformed, or something failed on their side.",
    remedy: "Compare it with the docs; if it is right, try again later.",
    page: "errors",
  },
  {
    ...load,
    code: 2,
    title: "API service",
    cause: "Meta's service is overloaded or down for a moment.",
    remedy: "Try again in a few minutes.",
    page: "errors",
  },
  {
    ...load,
    code: 4,
    title: "Too many calls",
    cause: "The app has made more calls than it may in this hour.",
    remedy: "Make fewer calls, and try again later.",
  },
  {
    ...load,
    code: 17,
    title: "User request limit",
    cause: "The person behind the token has made more calls than they may.",
    remedy: "Make fewer calls, and try again later.",
  },
  {
    ...load,
    code: 80007,
    title: "Rate limit of the business account",
    cause: "The WhatsApp Business Account has made more management calls than it may in this hour.",
    remedy: "Read templates once and keep them, instead of asking for each message.",
  },
  {
    ...load,
    code: 130429,
    title: "Throughput reached",
    cause: "The number sends more messages a second than it may (80 by default).",
    remedy: "Send more slowly, and try again in a few seconds.",
  },
  {
    ...load,
    code: 131056,
    title: "Pair rate limit hit",
    cause: "Too many messages went from this number to the same person in a short time.",
    remedy: "Wait 4 seconds, then 16, then 64, before trying this person again; others are not affected.",
  },
  {
    ...load,
    code: 131057,
    title: "Maintenance mode",
    cause: "The business account is being upgraded, which takes a minute at most.",
    remedy: "Try again in a minute.",
  },
  {
    ...load,
    code: 131048,
    title: "Spam rate limit hit",
    shows: "status",
    cause:
      "The number may not reach more people for now: the portfolio's messaging limit is used up, or too many people blocked or reported its messages.",
    remedy:
      "Look at limit and quality in WhatsApp Manager; people who wrote to you within 24 hours do not count.",
  },
  {
    ...load,
    code: 131064,
    title: "Messaging limit lowered",
    shows: "either",
    cause: "The messaging limit was lowered, since templates were put into the wrong category too often.",
    remedy: "Look at the categories of your templates in WhatsApp Manager.",
  },
  {
    ...load,
    code: 131000,
    title: "Something went wrong",
    shows: "either",
    cause: "An error on Meta's side that they do not explain.",
    remedy: "Try again; if it stays, ask Meta's support with the fbtrace_id of the answer.",
    page: "errors",
  },
  {
    ...load,
    code: 131016,
    title: "Service unavailable",
    shows: "either",
    cause: "A part of Meta's service is down for a moment.",
    remedy: "Try again in a few minutes.",
    page: "errors",
  },
  {
    ...load,
    code: 133004,
    title: "Server unavailable",
    cause: "Meta's server is not available for a moment.",
    remedy: "Try again in a few minutes.",
    page: "errors",
  },
];
