/**
 * Returns a function that does `work` once before the next paint, however often it is called, and one that does any pending
 * work immediately. A hidden page paints nothing, so it uses a timer.
 */
export function oncePerFrame(work: () => void): { readonly soon: () => void; readonly now: () => void } {
  let due: (() => void) | null = null;
  const fire = () => {
    due?.();
    due = null;
    work();
  };
  return {
    soon() {
      if (due !== null) return;
      if (document.hidden) {
        const timer = setTimeout(fire, 100);
        due = () => clearTimeout(timer);
      } else {
        const frame = requestAnimationFrame(fire);
        due = () => cancelAnimationFrame(frame);
      }
    },
    now() {
      if (due !== null) fire();
    },
  };
}
