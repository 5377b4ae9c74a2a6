import { type Analysis, analyse } from "../analysis";
import type { LanguageContext } from "../context";
import { nodes } from "../parse/walk";
import { MOST_STEPS, spend, withinSteps } from "../work";
import { checkAnnotated } from "./annotated-arguments";
import { checkOperands } from "./answer-use";
import { checkBridgeNames } from "./bridge-names";
import { checkWaiting } from "./busy-wait";
import { checkCalls } from "./calls";
import { type Diagnostic, stoppedMark } from "./diagnostic";
import { checkCallForms } from "./failed-calls";
import { checkGeneral } from "./general";
import { checkGlobals } from "./globals";
import { checkLibraryCalls } from "./library-calls";
import { checkLibraries } from "./library-members";
import { checkLocals } from "./locals";
import { checkOptional } from "./optional-field";
import { checkOwnFields } from "./own-fields";
import { checkPasted } from "./pasted";
import { checkPatterns } from "./regex-delimiters";
import { checkResults } from "./results";
import { checkPages } from "./single-page";
import { checkSyntax } from "./syntax";
import { checkTokens } from "./tokens";
import { checkWrites } from "./unprotected-write";
import { checkReach } from "./unreachable";
import { checkAnswers } from "./unused-result";
import { checkUseBeforeSet } from "./use-before-set";

/** Every check. Each reads the script on its own. */
const CHECKS: readonly ((analysis: Analysis) => Diagnostic[])[] = [
  checkSyntax,
  checkGlobals,
  checkBridgeNames,
  checkLibraries,
  checkLibraryCalls,
  checkGeneral,
  checkUseBeforeSet,
  checkLocals,
  checkReach,
  checkCalls,
  checkResults,
  checkCallForms,
  checkOperands,
  checkOptional,
  checkOwnFields,
  checkAnnotated,
  checkPatterns,
  checkWaiting,
  checkTokens,
  checkWrites,
  checkAnswers,
  checkPages,
];

/**
 * Everything that is surely wrong with a script, and hints on habits, in the order of the text. In a text that takes too
 * much work some checks are left out, which a mark in its first line says.
 */
export function diagnostics(source: string, context: LanguageContext): Diagnostic[] {
  const found = withinSteps(
    MOST_STEPS,
    () => checkPasted(source, (text) => checkAll(text, context)),
    () => [stoppedMark(source)],
  );
  return found.toSorted((a, b) => a.start - b.start || a.end - b.end);
}

function checkAll(text: string, context: LanguageContext): Diagnostic[] {
  const marks: Diagnostic[] = [];
  const run = () => {
    const analysis = analyse(text, context);
    const { expressions, statements } = nodes(analysis.script);
    const size = expressions.length + statements.length;
    for (const check of CHECKS) {
      spend(size * 0.05);
      for (const one of check(analysis)) marks.push(one);
    }
  };
  // What follows still has some work to do with the marks.
  withinSteps(MOST_STEPS * 0.9, run, () => marks.push(stoppedMark(text)));
  return marks;
}
