import type { Analysis } from "../analysis";
import type { ParsedScript, SyntaxMistake } from "../parse/ast";
import { parse } from "../parse/parser";
import { type Diagnostic, type Fix, mark, type Rule } from "./diagnostic";
import { syntaxHelp } from "./syntax-help";

const SYNTAX: Rule = { code: "syntax", severity: "error", page: "language" };

/** Of how many mistakes the fixes are tried before they are offered: each costs as much as reading the script. */
const TRIED = 3;
/** Characters from which on that takes too long between two keys: there they are offered untried, which is seldom wrong. */
const LONG = 20_000;

/**
 * Syntax errors in real Lua's words. The first is the one the compiler stops at; of those behind it, the first of each
 * line, unless it only follows from the one in front of it.
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
    const help = syntaxHelp(script, mistake);
    const words = help === null || help.words === "" ? "" : `. ${help.words}`;
    const offered = shown.length < TRIED ? (help?.fixes ?? []) : [];
    const fixes = isLong ? offered : offered.filter((fix) => mends(fix, script));
    shown.push(mark(SYNTAX, mistake, mistake.message + words, { fixes }));
  }
  return shown;
}

/** Whether a fix leaves fewer mistakes in the script. */
function mends({ edits }: Fix, { source, errors }: ParsedScript): boolean {
  const after = edits
    .toSorted((a, b) => b.start - a.start)
    .reduce((text, { start, end, text: put }) => text.slice(0, start) + put + text.slice(end), source);
  return parse(after).errors.length < errors.length;
}

function isBlank({ source }: ParsedScript, start: number, end: number): boolean {
  return source.slice(start, end).trim() === "";
}
