/** What the editor says of a line that a run's error points at, to show below Lua's own words. */

import type { LanguageContext } from "./context";
import type { Diagnostic } from "./diagnostics/diagnostic";
import { diagnostics } from "./diagnostics/diagnostics";
import { lineOf } from "./lines";
import { scriptOf } from "./parse/parser";

/**
 * Returns the explanations of a 1-based line's marks, the most important first. They may repeat what the error says: `newIn`
 * chooses.
 */
export function adviceOn(line: number, source: string, context: LanguageContext): readonly string[] {
  const script = scriptOf(source);
  const marks = diagnostics(source, context).filter(
    ({ severity, start }) => severity !== "hint" && lineOf(script, start) === line,
  );
  const syntax = marks.filter(({ code }) => code === "syntax");
  // A syntax mark begins with Lua's words, which are already shown.
  if (syntax.length > 0)
    return syntax.map(({ message }) => message.replace(/^.*? near (?:'.*?'|<eof>)(?:\. |$)/s, ""));
  const rank = ({ severity }: Diagnostic) => (severity === "error" ? 0 : 1);
  return marks.toSorted((a, b) => rank(a) - rank(b)).map(({ message }) => message);
}
