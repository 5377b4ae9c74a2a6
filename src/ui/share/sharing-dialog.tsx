import { usePage } from "../page";
import { Dialog } from "../parts/dialog";
import { lazy } from "../parts/lazy";
import type { Sharing } from "../shell";

const SharingQuestion = lazy(
  "The question",
  async () => (await import("./sharing-question")).SharingQuestion,
);

const TITLES: Record<Sharing["kind"], string> = {
  link: "Copy this link",
  "too long": "Too long for a link",
  world: "The link brings a simulated world",
};

/** What a link asks, as a dialog; nothing while it asks nothing. */
export function SharingDialog() {
  const { shell } = usePage();
  const sharing = shell.sharing.value;
  if (sharing === null) return null;
  const close = () => {
    shell.sharing.value = null;
  };
  return (
    <Dialog title={TITLES[sharing.kind]} class="sharing" onClose={close}>
      <SharingQuestion sharing={sharing} onDone={close} />
    </Dialog>
  );
}
