import { Check, Copy } from "lucide";
import { useEffect, useState } from "preact/hooks";
import { usePlayground } from "../../page";
import { Button } from "../../parts/button";
import { copyText } from "./clipboard";
import "./shared.css";

/** A button that copies what `text()` returns. */
export function CopyButton({ label, text }: { label: string; text: () => string }) {
  const { notices } = usePlayground();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 1500);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = async () => setCopied(await copyText(notices, text()));
  return (
    <Button icon={copied ? Check : Copy} label={label} onClick={() => void copy()}>
      {copied && (
        <span class="visually-hidden" role="status">
          Copied
        </span>
      )}
    </Button>
  );
}
