/** Line height in pixels for a font size: 14 px type on 19 px lines, as Monaco has it, and in proportion. */
export function lineHeight(fontSize: number): number {
  return Math.round((fontSize * 19) / 14);
}

/** Space above the first line in pixels, the same in both editors. */
export const PADDING = 12;
