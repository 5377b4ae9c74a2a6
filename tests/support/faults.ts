/** How a server can misbehave. Each is a first path segment, so that a case in a browser needs only another base URL. */
export const FAULTS = [
  /** Refuses preflights, and answers only what needs none. */
  "preflight-refused",
  /** Takes the request, then drops the connection without an answer. */
  "cut",
  /** Drops the connection halfway through the answer. */
  "cut-answer",
  /** An HTML page with status 404. */
  "html",
  /** Status 401 with Meta's error object, whose text echoes the token. */
  "unauthorized",
  /** Status 429 with Meta's error object. */
  "rate-limited",
  /** Never answers. */
  "slow",
  /** Status 200 with something that is no JSON. */
  "nonsense",
] as const;

export type Fault = (typeof FAULTS)[number];
