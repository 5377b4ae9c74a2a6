/** What both editors offer after a paste that contains Markdown or foreign characters. */
import type { Diagnostic, Fix } from "../language/diagnostics/diagnostic";

export const PASTED = "The pasted text contains parts that aren't Lua.";

/** The fix that cleans the most: the last fix of a mark for pasted text. */
export function cleaningFix(marks: readonly Diagnostic[]): Fix | null {
  const fixes = marks.flatMap(({ isForeign, severity, fixes }) =>
    isForeign && severity === "error" ? fixes.slice(-1) : [],
  );
  return fixes[0] ?? null;
}
