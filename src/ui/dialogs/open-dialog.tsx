import { loadView } from "../integration-view";
import { Notices } from "../notices";
import { usePage } from "../page";
import { Dialog } from "../parts/dialog";
import { lazy } from "../parts/lazy";

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
