/** Lines of a text, counted as Monaco does: a line ends with `\n`, `\r\n` or a lone `\r`. */
import { firstIndex } from "../shared/first-index";

export interface Lines {
  /** 0-based line of an offset. */
  line(offset: number): number;
  /** Offset at which a 0-based line begins. */
  start(line: number): number;
}

/** Reads the line starts of a text once. */
export function linesOf(source: string): Lines {
  const starts = [0];
  for (const { index, 0: end } of source.matchAll(/\r\n|\n|\r/g)) starts.push(index + end.length);
  return {
    line(offset) {
      return Math.max(0, firstIndex(starts.length, (line) => (starts[line] ?? 0) > offset) - 1);
    },
    start: (line) => starts[line] ?? source.length,
  };
}

/** A script, or what is known of it so far. */
interface Text {
  readonly source: string;
  readonly lines: Lines;
}

/** 1-based line of an offset. */
export function lineOf({ lines }: Text, offset: number): number {
  return lines.line(offset) + 1;
}

/** Whether only white space precedes an offset in its line. */
export function startsLine(text: Text, offset: number): boolean {
  return beforeInLine(text, offset).trim() === "";
}

/** The indentation of an offset's line. */
export function indentAt(text: Text, offset: number): string {
  return /^[ \t]*/.exec(beforeInLine(text, offset))?.[0] ?? "";
}

function beforeInLine({ source, lines }: Text, offset: number): string {
  return source.slice(lines.start(lines.line(offset)), offset);
}

/** The script's line break. */
export function newlineOf({ source }: Text): string {
  return source.includes("\r\n") ? "\r\n" : "\n";
}
