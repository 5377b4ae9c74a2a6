import { elementScroll, observeElementOffset, observeElementRect, Virtualizer } from "@tanstack/virtual-core";
import { useLayoutEffect, useRef, useState } from "preact/hooks";

/** What a virtual list needs to know. Items are named by `base + index`, so that names stay when items leave in front. */
interface VirtualListOptions {
  readonly count: number;
  /** Items that have left at the front so far. */
  readonly base: number;
  /** Pixels a row takes before it has been measured. */
  readonly estimate: number;
  /** Another value means another list: what was measured is forgotten. */
  readonly epoch: unknown;
  /** True while the caller keeps the end in view itself. With this, another list begins at its start. */
  readonly following?: { readonly current: boolean };
}

/**
 * A list of which only the rows in view exist: TanStack's virtualizer as a hook. `scroller` is the element that scrolls; heights are measured as rows appear. When
 * items leave in front, the rows in view stay where they are.
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
    // Sizes of items that are gone would pile up over a long run.
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
  // The caller scrolls to the end once the rows are there. Else those of the old place would be drawn first, for nothing.
  if (following?.current === true)
    list.scrollOffset = Math.max(0, list.getTotalSize() - (list.scrollRect?.height ?? 0));
  const items = list.getVirtualItems();
  return {
    items,
    /** Style of the box that is as tall as all rows, and of the rows in it. */
    boxStyle: { height: `${list.getTotalSize()}px` },
    rowsStyle: { transform: `translateY(${items[0]?.start ?? 0}px)` },
    /** Ref of each row; the row carries `data-index`. */
    measure: list.measureElement,
    /** Brings a row into view and calls `found` with what `selector` finds in it. Returns a function that cancels. */
    reveal(index: number, selector: string, found: (element: HTMLElement) => void): () => void {
      let frame = 0;
      const reach = (tries: number) => {
        list.scrollToIndex(index, { align: "auto" });
        frame = requestAnimationFrame(() => {
          const row = scroller.current?.querySelector<HTMLElement>(`[data-index="${index}"] ${selector}`);
          if (row !== null && row !== undefined) found(row);
          // Rows between were taller than estimated: the list knows better by now.
          else if (tries > 0) reach(tries - 1);
        });
      };
      reach(20);
      return () => cancelAnimationFrame(frame);
    },
  };
}
