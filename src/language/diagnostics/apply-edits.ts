import type { Fix } from "./diagnostic";

/** Returns the source with a fix's edits, whose offsets are those of the source and don't overlap. */
export function applyEdits(source: string, edits: Fix["edits"]): string {
  return edits
    .toSorted((a, b) => b.start - a.start)
    .reduce((text, { start, end, text: put }) => text.slice(0, start) + put + text.slice(end), source);
}
