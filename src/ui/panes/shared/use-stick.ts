import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";

// Within this many pixels of the end, the pane counts as at the end.
const NEAR = 24;
const UP_KEYS = new Set(["ArrowUp", "PageUp", "Home"]);

export type Stick = ReturnType<typeof useStick>;

/**
 * Keeps the end of a scrolling element in view while content is added, until the person scrolls up by wheel, key, touch or
 * scroll bar. Scrolling down to the end, or a new `epoch`, resumes it. Scroll events alone don't stop it, since growing and
 * shrinking content causes them too. Without `follow` the beginning stays in view. When it becomes true, the end is shown
 * unless the person has left the beginning.
 */
export function useStick(scroller: { readonly current: HTMLElement | null }, epoch: number, follow = true) {
  const [away, setAway] = useState(false);
  const stick = useRef(follow);
  const lastTop = useRef(0);
  const last = useRef({ epoch, follow });
  // During rendering: a list draws the rows that will be in view.
  if (last.current.epoch !== epoch) stick.current = follow;
  else if (follow && !last.current.follow && scroller.current?.scrollTop === 0) stick.current = true;
  last.current = { epoch, follow };
  const settle = () => {
    const element = scroller.current;
    if (element === null) return;
    if (stick.current) {
      element.scrollTop = element.scrollHeight;
      lastTop.current = element.scrollTop;
    }
    setAway(!stick.current && !atEnd(element));
  };
  useLayoutEffect(settle);
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const change = (value: boolean) => {
      if (stick.current === value) return;
      stick.current = value;
      settle();
    };
    const letGo = () => {
      if (element.scrollHeight > element.clientHeight) change(false);
    };
    const listening = new AbortController();
    const options = { passive: true, signal: listening.signal };
    const on = <Type extends keyof HTMLElementEventMap>(
      type: Type,
      handle: (event: HTMLElementEventMap[Type]) => void,
    ) => element.addEventListener(type, handle, options);
    let dragging = false;
    let fingerY = 0;
    on("wheel", (event) => event.deltaY < 0 && letGo());
    on("keydown", ({ target, key, shiftKey }) => {
      if (target === element && (UP_KEYS.has(key) || (key === " " && shiftKey))) letGo();
    });
    on("touchstart", (event) => (fingerY = event.touches[0]?.clientY ?? 0));
    on("touchmove", (event) => {
      const y = event.touches[0]?.clientY ?? fingerY;
      if (y > fingerY) letGo();
      fingerY = y;
    });
    // What is unfolded must not move away from the pointer.
    element.addEventListener(
      "click",
      (event) => {
        if (event.target instanceof Element && event.target.closest("button") !== null) change(false);
      },
      { ...options, capture: true },
    );
    // On the element itself outside its content box: its scroll bar.
    on("pointerdown", (event) => {
      dragging = event.target === element && event.offsetX >= element.clientWidth;
    });
    window.addEventListener("pointerup", () => (dragging = false), options);
    on("scroll", () => {
      const { scrollTop } = element;
      const moved = scrollTop - lastTop.current;
      lastTop.current = scrollTop;
      if (moved > 0 && atEnd(element)) change(true);
      else if (moved < 0 && dragging) letGo();
      setAway(!stick.current && !atEnd(element));
    });
    return () => listening.abort();
  }, [scroller]);
  return {
    /** True while the end is kept in view. */
    stick,
    /** Call this when the content's height changes without a redraw of the pane. */
    settle,
    /** True if the end is out of view. */
    away,
    /** Scrolls to the end and stays there. */
    toEnd() {
      stick.current = true;
      settle();
      scroller.current?.focus({ preventScroll: true });
    },
  };
}

function atEnd({ scrollHeight, scrollTop, clientHeight }: HTMLElement): boolean {
  return scrollHeight - scrollTop - clientHeight <= NEAR;
}
