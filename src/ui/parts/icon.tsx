import type { IconNode } from "lucide";
import { h } from "preact";

/** A Lucide icon as inline SVG; decorative, so the control around it carries the name. `size` in pixels at the browser's usual font size. */
export function Icon({ node, size = 16 }: { node: IconNode; size?: number }) {
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
      {node.map(([tag, attributes]) => h(tag, { ...attributes }))}
    </svg>
  );
}
