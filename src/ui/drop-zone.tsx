import { useEffect, useState } from "preact/hooks";
import { TAKES_FILES } from "./early-events";
import { openFiles } from "./open-files";
import { usePlayground } from "./page";

/** Accepts `.lua` files and worlds (`.json`) dropped anywhere on the page, and says so during the drag. */
export function DropZone({ onOpened }: { onOpened(): void }) {
  const playground = usePlayground();
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
      void openFiles(playground, files).then((added) => added && onOpened());
    };
    // Capturing: otherwise a text field would insert the file's name.
    const listening = new AbortController();
    const options = { capture: true, signal: listening.signal };
    addEventListener("dragover", onDragOver, options);
    addEventListener("dragleave", onDragLeave, options);
    addEventListener("drop", onDrop, options);
    dispatchEvent(new Event(TAKES_FILES));
    return () => listening.abort();
  }, []);
  return over ? (
    <div ref={(sign) => sign?.showPopover()} class="drop-zone" popover="manual">
      Drop .lua files to open them, or a .json file to load a world
    </div>
  ) : null;
}
