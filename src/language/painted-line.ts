/** A coloured line of Lua, including names that need the analyser. */
import { sameEnds } from "../shared/same-ends";
import { type Colour, colourLine, FIRST_STATE, type Stretch } from "./colour-line";
import { TOKEN_TYPES } from "./token-types";

/** The pieces of a line, which joined are the line. */
export type PaintedLine = readonly (readonly [text: string, colour: Colour])[];

/** A name in a line, with its own colour. */
export interface ColouredName {
  readonly start: number;
  readonly end: number;
  readonly colour: Colour;
}

/** By 0-based line. */
export type ColouredNames = ReadonlyMap<number, readonly ColouredName[]>;

/** Reads the analyser's tokens (`semanticTokens`). */
export function colouredNames(tokens: Uint32Array): ColouredNames {
  const names = new Map<number, ColouredName[]>();
  let line = 0;
  let start = 0;
  for (let at = 0; at < tokens.length; at += 5) {
    const [down = 0, right = 0, length = 0, type = 0] = tokens.subarray(at, at + 5);
    line += down;
    start = down > 0 ? right : start + right;
    const list = names.get(line) ?? [];
    list.push({ start, end: start + length, colour: TOKEN_TYPES[type] ?? "" });
    names.set(line, list);
  }
  return names;
}

/** The names of a text that was edited, on the lines that are still the same. */
export function carriedNames(names: ColouredNames, before: string, after: string): ColouredNames {
  if (before === after) return names;
  const old = before.split("\n");
  const now = after.split("\n");
  const { head, tail } = sameEnds(old, now, (one, other) => one === other);
  const moved = new Map<number, readonly ColouredName[]>();
  for (const [line, list] of names)
    if (line < head) moved.set(line, list);
    else if (line >= old.length - tail) moved.set(line + now.length - old.length, list);
  return moved;
}

/** Puts names in front of what `colourLine` found. */
export function paintLine(
  line: string,
  stretches: readonly Stretch[],
  names: readonly ColouredName[] = [],
): PaintedLine {
  const pieces: [string, Colour][] = [];
  const put = (from: number, to: number, colour: Colour) => {
    const last = pieces.at(-1);
    const text = line.slice(from, to);
    if (text === "") return;
    if (last?.[1] === colour) last[0] += text;
    else pieces.push([text, colour]);
  };
  let next = 0;
  for (const [index, { start, colour }] of stretches.entries()) {
    const end = stretches[index + 1]?.start ?? line.length;
    let at = start;
    while (at < end) {
      while ((names[next]?.end ?? Number.POSITIVE_INFINITY) <= at) next++;
      const name = names[next];
      const inName = name !== undefined && name.start <= at;
      const to = Math.min(end, inName ? name.end : (name?.start ?? end));
      put(at, to, inName ? name.colour : colour);
      at = to;
    }
  }
  return pieces;
}

/** Paints the first lines of a text. */
export function paintText(text: string, names: ColouredNames, most: number): PaintedLine[] {
  let state = FIRST_STATE;
  return text
    .split("\n")
    .slice(0, most)
    .map((line, index) => {
      const coloured = colourLine(line, state);
      state = coloured.state;
      return paintLine(line, coloured.stretches, names.get(index));
    });
}
