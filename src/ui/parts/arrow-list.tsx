import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";

interface Props {
  /** The list's name for screen readers. */
  readonly label: string;
  readonly class?: string;
  /** Selector of the button that Tab reaches first. Default: the first one. */
  readonly start?: string;
  readonly children: ComponentChildren;
}

/** Buttons that share one Tab stop: arrow keys, Home and End move among them. */
export function ArrowList({ label, class: className, start = ":not(*)", children }: Props) {
  const box = useRef<HTMLElement>(null);
  const items = () =>
    Array.from(box.current?.querySelectorAll<HTMLElement>("button:not([popover] *), summary") ?? []);
  const keepOneStop = () => {
    const all = items();
    const focused = all.find((item) => item.matches(":focus"));
    const stop =
      focused ?? all.find((item) => item.matches(start)) ?? all.find((item) => item.tabIndex === 0);
    for (const item of all) item.tabIndex = item === (stop ?? all[0]) ? 0 : -1;
  };
  useEffect(() => {
    if (box.current === null) return;
    keepOneStop();
    const observer = new MutationObserver(keepOneStop);
    observer.observe(box.current, { childList: true, subtree: true, attributeFilter: ["aria-current"] });
    return () => observer.disconnect();
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    const all = items().filter((item) => item.checkVisibility());
    const at = all.findIndex((item) => item.matches(":focus"));
    const last = all.length - 1;
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: last }[event.key];
    if (at < 0 || to === undefined) return;
    event.preventDefault();
    all[Math.max(0, Math.min(to, last))]?.focus();
  };
  return (
    <nav ref={box} aria-label={label} class={className} onKeyDown={onKeyDown} onFocusIn={keepOneStop}>
      {children}
    </nav>
  );
}
