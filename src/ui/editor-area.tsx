import type { ReadonlySignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { startEditorSession } from "./editor-session";
import { usePage } from "./page";

interface Props {
  /** Where the editor lives; kept outside the views' tree, so that no rendering touches it. */
  readonly host: HTMLElement;
  readonly dark: ReadonlySignal<boolean>;
}

/** The place of the script editor. */
export function EditorArea({ host, dark }: Props) {
  const { playground, shell } = usePage();
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    host.classList.add("editor-host");
    place.current?.append(host);
    return startEditorSession(host, playground, shell, dark);
  }, []);
  return <section ref={place} class="editor-area" aria-label="Script" data-region="Script" />;
}
