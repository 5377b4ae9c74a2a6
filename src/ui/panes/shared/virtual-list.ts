import { signal } from "@preact/signals";
import { useEffect, useLayoutEffect, useState } from "preact/hooks";
import { usePlayground } from "../../page";
import { type ListOptions, MOST_PLAIN, plainRows, type Rows, type Scroller } from "./plain-rows";

/** Draws long lists. `null` until it has loaded: the output of most runs is short. */
const forLong = signal<typeof import("./virtual-rows") | null>(null);

/**
 * A list of any length. A short one is drawn whole, a long one only where it is in view, as soon as the code for that has
 * loaded. `scroller` is the element that scrolls.
 */
export function useVirtualList(scroller: Scroller, options: ListOptions) {
  const { base, epoch, following } = options;
  const { notices } = usePlayground();
  const [, setDraws] = useState(0);
  const redraw = () => setDraws((n) => n + 1);
  const [list] = useState(() => {
    const rows: Rows = plainRows(scroller, redraw);
    return { rows, plain: true, base, epoch };
  });
  const long = options.count > MOST_PLAIN;
  useEffect(() => {
    if (!long || forLong.peek() !== null) return;
    void notices.attemptLoading("show the rest of the list", async () => {
      forLong.value = await import("./virtual-rows");
    });
  }, [long, epoch]);
  const loaded = forLong.value;
  // In a hidden pane, rows have no heights to take over.
  if (list.plain && long && loaded !== null && scroller.current?.clientHeight !== 0) {
    list.rows = loaded.virtualRows(scroller, { ...options, base: list.base }, redraw);
    list.plain = false;
  }
  let shift = 0;
  if (list.epoch !== epoch) {
    list.rows.renew(options);
    if (following !== undefined) shift = Number.POSITIVE_INFINITY;
  } else if (list.base !== base) shift = list.rows.drop(base - list.base);
  Object.assign(list, { base, epoch });
  useLayoutEffect(() => () => list.rows.end(), []);
  useLayoutEffect(() => {
    const element = scroller.current;
    const jump = (event: KeyboardEvent) => element !== null && jumpByKey(element, event);
    element?.addEventListener("keydown", jump);
    return () => element?.removeEventListener("keydown", jump);
  }, []);
  useLayoutEffect(() => {
    list.rows.drawn();
    const element = scroller.current;
    if (shift > 0 && element !== null && following?.current !== true)
      element.scrollTop = Math.max(0, element.scrollTop - shift);
  });
  return {
    ...list.rows.draw(options),
    /** Draws a row and calls `found` with the `selector` match in it, which may be out of view. Returns a function that cancels. */
    reveal(index: number, selector: string, found: (element: HTMLElement) => void): () => void {
      let frame = 0;
      const reach = (tries: number) => {
        list.rows.bring(index);
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

/**
 * Home and End at once. The browser scrolls there step by step, and stops on its way when rows turn out taller than estimated and
 * the list corrects its position.
 */
function jumpByKey(element: HTMLElement, event: KeyboardEvent): void {
  const { key, target, altKey, ctrlKey, metaKey, shiftKey } = event;
  if (target !== element || altKey || ctrlKey || metaKey || shiftKey) return;
  if (key !== "Home" && key !== "End") return;
  event.preventDefault();
  element.scrollTop = key === "Home" ? 0 : element.scrollHeight;
}
