import { elementScroll, observeElementOffset, observeElementRect, Virtualizer } from "@tanstack/virtual-core";
import type { ListOptions, Rows, Scroller } from "./plain-rows";

/** Rows drawn beyond the visible ones, at both ends. */
const OVERSCAN = 8;

type List = Virtualizer<HTMLElement, Element>;

/**
 * Draws only the rows in view: TanStack's virtualizer. Heights are measured as rows appear. When rows are dropped at the front,
 * those in view stay where they are, and so they do when it takes over from `plainRows`.
 */
export function virtualRows(scroller: Scroller, first: ListOptions, redraw: () => void): Rows {
  let { base } = first;
  /** A new function makes the list ask for all keys again. */
  const keysFrom = (from: number) => (index: number) => from + index;
  let keyOf = keysFrom(base);
  const optionsOf = ({ count, estimate }: ListOptions) => ({
    count,
    overscan: OVERSCAN,
    estimateSize: () => estimate,
    getScrollElement: () => scroller.current,
    getItemKey: keyOf,
    scrollToFn: elementScroll,
    observeElementRect,
    observeElementOffset,
    onChange: redraw,
  });
  const list: List = new Virtualizer(optionsOf(first));
  if (scroller.current !== null) takeOver(list, scroller.current, base);
  return {
    renew(options) {
      if (options.following !== undefined) list.scrollOffset = 0;
      list.itemSizeCache.clear();
      base = options.base;
      keyOf = keysFrom(base);
    },
    drop(dropped) {
      const moved = list.measurementsCache[dropped]?.start ?? 0;
      base += dropped;
      keyOf = keysFrom(base);
      // Sizes of dropped rows would pile up over a long run.
      for (const key of list.itemSizeCache.keys()) if (Number(key) < base) list.itemSizeCache.delete(key);
      return moved;
    },
    draw(options) {
      list.setOptions(optionsOf(options));
      // The caller scrolls to the end once the rows exist. Otherwise those at the old position would be drawn first, for nothing.
      if (options.following?.current === true)
        list.scrollOffset = Math.max(0, list.getTotalSize() - (list.scrollRect?.height ?? 0));
      const items = list.getVirtualItems();
      return {
        items,
        boxStyle: { height: `${list.getTotalSize()}px` },
        rowsStyle: { transform: `translateY(${items[0]?.start ?? 0}px)` },
        measure: list.measureElement,
      };
    },
    drawn: list._willUpdate,
    bring(index) {
      list.scrollToIndex(index, { align: "auto" });
    },
    end: list._didMount(),
  };
}

/** Takes the heights of the rows that are in the document, and scrolls to where they are now. */
function takeOver(list: List, element: HTMLElement, base: number): void {
  const rows = [...element.querySelectorAll<HTMLElement>("[data-index]")];
  const indexOf = (row: HTMLElement) => Number(row.dataset.index);
  const topOf = (row: HTMLElement) => row.getBoundingClientRect().top - topOfRows;
  for (const row of rows) list.itemSizeCache.set(base + indexOf(row), row.offsetHeight);
  list.scrollRect = { width: element.clientWidth, height: element.clientHeight };
  list.scrollOffset = element.scrollTop;
  const topOfRows = rows[0]?.parentElement?.getBoundingClientRect().top ?? 0;
  const edge = element.getBoundingClientRect().top - topOfRows;
  const seen = rows.findIndex((row) => topOf(row) + row.offsetHeight > edge);
  // The first row that the list will draw: the others follow it. Heights are rounded, so it matters which.
  const first = rows[Math.max(0, seen - OVERSCAN)];
  if (first === undefined) return;
  list.getTotalSize();
  list.scrollOffset += (list.measurementsCache[indexOf(first)]?.start ?? topOf(first)) - topOf(first);
}
