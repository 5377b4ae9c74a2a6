import { Check, Copy } from "lucide";
import { useEffect, useState } from "preact/hooks";
import { usePlayground } from "../../page";
import { Icon } from "../../parts/icon";
import { copyText } from "./clipboard";
import "./shared.css";

/** A button that copies what `text()` gives; `label` names it, `visible` also shows the label beside the icon. */
export function CopyButton({
  label,
  text,
  visible = false,
}: {
  label: string;
  text: () => string;
  visible?: boolean;
}) {
  const { notices } = usePlayground();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 1500);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = async () => setCopied(await copyText(notices, text()));
  return (
    <button
      type="button"
      class={visible ? "pane-button" : "pane-button pane-button-icon"}
      aria-label={visible ? undefined : label}
      title={visible ? undefined : label}
      onClick={() => void copy()}
    >
      <Icon node={copied ? Check : Copy} size={14} />
      {visible && <span>{copied ? "Copied" : label}</span>}
      {!visible && copied && (
        <span class="pane-hidden" role="status">
          Copied
        </span>
      )}
    </button>
  );
}
