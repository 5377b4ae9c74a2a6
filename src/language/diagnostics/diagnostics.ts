import type { LanguageContext } from "../context";
import { scriptOf } from "../script";
import { checkCalls } from "./calls";
import type { Diagnostic } from "./diagnostic";
import { checkGlobals } from "./globals";
import { checkLocals } from "./locals";
import { checkPractice } from "./practice";
import { checkResults } from "./results";
import { checkSyntax } from "./syntax";
import { checkReach } from "./unreachable";

/** Everything that is surely wrong with a script, and hints on habits, in the order of the text. */
export function diagnostics(source: string, context: LanguageContext): Diagnostic[] {
  const script = scriptOf(source);
  return [
    ...checkSyntax(script),
    ...checkGlobals(script, context),
    ...checkLocals(script),
    ...checkReach(script, context),
    ...checkCalls(script, context),
    ...checkResults(script, context),
    ...checkPractice(script, context),
  ].toSorted((a, b) => a.start - b.start || a.end - b.end);
}
