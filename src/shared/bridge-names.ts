/** The host's exact message for a script that appears to assign a bridge global (`docs/runtime.md`). */
export const BRIDGE_NAMES_MESSAGE = "Lua code may not assign __-prefixed bridge globals.";

/** Shown to people below the host's words. */
export const BRIDGE_NAMES_ADVICE =
  "The agent host refuses a script in which a line, or the text after a `;`, starts with a name with two underscores and `=`. That is how it guards its own globals, and it also hits metatables written over several lines and text in long strings. Put `__index = …` on the line of the opening brace, or assign it by its table: `mt.__index = …`.";

export interface BridgeName {
  /** Where the name starts in the source. */
  readonly offset: number;
  readonly length: number;
}

/**
 * Finds the places for which the host refuses a script before it runs. It searches the text for `(?:^|[;\r\n])\s*__\w*\s*=`, so
 * table fields, comparisons, comments and strings count too.
 */
export function bridgeNames(source: string): BridgeName[] {
  // The lookbehind keeps the search linear: a name is tried only where it starts.
  return Array.from(source.matchAll(/(?<![^\t-\r ;])(__[A-Za-z0-9_]*)[\t-\r ]*=/g))
    .map(({ index, 1: name = "" }) => ({ offset: index, length: name.length }))
    .filter(({ offset }) => startsLine(source, offset));
}

/** Whether only whitespace with a line break in it, or nothing but whitespace, stands between a `;` or the start and here. */
function startsLine(source: string, offset: number): boolean {
  for (let at = offset - 1; at >= 0; at--) {
    const c = source[at] ?? "";
    if (c === ";" || c === "\n" || c === "\r") return true;
    if (!/[\t-\r ]/.test(c)) return false;
  }
  return true;
}
