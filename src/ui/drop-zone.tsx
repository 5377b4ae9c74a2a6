import { useEffect, useState } from "preact/hooks";
import type { Playground } from "../app/playground";
import { importFiles } from "./sidebar/script-files";

/** Takes `.lua` files dropped anywhere on the page, and says so while one hovers. */
export function DropZone({ playground, onOpened }: { playground: Playground; onOpened(): void }) {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;
    const onDragOver = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const onDragLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const onDrop = (event: DragEvent) => {
      setOver(false);
      if (!hasFiles(event)) return;
      event.preventDefault();
      event.stopPropagation();
      const files = Array.from(event.dataTransfer?.files ?? []);
      void importFiles(files, playground.scripts, playground.notices).then(onOpened);
    };
    // Capturing: a text field would take the file's name as text.
    const listening = new AbortController();
    const options = { capture: true, signal: listening.signal };
    addEventListener("dragover", onDragOver, options);
    addEventListener("dragleave", onDragLeave, options);
    addEventListener("drop", onDrop, options);
    return () => listening.abort();
  }, []);
  return over ? <div class="drop-zone">Drop .lua files to open them as scripts</div> : null;
}
