import { Notices } from "../../../ui/notices";
import { usePlayground } from "../../../ui/page";
import { Dialog } from "../../../ui/parts/dialog";
import { lazy } from "../../../ui/parts/lazy";

const WorldEditor = lazy("The world editor", async () => (await import("./world-editor")).WorldEditor);

/** The simulated world, looked at and changed by hand. The frame comes at once, what is in it when it is first opened. */
export function WorldDialog({ onClose }: { onClose(): void }) {
  const playground = usePlayground();
  return (
    <Dialog title="Simulated world" class="world-dialog" onClose={onClose}>
      <WorldEditor playground={playground} />
      <Notices notices={playground.notices} />
    </Dialog>
  );
}
