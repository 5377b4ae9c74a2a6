import { lex } from "./lexer";

const OPENERS: Readonly<Record<string, string>> = { ")": "(", "]": "[", "}": "{" };
/** From the caret to the end of its line, and the indentation of the next one. */
const TO_NEXT = /[ \t]*\r?\n[ \t]*/y;

/**
 * Finds the closing bracket that typing `closer` should step over, because the editor has already inserted it. It is right
 * after the caret, or first on the next line. Returns its offset, or `null` if there is none or the script lacks a bracket.
 */
export function closerAhead(source: string, caret: number, closer: string): number | null {
  const opener = OPENERS[closer];
  const line = source.slice(source.lastIndexOf("\n", caret - 1) + 1, caret);
  TO_NEXT.lastIndex = caret;
  const at = line.trim() === "" && TO_NEXT.test(source) ? TO_NEXT.lastIndex : caret;
  if (opener === undefined || source[at] !== closer) return null;
  const open: string[] = [];
  let around: string | undefined;
  for (const { kind, start, text } of lex(source)) {
    if (kind !== "op") continue;
    if (start === at) around = open.at(-1);
    if (Object.values(OPENERS).includes(text)) open.push(text);
    else if (text in OPENERS && open.pop() !== OPENERS[text]) return null;
  }
  return open.length === 0 && around === opener ? at : null;
}
