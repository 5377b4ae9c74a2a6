import { signal } from "@preact/signals";
import type { IconNode } from "lucide";
import { h } from "preact";

type MenuIcons = typeof import("./menu-icons");

/** An icon, or the name of one that loads later. */
export type IconSource = IconNode | keyof MenuIcons;

const menuIcons = signal<MenuIcons | null>(null);

/** Loads the named icons. Without a connection their places stay empty. */
export function loadMenuIcons(): void {
  import("./menu-icons").then(
    (icons) => {
      menuIcons.value = icons;
    },
    () => {},
  );
}

/** A Lucide icon as inline SVG. Decorative: the control around it has the name. `size` is in pixels at the default font size. */
export function Icon({ node, size = 16 }: { node: IconSource; size?: number }) {
  const drawn = typeof node === "string" ? (menuIcons.value?.[node] ?? []) : node;
  return (
    <svg
      class="icon"
      style={{ width: `${size / 16}rem`, height: `${size / 16}rem` }}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      {drawn.map(([tag, attributes]) => h(tag, { ...attributes }))}
    </svg>
  );
}
