import { elementScroll, observeElementOffset, observeElementRect, Virtualizer } from "@tanstack/virtual-core";
import { useLayoutEffect, useRef, useState } from "preact/hooks";

/** Options of a virtual list. Items are keyed by `base + index`, so keys stay the same when items are dropped at the front. */
interface VirtualListOptions {
  readonly count: number;
  /** How many items have been dropped at the front so far. */
  readonly base: number;
  /** Height of a row in pixels before it has been measured. */
  readonly estimate: number;
  /** A new value means a new list: measurements are dropped. */
  readonly epoch: unknown;
  /** True while the caller keeps the end in view itself. If given, a new list starts at its beginning. */
  readonly following?: { readonly current: boolean };
}

/**
 * A list that only renders the rows in view: TanStack's virtualizer as a hook. `scroller` is the element that scrolls. Heights
 * are measured as rows appear. When items are dropped at the front, the rows in view stay where they are.
 */
export function useVirtualList(
  scroller: { readonly current: HTMLElement | null },
  { count, base, estimate, epoch, following }: VirtualListOptions,
) {
  const [, redraw] = useState(0);
  const last = useRef({ base, epoch, keyOf: (index: number) => base + index });
  const options = {
    count,
    overscan: 8,
    estimateSize: () => estimate,
    getScrollElement: () => scroller.current,
    getItemKey: last.current.keyOf,
    scrollToFn: elementScroll,
    observeElementRect,
    observeElementOffset,
    onChange: () => redraw((n) => n + 1),
  };
  const [list] = useState(() => new Virtualizer<HTMLElement, Element>(options));
  let shift = 0;
  if (last.current.epoch !== epoch) {
    if (following !== undefined) {
      list.scrollOffset = 0;
      shift = Number.POSITIVE_INFINITY;
    }
    list.itemSizeCache.clear();
    last.current = { base, epoch, keyOf: (index) => base + index };
  } else if (last.current.base !== base) {
    shift = list.measurementsCache[base - last.current.base]?.start ?? 0;
    last.current = { base, epoch, keyOf: (index) => base + index };
    // Sizes of dropped items would pile up over a long run.
    for (const key of list.itemSizeCache.keys()) if (Number(key) < base) list.itemSizeCache.delete(key);
  }
  list.setOptions({ ...options, getItemKey: last.current.keyOf });

  useLayoutEffect(() => list._didMount(), [list]);
  useLayoutEffect(() => {
    list._willUpdate();
    const element = scroller.current;
    if (shift > 0 && element !== null && following?.current !== true)
      element.scrollTop = Math.max(0, element.scrollTop - shift);
  });
  // The caller scrolls to the end once the rows exist. Otherwise those at the old position would be drawn first, for nothing.
  if (following?.current === true)
    list.scrollOffset = Math.max(0, list.getTotalSize() - (list.scrollRect?.height ?? 0));
  const items = list.getVirtualItems();
  return {
    items,
    /** Styles of the box, which is as tall as all rows, and of the rows in it. */
    boxStyle: { height: `${list.getTotalSize()}px` },
    rowsStyle: { transform: `translateY(${items[0]?.start ?? 0}px)` },
    /** Ref of each row. The row needs `data-index`. */
    measure: list.measureElement,
    /** Brings a row into view and calls `found` with the `selector` match in it. Returns a function that cancels. */
    reveal(index: number, selector: string, found: (element: HTMLElement) => void): () => void {
      let frame = 0;
      const reach = (tries: number) => {
        list.scrollToIndex(index, { align: "auto" });
        frame = requestAnimationFrame(() => {
          const row = scroller.current?.querySelector<HTMLElement>(`[data-index="${index}"] ${selector}`);
          if (row !== null && row !== undefined) found(row);
          // Rows in between were taller than estimated. The list knows better now.
          else if (tries > 0) reach(tries - 1);
        });
      };
      reach(20);
      return () => cancelAnimationFrame(frame);
    },
  };
}
