import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

interface Props {
  readonly list: ComponentChildren;
  /** Null: no item is open. */
  readonly form: ComponentChildren | null;
  /** Beside the list while no form is open. */
  readonly empty: ComponentChildren;
}

/**
 * A list beside the form of one of its items; where the page is narrow, the form takes the list's place. When the form
 * closes, the focus goes back to where it last was in the list.
 */
export function ListAndForm({ list, form, empty }: Props) {
  const side = useRef<HTMLDivElement>(null);
  const opener = useRef<Element | null>(null);
  const isOpen = form !== null;
  const was = useRef(isOpen);
  useLayoutEffect(() => {
    const closed = was.current && !isOpen;
    was.current = isOpen;
    if (!closed) return;
    const back = opener.current?.isConnected ? opener.current : side.current?.querySelector("input, button");
    if (back instanceof HTMLElement) back.focus();
  }, [isOpen]);
  return (
    <div class="world-two" data-open={isOpen}>
      <div
        ref={side}
        class="world-side"
        onFocusIn={(event) => {
          opener.current = event.target instanceof Element ? event.target : null;
        }}
      >
        {list}
      </div>
      <div class="world-main">{form ?? <p class="world-empty">{empty}</p>}</div>
    </div>
  );
}
