import { type Analysis, analyse } from "../analysis";
import type { LanguageContext } from "../context";
import { checkAnnotated } from "./annotated-arguments";
import { checkOperands } from "./answer-use";
import { checkBridgeNames } from "./bridge-names";
import { checkWaiting } from "./busy-wait";
import { checkCalls } from "./calls";
import type { Diagnostic } from "./diagnostic";
import { checkCallForms } from "./failed-calls";
import { checkGeneral } from "./general";
import { checkGlobals } from "./globals";
import { checkLibraryCalls } from "./library-calls";
import { checkLibraries } from "./library-members";
import { checkLocals } from "./locals";
import { checkOptional } from "./optional-field";
import { checkPasted } from "./pasted";
import { checkPatterns } from "./regex-delimiters";
import { checkResults } from "./results";
import { checkPages } from "./single-page";
import { checkSyntax } from "./syntax";
import { checkTokens } from "./tokens";
import { checkWrites } from "./unprotected-write";
import { checkReach } from "./unreachable";
import { checkAnswers } from "./unused-result";

/** Every check. Each reads the script on its own. */
const CHECKS: readonly ((analysis: Analysis) => Diagnostic[])[] = [
  checkSyntax,
  checkGlobals,
  checkBridgeNames,
  checkLibraries,
  checkLibraryCalls,
  checkGeneral,
  checkLocals,
  checkReach,
  checkCalls,
  checkResults,
  checkCallForms,
  checkOperands,
  checkOptional,
  checkAnnotated,
  checkPatterns,
  checkWaiting,
  checkTokens,
  checkWrites,
  checkAnswers,
  checkPages,
];

/** Everything that is surely wrong with a script, and hints on habits, in the order of the text. */
export function diagnostics(source: string, context: LanguageContext): Diagnostic[] {
  const found = checkPasted(source, (text) => {
    const analysis = analyse(text, context);
    return CHECKS.flatMap((check) => check(analysis));
  });
  return found.toSorted((a, b) => a.start - b.start || a.end - b.end);
}
