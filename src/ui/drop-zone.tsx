import { useEffect, useState } from "preact/hooks";
import type { Playground } from "../app/playground";
import { messageOf } from "../shared/message-of";
import { loadView } from "./integration-view";
import { usePlayground } from "./page";
import { importFiles } from "./sidebar/script-files";

/** Takes `.lua` files and worlds (`.json`) dropped anywhere on the page, and says so while one hovers. */
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
      const worlds = files.filter(isWorld);
      const scripts = files.filter((file) => !isWorld(file));
      if (scripts.length > 0) void importFiles(playground, scripts).then(onOpened);
      for (const file of worlds.slice(-1)) void takeWorld(playground, file);
    };
    // Capturing: a text field would take the file's name as text.
    const listening = new AbortController();
    const options = { capture: true, signal: listening.signal };
    addEventListener("dragover", onDragOver, options);
    addEventListener("dragleave", onDragLeave, options);
    addEventListener("drop", onDrop, options);
    return () => listening.abort();
  }, []);
  return over ? (
    <div ref={(sign) => sign?.showPopover()} class="drop-zone" popover="manual">
      Drop .lua files to open them, or a .json file to load a world
    </div>
  ) : null;
}

function isWorld(file: File): boolean {
  return /\.json$/i.test(file.name);
}

/** Reading a world needs all of its schemas: they come when one is dropped. */
async function takeWorld(playground: Playground, file: File): Promise<void> {
  let wrong: string | null;
  try {
    const importWorld = await loadView((views) => views.importWorld());
    wrong = await importWorld({ world: playground.worlds.main, notices: playground.notices }, file);
  } catch (error) {
    wrong = `${file.name} was not imported: couldn't load the importer (${messageOf(error)}). Check the connection, then try again.`;
  }
  if (wrong !== null) playground.notices.error(wrong);
}
