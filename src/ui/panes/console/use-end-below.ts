import { useEffect, useRef, useState } from "preact/hooks";
import type { RunEnd } from "../../../app/run-end";

/** An end is just out of view if it is no further away than this many of its rows. */
const SLIGHT_ROWS = 3;
/** Visible parts are measured in fractions of a pixel. */
const WHOLE = 0.95;

/**
 * Whether the row that says how the run ended is below the visible part. Calls `onSeen` when that may have changed, with whether
 * the end is just out of view of someone who reads the beginning.
 */
export function useEndBelow(
  scroller: { readonly current: HTMLElement | null },
  end: RunEnd | null,
  onSeen: (slightly: boolean) => void,
): boolean {
  const [below, setBelow] = useState(false);
  const seen = useRef(onSeen);
  seen.current = onSeen;
  useEffect(() => {
    const root = scroller.current;
    const row = end === null ? null : root?.querySelector<HTMLElement>(".console-end-line");
    if (!root || !row) return;
    const watcher = new IntersectionObserver(
      ([entry]) => {
        if (!entry?.rootBounds) return;
        const over = root.scrollHeight - root.clientHeight;
        setBelow(
          entry.intersectionRatio < WHOLE && entry.boundingClientRect.bottom > entry.rootBounds.bottom,
        );
        seen.current(root.scrollTop === 0 && over > 0 && over <= SLIGHT_ROWS * row.offsetHeight);
      },
      { root, threshold: [0, WHOLE] },
    );
    // A hidden console that is shown again reports nothing by itself if the row stays out of view.
    const resized = new ResizeObserver(() => {
      watcher.unobserve(row);
      watcher.observe(row);
    });
    resized.observe(root);
    return () => {
      resized.disconnect();
      watcher.disconnect();
      setBelow(false);
    };
  }, [end]);
  return below;
}
