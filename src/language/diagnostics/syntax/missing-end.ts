/** Which block lacks its `end`, judged by indentation: Lua itself only knows that one is missing. */

import { isTrivia, type Token } from "../../lexer";
import { indentAt, lineOf, newlineOf, startsLine } from "../../lines";
import type { ParsedScript } from "../../parse/ast";
import { replacing } from "../diagnostic";
import type { SyntaxHelp } from "./site";

interface Opener {
  readonly token: Token;
  readonly indent: number;
  /** The `else` before an `if` on the same line. */
  readonly elseToken: Token | null;
}

/** Names the unclosed block and offers to insert its `end`. Returns `null` if it finds none. */
export function missingEnd(script: ParsedScript): SyntaxHelp | null {
  const opener = unclosed(script);
  if (opener === null) return null;
  const { token, elseToken } = opener;
  const line = lineOf(script, token.start);
  if (elseToken !== null) {
    const words = `\`else if\` of line ${line} starts a second \`if\`, which needs its own \`end\`.`;
    const space = { start: elseToken.end, end: token.start };
    return { words, fixes: [replacing("Change to elseif", space, "")] };
  }
  const words = `The \`${token.text}\` of line ${line} has no \`end\`.`;
  const at = placeFor(script, opener);
  const newline = newlineOf(script);
  const text = `${indentAt(script, token.start)}end`;
  const onNewLine = /(?:^|[\r\n])[ \t]*$/.test(script.source) ? text : newline + text;
  const inserted = at < script.source.length ? text + newline : onNewLine;
  return { words, fixes: [replacing(`Insert end for line ${line}`, { start: at, end: at }, inserted)] };
}

/** The block whose closing word is indented less than its opening one, else the innermost that is open at the end. */
function unclosed(script: ParsedScript): Opener | null {
  const open: Opener[] = [];
  let split: Opener | null = null;
  let previous: Token | null = null;
  for (const token of script.tokens) {
    if (isTrivia(token)) continue;
    const { kind, text } = token;
    if (kind === "keyword") {
      const indent = indentAt(script, token.start).length;
      if (text === "if" || text === "function" || text === "do" || text === "repeat") {
        const elseToken =
          text === "if" && previous?.text === "else" && sameLine(script, previous, token) ? previous : null;
        const opener = { token, indent, elseToken };
        open.push(opener);
        if (elseToken !== null) split = opener;
      } else if (text === "end" || text === "until") {
        const opener = open.pop();
        if (opener !== undefined && startsLine(script, token.start) && indent < opener.indent) return opener;
      }
    }
    previous = token;
  }
  const last = open.at(-1) ?? null;
  return split !== null && last !== null && last.token.start <= split.token.start ? split : last;
}

/** Where the `end` goes: before the first line that is not indented more than the block, or at the end of the text. */
function placeFor(script: ParsedScript, { token, indent }: Opener): number {
  let depth = 0;
  for (const each of script.tokens) {
    const { kind, text, start } = each;
    if (start <= token.start || isTrivia(each)) continue;
    if (depth <= 0 && startsLine(script, start) && !/^(?:else|elseif|until|[)}\]])$/.test(text)) {
      const space = indentAt(script, start).length;
      if (space <= indent) return start - space;
    }
    if (kind === "op" && /^[([{]$/.test(text)) depth++;
    else if (kind === "op" && /^[)}\]]$/.test(text)) depth--;
  }
  return script.source.length;
}

function sameLine({ source }: ParsedScript, a: Token, b: Token): boolean {
  return !source.slice(a.end, b.start).includes("\n");
}
