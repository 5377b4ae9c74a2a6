import { Download, RotateCcw } from "lucide";
import { useState } from "preact/hooks";
import type { Playground } from "../../../../app/playground";
import { worldFileName, worldText } from "../../../../app/world-file";
import { Button } from "../../../../ui/parts/button";
import { download } from "../../../../ui/parts/download";
import { ImportButton } from "../../../../ui/parts/import-button";
import type { World } from "../../simulator/world/world";
import { importWorld } from "../import-world";

/** The world out to a file, in from one, and back to its beginning. */
export function FileBlock({ playground, world }: { playground: Playground; world: World }) {
  const [wrong, setWrong] = useState<string | null>(null);
  const take = async (file: File) => {
    setWrong(null);
    setWrong(await importWorld(playground, file));
  };
  return (
    <section class="world-block" aria-labelledby="world-file">
      <h3 id="world-file">File</h3>
      <p class="note">
        The same file works in the terminal: <code>npm run lua -- --world FILE</code>, and{" "}
        <code>npm run graph -- --world FILE</code>. A file can also be dropped anywhere on the page.
      </p>
      <div class="world-actions">
        <Button
          icon={Download}
          onClick={() => download(worldFileName(world), "application/json", worldText(world))}
        >
          Export
        </Button>
        <ImportButton label="World file" onFile={(file) => void take(file)} />
        <Button icon={RotateCcw} onClick={() => playground.world.reset()}>
          Reset
        </Button>
      </div>
      {wrong === null ? null : (
        <p class="field-error" role="alert">
          {wrong}
        </p>
      )}
    </section>
  );
}
