import { lex } from "../language/lexer";

/** A line that closes what an earlier one opened. */
const CLOSES = /^\s*(?:(?:end|else|elseif|until)\b|[)}\]])/;
/** A line after which the next ones are indented more. */
const OPENS = /(?:\b(?:then|do|repeat|else)|\bfunction\b[^)]*\)|[({[])\s*(?:--.*)?$/;

/**
 * Re-indents code pasted into an indented line to that line's depth, whatever depth it was copied from. `before` is the text
 * before it on its line. If that is empty or not all whitespace, the text is returned unchanged. Lines inside long strings and
 * comments never change.
 */
export function indentPasted(before: string, text: string): string {
  if (before === "" || before.trim() !== "") return text;
  const [first = "", ...rest] = text.split("\n");
  const held = heldLines(text);
  const margin = marginOf(first, rest, held);
  const moved = rest.map((line, at) => {
    if (held.has(at + 1)) return line;
    return line.trim() === "" ? line.trim() : before + line.slice(margin);
  });
  return [first.trimStart(), ...moved].join("\n");
}

/** The indentation that all lines share. The first may have lost its own if it was copied from its first letter on. */
function marginOf(first: string, rest: readonly string[], held: ReadonlySet<number>): number {
  const others = rest.filter((line, at) => line.trim() !== "" && !held.has(at + 1));
  const margin = Math.min(...others.map(depth), ...(depth(first) > 0 ? [depth(first)] : []));
  if (margin === Number.POSITIVE_INFINITY) return 0;
  const wasCut = !OPENS.test(first) || others.some((line) => depth(line) === margin && CLOSES.test(line));
  return depth(first) > 0 || wasCut ? margin : 0;
}

function depth(line: string): number {
  return line.length - line.trimStart().length;
}

/** Numbers of the lines that begin inside a string or comment. */
function heldLines(text: string): ReadonlySet<number> {
  const held = new Set<number>();
  let line = 0;
  for (const { kind, text: token } of lex(text)) {
    const breaks = token.split("\n").length - 1;
    if (kind !== "space") for (let at = 1; at <= breaks; at++) held.add(line + at);
    line += breaks;
  }
  return held;
}
