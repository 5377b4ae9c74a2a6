import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";

/** The part of a pane that scrolls. `aria-label` names it. */
export function ScrollArea({ class: name, children, ...rest }: JSX.IntrinsicElements["section"]) {
  return (
    <section
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region must be reachable by keyboard.
      tabIndex={0}
      {...rest}
      class={name === undefined ? "pane-body" : `pane-body ${name}`}
    >
      {children}
    </section>
  );
}

/** Scrolls back to the top when the area shows another text. If the focus was in the old text, it moves to the area. */
export function useTopOf(
  area: { readonly current: HTMLElement | null },
  text: string,
  onChange?: () => void,
): void {
  const shown = useRef(text);
  useEffect(() => {
    if (shown.current === text) return;
    shown.current = text;
    area.current?.scrollTo(0, 0);
    if (area.current?.contains(document.activeElement)) area.current.focus({ preventScroll: true });
    onChange?.();
  }, [text]);
}
