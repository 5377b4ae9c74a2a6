import { loadView } from "../integration-view";
import { Notices } from "../notices";
import { usePage } from "../page";
import { Dialog } from "../parts/dialog";
import { lazy } from "../parts/lazy";
import type { Sharing } from "../shell";

// Their frames come at once, what is in them when they are first opened.
const SettingsForm = lazy("The settings", async () => (await import("./settings-form")).SettingsForm);
const ShortcutsList = lazy("The shortcuts", async () => (await import("./shortcuts-list")).ShortcutsList);

const WorldEditor = lazy("The world editor", () => loadView((views) => views.worldEditor()));

const Palette = lazy("The commands", async () => (await import("../commands/palette")).Palette);

/** The dialog a person has opened, if any. */
export function OpenDialog() {
  const { playground, shell } = usePage();
  const close = () => {
    shell.dialog.value = null;
  };
  switch (shell.dialog.value) {
    case null:
      return null;
    case "settings":
      return (
        <Dialog title="Settings" class="settings" onClose={close}>
          <SettingsForm />
        </Dialog>
      );
    case "shortcuts":
      return (
        <Dialog title="Keyboard shortcuts" class="shortcuts" onClose={close}>
          <ShortcutsList />
        </Dialog>
      );
    case "commands":
      return (
        <Dialog title="All commands" class="palette" onClose={close}>
          <Palette onClose={close} />
        </Dialog>
      );
    case "world":
      return (
        <Dialog title="Simulated world" class="world-dialog" onClose={close}>
          <WorldEditor />
          <Notices notices={playground.notices} />
        </Dialog>
      );
  }
}

const SharingQuestion = lazy(
  "The question",
  async () => (await import("../share/sharing-question")).SharingQuestion,
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
