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

interface PaneButtonProps extends Rest {
  readonly type?: "submit";
  readonly icon?: IconNode;
  /** Of the icon, in pixels. */
  readonly size?: number;
  readonly look?: "main" | "bad";
  /** The name of a button that is an icon only, and its tooltip. */
  readonly label?: string;
  readonly children?: ComponentChildren;
}

/** A button of a pane: an icon, words, or both. */
export function PaneButton({ icon, size = 14, look, label, children, ...rest }: PaneButtonProps) {
  const looks = [look && `pane-button-${look}`, label && "pane-button-icon", rest.class];
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      {...rest}
      class={["pane-button", ...looks].filter(Boolean).join(" ")}
    >
      {icon === undefined ? null : <Icon node={icon} size={size} />}
      {children}
    </button>
  );
}
