import type { Script, SyntaxMistake } from "../parse/ast";
import { type Diagnostic, mark } from "./diagnostic";
import { lineOf } from "./lines";
import { syntaxHelp } from "./syntax-help";

/**
 * Syntax errors in real Lua's words. The first is the one the compiler stops at; of those behind it, the first of each
 * line, unless it only follows from the one in front of it.
 */
export function checkSyntax(script: Script): Diagnostic[] {
  const shown: Diagnostic[] = [];
  let previous: SyntaxMistake | null = null;
  let lastLine = 0;
  for (const mistake of script.errors) {
    const follows = previous !== null && isBlank(script, previous.end, mistake.start);
    previous = mistake;
    const line = lineOf(script, mistake.start);
    if (follows || line === lastLine) continue;
    lastLine = line;
    const help = syntaxHelp(script, mistake);
    const words = help === null || help.words === "" ? "" : `. ${help.words}`;
    shown.push(mark("syntax", mistake, mistake.message + words, { fixes: help?.fixes ?? [] }));
  }
  return shown;
}

function isBlank({ source }: Script, start: number, end: number): boolean {
  return source.slice(start, end).trim() === "";
}
