import type { Playground } from "../../app/playground";
import { Dialog } from "../parts/dialog";
import { Lazy } from "../parts/lazy";
import type { Shell } from "../shell";
import type { Sharing } from "./sharing";

const loadQuestion = async () => (await import("./sharing-question")).SharingQuestion;

const TITLES: Record<Sharing["kind"], string> = {
  link: "Copy this link",
  "too long": "Too long for a link",
  world: "The link brings a simulated world",
};

/** What a link asks, as a dialog; nothing while it asks nothing. */
export function SharingDialog({ playground, shell }: { playground: Playground; shell: Shell }) {
  const sharing = shell.sharing.value;
  if (sharing === null) return null;
  const close = () => {
    shell.sharing.value = null;
  };
  return (
    <Dialog title={TITLES[sharing.kind]} class="sharing" onClose={close}>
      <Lazy label="The question" load={loadQuestion} props={{ playground, shell, sharing, onDone: close }} />
    </Dialog>
  );
}
