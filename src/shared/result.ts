/** A value, or a message that says why there is none. */
export type Result<T, E = string> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly message: E };

/** A result without a value. */
export function failure(message: string): Result<never> {
  return { ok: false, message };
}
