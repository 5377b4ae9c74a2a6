import type { LanguageContext } from "../context";
import { scriptOf } from "../script";
import { checkCalls } from "./calls";
import { type Diagnostic, mark } from "./diagnostic";
import { checkNames } from "./names";
import { checkResults } from "./results";

/** Everything that is surely wrong with a script, in the order of the text. */
export function diagnostics(source: string, context: LanguageContext): Diagnostic[] {
  const script = scriptOf(source);
  const syntax = script.errors.map((mistake) => mark("syntax", mistake, mistake.message));
  return [
    ...syntax,
    ...checkNames(script, context),
    ...checkCalls(script, context),
    ...checkResults(script, context),
  ].toSorted((a, b) => a.start - b.start || a.end - b.end);
}
