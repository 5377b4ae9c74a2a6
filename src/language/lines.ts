import { firstIndex } from "../shared/first-index";

/** Offsets as lines, counted as Monaco does: a line ends with `\n`, `\r\n` or a lone `\r`. */
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
