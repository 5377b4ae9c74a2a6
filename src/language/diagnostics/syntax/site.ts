/** Where Lua stops, and the message there. */
import type { Token } from "../../lexer";
import type { ParsedScript, SyntaxMistake } from "../../parse/ast";
import { type Fix, replacing } from "../diagnostic";

/** What to add to Lua's own message about a syntax error, and how to fix it. */
export interface SyntaxHelp {
  readonly words: string;
  readonly fixes: readonly Fix[];
}

/** Where Lua stops. */
export interface Site {
  readonly script: ParsedScript;
  readonly mistake: SyntaxMistake;
  /** What Lua stops at; undefined at the end of the text. */
  readonly at: Token | undefined;
  readonly before: Token | undefined;
  readonly behind: Token | undefined;
}

/** Help with one kind of mistake, or `null` if this is another one. */
export type SyntaxRule = (site: Site) => SyntaxHelp | null;

export function say(words: string, ...fixes: Fix[]): SyntaxHelp {
  return { words, fixes };
}

/** Words and, with a title, the fix that puts a text in place of a range. */
export function help(words: string, title?: string, start = 0, end = start, text = ""): SyntaxHelp {
  return { words, fixes: title === undefined ? [] : [replacing(title, { start, end }, text)] };
}
