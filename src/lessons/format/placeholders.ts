import type { Facts } from "../course";
import type { Check } from "./check-schema";

/** What each kind of check reports about what it found (`checks/`, README). */
const SEEN: Readonly<Record<Check["kind"], readonly string[]>> = {
  calls: ["count", "seen", "error"],
  messages: ["count", "to", "seen", "status", "code"],
  recipients: ["people", "many"],
  printed: ["count", "seen"],
  returned: ["seen", "count"],
  requests: ["count"],
  end: ["error"],
  lua: ["said"],
};

/**
 * Replaces each `{name}` in a check's sentence with what `value` returns; `undefined` leaves it unchanged. In
 * `{count|message was|messages were}` the number is followed by the matching words.
 */
export function withPlaceholders(say: string, value: (name: string) => string | undefined): string {
  return say.replace(
    /\{([a-z][A-Za-z0-9]*)(?:\|([^|{}]+)\|([^|{}]+))?\}/g,
    (whole, name: string, one?: string, many?: string) => {
      const found = value(name);
      if (found === undefined || one === undefined || many === undefined) return found ?? whole;
      return `${found} ${found === "1" ? one : many}`;
    },
  );
}

/** Returns a name in the braces of a check's sentence that has no meaning there, or `null`. */
export function strangePlaceholder({ kind, say }: Check, facts: Facts): string | null {
  let strange: string | null = null;
  withPlaceholders(say, (name) => {
    if (!SEEN[kind].includes(name) && !Object.hasOwn(facts, name)) strange ??= name;
    return undefined;
  });
  return strange;
}
