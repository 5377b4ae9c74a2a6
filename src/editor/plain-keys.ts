/** What keys do in the plain editor. Tab is left alone: it leaves the field. */

/** One or more lines in or out by two spaces, or a new line as deep as the last. `text` replaces `start`…`end`. */
export interface PlainEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The selection afterwards. */
  readonly anchor: number;
  readonly head: number;
}

const UNIT = "  ";

/** Moves the lines that a selection touches in (`1`) or out (`-1`); null when nothing would change. */
export function indent(source: string, start: number, end: number, direction: 1 | -1): PlainEdit | null {
  const from = source.lastIndexOf("\n", start - 1) + 1;
  const newline = source.indexOf("\n", Math.max(start, end - 1));
  const to = newline < 0 ? source.length : newline;
  const before = source.slice(from, to);
  const text = before
    .split("\n")
    .map((line) => (direction > 0 ? (line === "" ? line : UNIT + line) : line.replace(/^(?: {1,2}|\t)/, "")))
    .join("\n");
  if (text === before) return null;
  const firstBefore = before.split("\n", 1)[0]?.length ?? 0;
  const firstAfter = text.split("\n", 1)[0]?.length ?? 0;
  const anchor = Math.max(from, start + firstAfter - firstBefore);
  return { start: from, end: to, text, anchor, head: Math.max(anchor, end + text.length - before.length) };
}

/** A line break at the caret that keeps the line's depth, one deeper behind what opens a block. */
export function newline(source: string, start: number, end: number): PlainEdit {
  const line = source.slice(source.lastIndexOf("\n", start - 1) + 1, start);
  const depth = /^[ \t]*/.exec(line)?.[0] ?? "";
  const opens =
    /(?:\b(?:then|do|repeat|else)|\bfunction\b[^-]*\([^)]*\)|[{(])\s*$/.test(line) && !/^\s*--/.test(line);
  const text = `\n${depth}${opens ? UNIT : ""}`;
  const at = start + text.length;
  return { start, end, text, anchor: at, head: at };
}

/** Where a caret stands after the white space of a text was laid out anew: behind as many other characters as before. */
export function placeAfter(before: string, after: string, caret: number): number {
  let left = before.slice(0, caret).replace(/\s/g, "").length;
  let at = 0;
  while (left > 0 && at < after.length) if (!/\s/.test(after.charAt(at++))) left--;
  return at;
}
