/** Brackets and blocks around a place, from tokens only, since the script does not parse. */
import type { Token } from "../../lexer";
import type { ParsedScript } from "../../parse/ast";

const OPENERS = /^[([{]$/;
const CLOSERS = /^[)\]}]$/;
export const CLOSER_OF: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}" };

/** The parenthesis that is open at an offset, and what precedes it on its line. */
export function openParenthesis(
  tokens: readonly Token[],
  offset: number,
): { readonly paren: Token; readonly caller: readonly string[] } | null {
  let depth = 0;
  for (let at = tokens.length - 1; at >= 0; at--) {
    const token = tokens[at];
    if (token === undefined || token.start >= offset || token.kind !== "op") continue;
    if (CLOSERS.test(token.text)) depth++;
    if (!OPENERS.test(token.text)) continue;
    if (depth > 0) depth--;
    else {
      const caller = tokens.slice(Math.max(0, at - 6), at).map(({ text }) => text);
      return token.text === "(" ? { paren: token, caller: caller.slice(caller.lastIndexOf("\n") + 1) } : null;
    }
  }
  return null;
}

/** Where the bracket that opens at an offset is closed, or `null`. */
export function closing(tokens: readonly Token[], open: number): number | null {
  let depth = 0;
  for (const { kind, text, start } of tokens) {
    if (start < open || kind !== "op") continue;
    if (OPENERS.test(text)) depth++;
    if (!CLOSERS.test(text)) continue;
    depth--;
    if (depth === 0) return start;
  }
  return null;
}

/** Where the bracket that closes at an offset was opened, or `null`. */
export function opening(tokens: readonly Token[], close: number): number | null {
  let depth = 0;
  for (const { kind, text, start } of tokens.toReversed()) {
    if (start > close || kind !== "op") continue;
    if (CLOSERS.test(text)) depth++;
    if (!OPENERS.test(text)) continue;
    depth--;
    if (depth === 0) return start;
  }
  return null;
}

/** The brackets and blocks that are open at an offset, outermost first. */
export function openBrackets({ tokens }: ParsedScript, offset: number): readonly string[] {
  const open: string[] = [];
  for (const { kind, text, start } of tokens) {
    if (start >= offset) break;
    if (kind === "keyword" && /^(?:function|if|do|repeat)$/.test(text)) open.push(text);
    else if (kind === "keyword" && /^(?:end|until)$/.test(text))
      open.length = Math.max(
        0,
        open.findLastIndex((one) => CLOSER_OF[one] === undefined),
      );
    else if (kind === "op" && /^[([{]$/.test(text)) open.push(text);
    else if (kind === "op" && /^[)\]}]$/.test(text) && CLOSER_OF[open.at(-1) ?? ""] !== undefined) open.pop();
  }
  return open;
}

/** How many characters at the end of a text that was not closed are brackets that close open ones, and commas between. */
export function closersBehind(text: string, open: readonly string[]): number {
  const tail = /[)}\],; \t]*$/.exec(text)?.[0] ?? "";
  for (let from = 0; from < tail.length; from++) {
    const left = [...open];
    const fits = [...tail.slice(from)].every((char) =>
      /[)}\]]/.test(char) ? CLOSER_OF[left.pop() ?? ""] === char : char === " " || left.length > 0,
    );
    if (fits && tail[from] !== " ") return tail.length - from;
  }
  return 0;
}
