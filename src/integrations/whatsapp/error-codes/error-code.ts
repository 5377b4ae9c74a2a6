/** An error of the WhatsApp Cloud API, in plain words. */
export interface ErrorCode {
  readonly code: number;
  /** Narrows the code; absent: any other subcode, or none. */
  readonly subcode?: number;
  /** Meta's name of it. */
  readonly title: string;
  /** Where it shows: in the answer of the call, or later as the status of a message that was accepted. */
  readonly shows: "answer" | "status" | "either";
  /** One sentence. */
  readonly cause: string;
  /** One sentence. */
  readonly remedy: string;
  /** Whether the same call can succeed: later by itself, after something was changed, or never. */
  readonly retry: "later" | "after a change" | "no";
  /** Docs page to read on. */
  readonly page: string;
}
