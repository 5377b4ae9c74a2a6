/** Default pane sizes in percent, and smallest sizes in pixels. The first frame uses them too. */
export const PANES = {
  sidebar: { min: 170, wide: 17, medium: 0 },
  centre: { min: 320, wide: 50, medium: 58 },
  side: { min: 260, wide: 33, medium: 42 },
  editor: { min: 120, size: 62 },
  console: { min: 80, size: 38 },
} as const;

/** Width of a separator in pixels. */
export const GUTTER = 7;

/** Media queries: where there are three columns, and where there is one view at a time, as on a phone on its side. */
export const WIDE = "(min-width: 68.75em)";
export const NARROW =
  "(max-width: 47.4988em) or ((pointer: coarse) and (max-width: 60em) and (max-height: 28em))";

/** How a pane in a split gets its size. */
export function paneStyle(percent: number, min: number, isRow: boolean) {
  return { flex: `${percent} 1 0px`, [isRow ? "minWidth" : "minHeight"]: `${min}px` };
}
