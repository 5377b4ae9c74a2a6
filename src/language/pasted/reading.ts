/** A script that was pasted with what Lua does not know, read as if that were replaced. */
import { firstIndex } from "../../shared/first-index";
import type { Range } from "../parse/ast";
import { parse } from "../parse/parser";
import { type Foreign, foreignParts } from "./repair";

export interface PastedReading {
  /** What Lua does not know in the original. */
  readonly foreign: readonly Foreign[];
  /** Lua's words about the original. */
  readonly refused: string;
  /** The text without it. */
  readonly text: string;
  /** Where an offset of the original is in `text`. */
  offset(original: number): number;
  /** Where a range of `text` is in the original. */
  original<T extends Range>(range: T): T;
}

/** Returns how to read a script, or `null` if it must be read as written. */
export function readingOf(source: string): PastedReading | null {
  const foreign = foreignParts(source);
  if (foreign.length === 0) return null;
  const [refused] = parse(source).errors;
  // In a string that Lua accepts, even fences are part of the string.
  if (refused === undefined) return null;
  return { foreign, refused: refused.message, ...replaced(source, foreign) };
}

/** The text and cursor position for the editor's help, and the mapping back for its answers. */
export function readingAt(
  source: string,
  offset: number,
): { readonly text: string; readonly offset: number; back<T extends Range>(range: T): T } {
  const reading = readingOf(source);
  if (reading === null) return { text: source, offset, back: (range) => range };
  return { text: reading.text, offset: reading.offset(offset), back: reading.original };
}

/** Replaces characters Lua does not know with the ones to check. */
function replaced(
  source: string,
  foreign: readonly Foreign[],
): Pick<PastedReading, "text" | "offset" | "original"> {
  let text = "";
  let from = 0;
  const parts: (Range & { readonly at: number; readonly behind: number })[] = [];
  for (const { start, end, checked } of foreign) {
    text += source.slice(from, start);
    parts.push({ at: text.length, behind: text.length + checked.length, start, end });
    text += checked;
    from = end;
  }
  text += source.slice(from);
  const back = (offset: number, isStart: boolean) => {
    const after = firstIndex(parts.length, (index) => {
      const { at = 0 } = parts[index] ?? {};
      return isStart ? at > offset : at >= offset;
    });
    const part = parts[after - 1];
    if (part === undefined) return offset;
    if (offset >= part.behind) return part.end + offset - part.behind;
    return isStart ? part.start : part.end;
  };
  return {
    text,
    offset(original) {
      const after = firstIndex(parts.length, (index) => (parts[index]?.start ?? 0) >= original);
      const part = parts[after - 1];
      if (part === undefined) return original;
      return original < part.end ? part.behind : part.behind + original - part.end;
    },
    original(range) {
      const start = back(range.start, true);
      return { ...range, start, end: Math.max(start, back(range.end, false)) };
    },
  };
}
