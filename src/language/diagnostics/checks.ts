/** Marks for every script, and what needs the longer look of `diagnostics.ts`. */
import { type Analysis, analyse } from "../analysis";
import type { LanguageContext } from "../context";
import type { ParsedScript } from "../parse/ast";
import { scriptOf } from "../parse/parser";
import { nodes } from "../parse/walk";
import { unseenIn } from "../pasted/characters";
import { LIBRARIES, standardEntry } from "../standard-library";
import { MOST_STEPS, spend, withinSteps } from "../work";
import { checkAnnotated } from "./annotated-arguments";
import { checkOperands } from "./answer-use";
import { checkBridgeNames } from "./bridge-names";
import { checkWaiting } from "./busy-wait";
import { checkCalls } from "./calls";
import { type Diagnostic, stoppedMark } from "./diagnostic";
import { checkCallForms } from "./failed-calls";
import { checkGeneral } from "./general";
import { checkLibraryCalls } from "./library-calls";
import { checkLibraries } from "./library-members";
import { checkLocals } from "./locals";
import { checkLuaPatterns } from "./lua-patterns";
import { checkOptional } from "./optional-field";
import { checkOwnFields } from "./own-fields";
import { checkPointless } from "./pointless";
import { checkPatterns } from "./regex-delimiters";
import { checkResults } from "./results";
import { checkPages } from "./single-page";
import { checkTokens } from "./tokens";
import { checkWrites } from "./unprotected-write";
import { checkReach } from "./unreachable";
import { checkAnswers } from "./unused-result";
import { checkUseBeforeSet } from "./use-before-set";

/** A check of a script. Each reads it independently. */
export type ScriptCheck = (analysis: Analysis) => Diagnostic[];

/** The checks for every script. */
const CHECKS: readonly ScriptCheck[] = [
  checkBridgeNames,
  checkLibraries,
  checkLibraryCalls,
  checkGeneral,
  checkPointless,
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
  checkLuaPatterns,
  checkWaiting,
  checkTokens,
  checkWrites,
  checkAnswers,
  checkPages,
];

/** Marks of these checks and of those for every script, in the order of the checks. */
export function checkScript(
  text: string,
  context: LanguageContext,
  before: readonly ScriptCheck[] = [],
): Diagnostic[] {
  const marks: Diagnostic[] = [];
  const run = () => {
    const analysis = analyse(text, context);
    const { expressions, statements } = nodes(analysis.script);
    const size = expressions.length + statements.length;
    for (const check of [...before, ...CHECKS]) {
      spend(size * 0.05);
      for (const one of check(analysis)) marks.push(one);
    }
  };
  // Later steps still need some work for the marks.
  withinSteps(MOST_STEPS * 0.9, run, () => marks.push(stoppedMark(text)));
  return marks;
}

/** Marks in the order of the text, or one that says the script takes too much work. */
export function inOrder(source: string, check: () => readonly Diagnostic[]): Diagnostic[] {
  const found = withinSteps(MOST_STEPS, check, () => [stoppedMark(source)]);
  return found.toSorted((a, b) => a.start - b.start || a.end - b.end);
}

/** Marks of a script that needs only these checks, or `null` if it needs `diagnostics`. */
export function ordinaryMarks(source: string, context: LanguageContext): Diagnostic[] | null {
  const ordinary = withinSteps(
    MOST_STEPS,
    () => isOrdinary(scriptOf(source)),
    () => false,
  );
  return ordinary ? inOrder(source, () => checkScript(source, context)) : null;
}

/** It parses, uses only globals that exist, and holds nothing that cannot be seen. */
function isOrdinary({ source, errors, globals }: ParsedScript): boolean {
  const exists = ({ text, write }: ParsedScript["globals"][number]) =>
    standardEntry(text) !== undefined || (!write && (LIBRARIES.has(text) || text === "app"));
  return errors.length === 0 && globals.every(exists) && unseenIn(source, "string").length === 0;
}
