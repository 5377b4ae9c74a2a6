/** The most rows drawn without the virtualizer. Of a longer list, this many are shown until it has loaded. */
export const MOST_PLAIN = 100;

/** Options of a list. Its rows are keyed by `base + index`, so keys stay the same when rows are dropped at the front. */
export interface ListOptions {
  readonly count: number;
  /** How many rows have been dropped at the front so far. */
  readonly base: number;
  /** Height of a row in pixels before it has been measured. */
  readonly estimate: number;
  /** A new value means a new list: measurements are dropped. */
  readonly epoch: unknown;
  /** True while the caller keeps the end in view itself. If given, a new list starts at its beginning. */
  readonly following?: { readonly current: boolean };
}

export interface Scroller {
  readonly current: HTMLElement | null;
}

type Style = Readonly<Record<string, string>>;

/** What to render. */
interface DrawnRows {
  readonly items: readonly { readonly index: number; readonly key: unknown }[];
  /** Styles of the box, which is as tall as all rows, and of the rows in it. */
  readonly boxStyle: Style;
  readonly rowsStyle: Style;
  /** Ref of each row. The row needs `data-index`. */
  measure(row: Element | null): void;
}

/** Decides which rows are drawn: all of them (`plainRows`) or those in view (`virtualRows`). */
export interface Rows {
  /** Another list begins. */
  renew(options: ListOptions): void;
  /** Rows are dropped at the front. Returns how many pixels that moves up the others. Call it before they are redrawn. */
  drop(dropped: number): number;
  draw(options: ListOptions): DrawnRows;
  /** Call this when the rows are in the document. */
  drawn(): void;
  /** Makes sure that a row is among those drawn next. */
  bring(index: number): void;
  end(): void;
}

const BOX: Style = { contain: "none" };
const ROWS: Style = { position: "relative", display: "flow-root" };
const nothing = () => {};

/**
 * Draws every row of a short list. Of a longer one it draws the last rows while the end is followed, otherwise the first. They
 * stay when following stops.
 */
export function plainRows(scroller: Scroller, redraw: () => void): Rows {
  /** Key of the first row drawn. */
  let first = 0;
  let base = 0;
  const rowAt = (index: number) => scroller.current?.querySelector<HTMLElement>(`[data-index="${index}"]`);
  return {
    renew() {
      first = 0;
    },
    drop(dropped) {
      if (first >= base + dropped) return 0;
      return rowAt(dropped)?.offsetTop ?? Number.POSITIVE_INFINITY;
    },
    draw(options) {
      base = options.base;
      const end = base + options.count;
      const latest = Math.max(base, end - MOST_PLAIN);
      first = options.following?.current === true ? latest : Math.min(Math.max(first, base), latest);
      const items = Array.from({ length: Math.min(MOST_PLAIN, end - first) }, (_, at) => ({
        index: first - base + at,
        key: first + at,
      }));
      return { items, boxStyle: BOX, rowsStyle: ROWS, measure: nothing };
    },
    drawn: nothing,
    bring(index) {
      if (rowAt(index)) return;
      first = base + index - MOST_PLAIN / 2;
      redraw();
    },
    end: nothing,
  };
}
