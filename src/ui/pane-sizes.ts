/** The sizes of panes that nobody has moved, in percent, and the smallest in pixels. The first frame has them too. */
export const PANES = {
  sidebar: { min: 170, wide: 17, medium: 0 },
  centre: { min: 320, wide: 50, medium: 58 },
  side: { min: 260, wide: 33, medium: 42 },
  editor: { min: 120, size: 62 },
  console: { min: 80, size: 38 },
} as const;

/** Pixels of a separator. */
export const GUTTER = 7;

/** From which width on there are three columns, and below which there is one view at a time. Media queries. */
export const WIDE = "(min-width: 68.75em)";
export const NARROW = "(max-width: 47.4988em)";

/** How a pane in a split gets its size. */
export function paneStyle(percent: number, min: number, isRow: boolean) {
  return { flex: `${percent} 1 0px`, [isRow ? "minWidth" : "minHeight"]: `${min}px` };
}
