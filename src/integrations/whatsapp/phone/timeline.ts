/** A chat's rows: its messages, and a divider wherever another day begins. */
import type { Message } from "../simulator/page";
import { endOfDay } from "./clock";
import { timeOf } from "./conversations";

export type Row =
  | { readonly kind: "day"; readonly at: number }
  | { readonly kind: "message"; readonly message: Message; readonly index: number };

const made = new WeakMap<readonly Message[], readonly Row[]>();

/** The rows of a list of messages, oldest first; worked out once for each list. */
export function rowsOf(messages: readonly Message[]): readonly Row[] {
  const cached = made.get(messages);
  if (cached !== undefined) return cached;
  const rows: Row[] = [];
  let end = 0;
  for (const [index, message] of messages.entries()) {
    const at = timeOf(message);
    if (at >= end) {
      rows.push({ kind: "day", at });
      end = endOfDay(at);
    }
    rows.push({ kind: "message", message, index });
  }
  made.set(messages, rows);
  return rows;
}
