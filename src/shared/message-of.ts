/** The message of a caught value, for people: an Error's message (its name if that is empty), anything else as text. */
export function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === "QuotaExceededError") return "the browser's storage is full";
  return error.message === "" ? error.name : error.message;
}

/** The same without a full stop at its end, to stand inside a sentence. */
export function reasonOf(error: unknown): string {
  return messageOf(error).replace(/\.$/, "");
}
