import type { IconNode } from "lucide";
import type { ComponentChildren } from "preact";
import { useId, useRef, useState } from "preact/hooks";
import { IconButton } from "./button";
import { Icon, type IconSource } from "./icon";

interface MenuItem {
  readonly label: ComponentChildren;
  readonly icon: IconSource;
  readonly danger?: boolean;
  /** False while there is nothing to do: the menu then opens without it. */
  when?(): boolean;
  run(): void;
}

export interface MenuProps {
  readonly label: string;
  readonly icon: IconNode;
  /** `null` draws a line. */
  readonly items: readonly (MenuItem | null)[];
  readonly class?: string;
  /** Text above the commands. */
  readonly note?: ComponentChildren;
}

/** A button that opens a menu of commands: a native popover, closed by Escape or a click elsewhere. */
export function Menu({ label, icon, items, note, class: className }: MenuProps) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  // Opening or closing a dialog also recomputes the styles of hidden commands, so they are not rendered.
  const [open, setOpen] = useState(false);

  const entries = () => Array.from(menu.current?.querySelectorAll("button") ?? []);

  const place = (open: boolean) => {
    button.current?.setAttribute("aria-expanded", String(open));
    const at = button.current?.getBoundingClientRect();
    if (!open || at === undefined || menu.current === null) return;
    const { style, offsetWidth, offsetHeight } = menu.current;
    style.left = `${Math.max(8, Math.min(at.left, innerWidth - offsetWidth - 8))}px`;
    style.top = `${at.bottom + offsetHeight + 8 > innerHeight ? Math.max(8, at.top - offsetHeight) : at.bottom + 2}px`;
    if (!menu.current.contains(document.activeElement)) entries()[0]?.focus();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (!menu.current?.matches(":popover-open")) return;
    const all = entries();
    // The browser reports later that the menu is open. Until then the focus is still on its button.
    const at = Math.max(
      0,
      all.findIndex((entry) => entry.matches(":focus")),
    );
    const to = { ArrowDown: at + 1, ArrowUp: at - 1 + all.length, Home: 0, End: all.length - 1 }[event.key];
    if (event.key === "Tab") menu.current?.hidePopover();
    if (to === undefined) return;
    event.preventDefault();
    all[to % all.length]?.focus();
  };

  return (
    <>
      <IconButton
        ref={button}
        icon={icon}
        label={label}
        class={className}
        aria-haspopup="menu"
        aria-expanded="false"
        popovertarget={id}
        onKeyDown={onKeyDown}
      />
      <div
        ref={menu}
        id={id}
        class="menu"
        popover="auto"
        onBeforeToggle={(event) => event.newState === "open" && setOpen(true)}
        onToggle={(event) => {
          place(event.newState === "open");
          if (event.newState === "closed") setOpen(false);
        }}
      >
        {note === undefined ? null : <p class="menu-note">{note}</p>}
        <div role="menu" tabIndex={-1} aria-label={label} onKeyDown={onKeyDown}>
          {open &&
            items.map((item, index) =>
              item === null ? (
                <hr key={index} />
              ) : item.when?.() === false ? null : (
                <button
                  key={index}
                  type="button"
                  role="menuitem"
                  tabIndex={-1}
                  class={item.danger ? "menu-item danger" : "menu-item"}
                  onClick={() => {
                    menu.current?.hidePopover();
                    item.run();
                  }}
                >
                  <Icon node={item.icon} size={14} />
                  {item.label}
                </button>
              ),
            )}
        </div>
      </div>
    </>
  );
}
