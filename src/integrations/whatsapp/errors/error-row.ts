/** How Meta returns an error of the WhatsApp Cloud API. */
export interface ErrorFacts {
  readonly code: number;
  /** Narrows the code. If absent, the row is for every subcode without its own row. */
  readonly subcode?: number;
  /** Meta's words, as in its responses and on its page of error codes. */
  readonly title: string;
  /** HTTP status of the response (Meta's page with its HTTP column, January 2026). */
  readonly status: number;
  /** Meta's type for a missing object. Every other error is an `OAuthException`. */
  readonly type?: "GraphMethodException";
  /** The whole message, if it is not `(#code) title`. */
  readonly message?: string;
  /** The message is the title alone, without `(#code)` in front. */
  readonly plain?: true;
  /** The default `error_data.details`, for causes without their own. Plain Graph errors have no `error_data`. */
  readonly details?: string;
  /** The kind of `WWW-Authenticate` header, which comes with 400 and 401. Default: `invalid_request`. */
  readonly challenge?: "invalid_code" | "invalid_token";
  /** A limit was hit: a world's rules may turn it into a 429. */
  readonly isLimit?: true;
  /** Nothing in a simulated world causes it: only a fault rule does. */
  readonly onlyAsFault?: true;
  /** Where it shows: in the call's response, or later as the status of an accepted message. */
  readonly shows: "response" | "status" | "either";
}

/** The same with what it means, for people. The box is built without `cause` and `remedy`: the simulator sees the facts only. */
export interface ErrorRow extends ErrorFacts {
  /** One sentence. */
  readonly cause: string;
  /** One sentence. */
  readonly remedy: string;
  /** Whether the same call can succeed: later without changes, after a change, or never. */
  readonly retry: "later" | "after a change" | "no";
  /** The docs page with more. */
  readonly page: string;
}
