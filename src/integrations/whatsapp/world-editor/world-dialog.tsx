import type { Playground } from "../../../app/playground";
import { Notices } from "../../../ui/notices";
import { Dialog } from "../../../ui/parts/dialog";
import { Lazy } from "../../../ui/parts/lazy";

const loadEditor = async () => (await import("./world-editor")).WorldEditor;

/** The simulated world, looked at and changed by hand. The frame comes at once, what is in it when it is first opened. */
export function WorldDialog({ playground, onClose }: { playground: Playground; onClose(): void }) {
  return (
    <Dialog title="Simulated world" class="world-dialog" onClose={onClose}>
      <Lazy label="The world editor" load={loadEditor} props={{ playground }} />
      <Notices notices={playground.notices} />
    </Dialog>
  );
}
