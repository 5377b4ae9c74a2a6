import type { ComponentChildren, JSX } from "preact";
import { Icon, type IconSource } from "./icon";

type Rest = Omit<JSX.IntrinsicElements["button"], "icon" | "label" | "type">;

interface ButtonProps extends Rest {
  readonly type?: "submit";
  readonly icon?: IconSource;
  /** Icon size in pixels at the browser's default font size. */
  readonly size?: number;
  /** `main`: filled. `quiet`: no outline. `bad`: deletes something. */
  readonly look?: "main" | "quiet" | "bad" | undefined;
  /** The name and tooltip of an icon-only button. */
  readonly label?: string;
  readonly children?: ComponentChildren;
}

/** A button: an icon, words, or both. */
export function Button({ icon, size = 14, look, label, children, ...rest }: ButtonProps) {
  const looks = [look && `is-${look}`, label !== undefined && "is-quiet is-icon", rest.class];
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      {...rest}
      class={["button", ...looks].filter(Boolean).join(" ")}
    >
      {icon === undefined ? null : <Icon node={icon} size={size} />}
      {children}
    </button>
  );
}

/** An icon-only button. */
export function IconButton(props: ButtonProps & { icon: IconSource; label: string }) {
  return <Button size={16} {...props} />;
}
