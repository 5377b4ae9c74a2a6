import type { JSX } from "preact";

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
