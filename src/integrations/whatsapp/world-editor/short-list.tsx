import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { Button } from "../../../ui/parts/button";

const STEP = 100;

interface Props<Item> {
  readonly label: string;
  readonly items: readonly Item[];
  /** Returns an `<li>` with a key. */
  children(item: Item): ComponentChildren;
}

/** A list that shows its first hundred items, and a hundred more on request, since a world may have thousands. */
export function ShortList<Item>({ label, items, children }: Props<Item>) {
  const [most, setMost] = useState(STEP);
  const list = useRef<HTMLUListElement>(null);
  const before = useRef(items.length);
  useLayoutEffect(() => {
    // Removing an item has lost the focus.
    if (items.length < before.current && document.activeElement === document.body) list.current?.focus();
    before.current = items.length;
  }, [items.length]);
  const rest = items.length - most;
  return (
    <>
      <ul ref={list} class="world-list" aria-label={label} tabIndex={-1}>
        {items.slice(0, most).map(children)}
      </ul>
      {rest > 0 ? (
        <Button onClick={() => setMost(most + STEP)}>
          Show {Math.min(rest, STEP)} more of {rest}
        </Button>
      ) : null}
    </>
  );
}
