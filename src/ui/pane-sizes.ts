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

/** Media queries: the width from which there are three columns, and the one below which there is one view at a time. */
export const WIDE = "(min-width: 68.75em)";
export const NARROW = "(max-width: 47.4988em)";

/** How a pane in a split gets its size. */
export function paneStyle(percent: number, min: number, isRow: boolean) {
  return { flex: `${percent} 1 0px`, [isRow ? "minWidth" : "minHeight"]: `${min}px` };
}
