import type { Playground } from "../../app/playground";
import { WorldDialog } from "../../integrations/whatsapp/world-editor/world-dialog";
import type { Command } from "../commands/command";
import { Dialog } from "../parts/dialog";
import { Lazy } from "../parts/lazy";
import type { Shell } from "../shell";

// Their frames come at once, what is in them when they are first opened.
const loadSettings = async () => (await import("./settings-form")).SettingsForm;
const loadShortcuts = async () => (await import("./shortcuts-list")).ShortcutsList;

const loadPalette = async () => (await import("../commands/palette")).Palette;

interface Props {
  readonly playground: Playground;
  readonly shell: Shell;
  readonly commands: readonly Command[];
}

/** The dialog a person has opened, if any. */
export function OpenDialog({ playground, shell, commands }: Props) {
  const close = () => {
    shell.dialog.value = null;
  };
  switch (shell.dialog.value) {
    case null:
      return null;
    case "settings":
      return (
        <Dialog title="Settings" class="settings" onClose={close}>
          <Lazy label="The settings" load={loadSettings} props={{ playground }} />
        </Dialog>
      );
    case "shortcuts":
      return (
        <Dialog title="Keyboard shortcuts" class="shortcuts" onClose={close}>
          <Lazy label="The shortcuts" load={loadShortcuts} props={{ commands }} />
        </Dialog>
      );
    case "commands":
      return (
        <Dialog title="All commands" class="palette" onClose={close}>
          <Lazy
            label="The commands"
            load={loadPalette}
            props={{ playground, shell, commands, onClose: close }}
          />
        </Dialog>
      );
    case "world":
      return <WorldDialog playground={playground} onClose={close} />;
  }
}
