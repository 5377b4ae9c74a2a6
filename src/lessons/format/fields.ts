import * as v from "valibot";
import { nearMiss } from "./near-miss";

/** The message for an unknown field. */
export const NO_SUCH_FIELD = "No such field.";

/** An object with these fields and no other. For an unknown field, the message suggests the one that was probably meant. */
export function fields<const Entries extends v.ObjectEntries>(entries: Entries) {
  return v.strictObject(entries, ({ expected, path, message }) =>
    expected === "never"
      ? NO_SUCH_FIELD + nearMiss(String(path?.at(-1)?.key), Object.keys(entries))
      : message,
  );
}
