import type { Analysis } from "../../analysis";
import type { ParsedScript, SyntaxMistake } from "../../parse/ast";
import { parse } from "../../parse/parser";
import { applyEdits } from "../apply-edits";
import { type Diagnostic, type Fix, mark, type Rule } from "../diagnostic";
import { syntaxHelp } from "./help";

const SYNTAX: Rule = { code: "syntax", severity: "error", page: "language" };

/** For how many mistakes fixes are tried before they are offered. Each try costs as much as parsing the script. */
const TRIED = 3;
/** Scripts of this many characters take too long to try fixes while typing. Untried fixes are seldom wrong. */
const LONG = 20_000;

/** For how many mistakes in such a script there is help, since each requires a scan of all of it. */
const HELPED = 20;

/**
 * Returns syntax errors in real Lua's words. The first is the one where the compiler stops. Of the others, only the first on
 * each line is kept, and only if it doesn't follow from the error before it.
 */
export function checkSyntax({ script }: Analysis): Diagnostic[] {
  const shown: Diagnostic[] = [];
  let previous: SyntaxMistake | null = null;
  let lastLine = -1;
  const isLong = script.source.length >= LONG;
  for (const mistake of script.errors) {
    const follows = previous !== null && isBlank(script, previous.end, mistake.start);
    previous = mistake;
    const line = script.lines.line(mistake.start);
    if (follows || line === lastLine) continue;
    lastLine = line;
    const help = isLong && shown.length >= HELPED ? null : syntaxHelp(script, mistake);
    const words = help === null || help.words === "" ? "" : `. ${help.words}`;
    const offered = shown.length < TRIED ? (help?.fixes ?? []) : [];
    const fixes = isLong ? offered : offered.filter((fix) => mends(fix, script));
    shown.push(mark(SYNTAX, mistake, mistake.message + words, { fixes }));
  }
  return shown;
}

/** Whether a fix leaves fewer mistakes in the script. */
function mends({ edits }: Fix, { source, errors }: ParsedScript): boolean {
  return parse(applyEdits(source, edits)).errors.length < errors.length;
}

function isBlank({ source }: ParsedScript, start: number, end: number): boolean {
  return source.slice(start, end).trim() === "";
}
