/** The editor's explanation of an error, to show below Lua's own words where there is no editor. */

import { newIn } from "../shared/new-in";
import type { LanguageContext } from "./context";
import type { Diagnostic } from "./diagnostics/diagnostic";
import { diagnostics } from "./diagnostics/diagnostics";
import { lineOf } from "./lines";
import { scriptOf } from "./parse/parser";

/** A run's error and its 1-based line, or `null` if it does not point into the script. */
export interface RaisedError {
  readonly message: string;
  readonly line: number | null;
}

/** Returns what the editor says of the line that an error points at, or `null` if it adds nothing. */
export function adviceOn(
  { message, line }: RaisedError,
  source: string,
  context: LanguageContext,
): string | null {
  if (line === null) return null;
  const script = scriptOf(source);
  const marks = diagnostics(source, context).filter(
    ({ severity, start }) => severity !== "hint" && lineOf(script, start) === line,
  );
  const isSyntax = marks.some(({ code }) => code === "syntax");
  const rank = ({ code, severity }: Diagnostic) => (code === "syntax" ? 0 : severity === "error" ? 1 : 2);
  for (const mark of marks.toSorted((a, b) => rank(a) - rank(b))) {
    if (isSyntax && mark.code !== "syntax") continue;
    // A syntax mark begins with Lua's words, which are already shown.
    const words =
      mark.code === "syntax" ? mark.message.replace(/^.*? near (?:'.*?'|<eof>)(?:\. |$)/s, "") : mark.message;
    const added = newIn(message, words);
    if (added !== "") return added;
  }
  return null;
}
