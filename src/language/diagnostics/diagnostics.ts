import { type Analysis, analyse } from "../analysis";
import type { LanguageContext } from "../context";
import { checkAnnotated } from "./annotated-arguments";
import { checkOperands } from "./answer-use";
import { checkBridgeNames } from "./bridge-names";
import { checkWaiting } from "./busy-wait";
import { checkCalls } from "./calls";
import { type Diagnostic, mark, type Rule } from "./diagnostic";
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

const ANALYSIS_STOPPED: Rule = { code: "analysis-stopped", severity: "hint", page: "language" };

/** Texts of this many characters are checked only as far as there is time: the editor's other help waits meanwhile. */
const LONG = 150_000;
const MOST_MS = 600;

/**
 * Everything that is surely wrong with a script, and hints on habits, in the order of the text. In a long text the checks
 * that there was no time for are left out, which a mark in its first line says.
 */
export function diagnostics(source: string, context: LanguageContext): Diagnostic[] {
  const began = performance.now();
  const found = checkPasted(source, (text) => {
    const analysis = analyse(text, context);
    const marks: Diagnostic[] = [];
    for (const check of CHECKS) {
      // Syntax is always checked: it comes first.
      if (check !== checkSyntax && text.length > LONG && performance.now() - began > MOST_MS) {
        marks.push(stopped(text));
        break;
      }
      marks.push(...check(analysis));
    }
    return marks;
  });
  return found.toSorted((a, b) => a.start - b.start || a.end - b.end);
}

function stopped(source: string): Diagnostic {
  const end = /^[^\r\n]*/.exec(source)?.[0].length ?? 0;
  const message = "This script is too long to check all of it while it is written. It runs all the same.";
  return mark(ANALYSIS_STOPPED, { start: 0, end }, message);
}
