import { effect } from "@preact/signals";
import { useContext, useEffect, useState } from "preact/hooks";
import { Shown } from "../../parts/tabs";

/** The longest pause after a slow redraw, in milliseconds: one hiccup of the machine must not hold up the page. */
const MOST_REST = 1_000;

/**
 * Redraws the component when what `read` reads changes, at most once a frame and less often if drawing is slow: drawing takes
 * at most a quarter of the time, however fast a script prints. A hidden panel is not redrawn until it is shown, with the latest
 * state.
 */
export function useFrame(read: () => unknown): void {
  const [, redraw] = useState(0);
  const shown = useContext(Shown);
  useEffect(() => {
    if (!shown) return;
    let frame = 0;
    let rested = 0;
    const draw = (now: number) => {
      if (now < rested) {
        frame = requestAnimationFrame(draw);
        return;
      }
      frame = 0;
      const began = performance.now();
      redraw((n) => n + 1);
      // The redraw itself is an earlier microtask.
      queueMicrotask(() => {
        rested = began + Math.min(MOST_REST, 4 * Math.max(0, performance.now() - began - 8));
      });
    };
    const stop = effect(() => {
      read();
      if (frame === 0) frame = requestAnimationFrame(draw);
    });
    return () => {
      stop();
      cancelAnimationFrame(frame);
    };
    // `read` reads signals, which stay the same.
  }, [shown]);
}
