import type { IconNode } from "lucide";
import type { ComponentChildren, JSX } from "preact";
import { Icon } from "./icon";

type Rest = Omit<JSX.IntrinsicElements["button"], "icon" | "label" | "type">;

/** A button that is an icon; `label` is its name and its tooltip. */
export function IconButton({
  icon,
  label,
  size = 16,
  ...rest
}: Rest & { icon: IconNode; label: string; size?: number }) {
  return (
    <button
      type="button"
      title={label}
      {...rest}
      class={`icon-button ${rest.class ?? ""}`}
      aria-label={label}
    >
      <Icon node={icon} size={size} />
    </button>
  );
}

/** A button with words, an icon in front when there is one. */
export function Button({ icon, children, ...rest }: Rest & { icon?: IconNode; children: ComponentChildren }) {
  return (
    <button type="button" {...rest} class={`button ${rest.class ?? ""}`}>
      {icon === undefined ? null : <Icon node={icon} size={14} />}
      {children}
    </button>
  );
}
