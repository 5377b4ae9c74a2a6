/** An error of the WhatsApp Cloud API: how Meta answers with it, and what it means. */
export interface ErrorRow {
  readonly code: number;
  /** Narrows the code. Without one, the row is for every subcode that has no row of its own. */
  readonly subcode?: number;
  /** Meta's words, as its answers and its page on errors have them. */
  readonly title: string;
  /** HTTP status of the answer (Meta's page with its HTTP column, January 2026). */
  readonly status: number;
  /** Meta's word for a missing object; every other error is an `OAuthException`. */
  readonly type?: "GraphMethodException";
  /** The whole message, where it is not `(#code) title`. */
  readonly message?: string;
  /** The message is the title alone, without `(#code)` in front. */
  readonly plain?: true;
  /** `error_data.details`, where the cause gives none of its own. Plain Graph errors carry no `error_data`. */
  readonly details?: string;
  /** The kind of the `WWW-Authenticate` header, which comes with 400 and 401; `invalid_request` by default. */
  readonly challenge?: "invalid_code" | "invalid_token";
  /** A limit that was hit: a world's rules may answer it with 429. */
  readonly isLimit?: true;
  /** Nothing in a simulated world causes it: only a fault rule does. */
  readonly onlyAsFault?: true;
  /** Where it shows: in the response of the call, or later as the status of a message that was accepted. */
  readonly shows: "response" | "status" | "either";
  /** One sentence. */
  readonly cause: string;
  /** One sentence. */
  readonly remedy: string;
  /** Whether the same call can succeed: later by itself, after something was changed, or never. */
  readonly retry: "later" | "after a change" | "no";
  /** Docs page to read on. */
  readonly page: string;
}
