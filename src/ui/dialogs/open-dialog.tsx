import type { ComponentChildren } from "preact";
import { PaletteFrame } from "../commands/palette-frame";
import { loadView } from "../integration-view";
import { Notices } from "../notices";
import { usePage } from "../page";
import { Dialog } from "../parts/dialog";
import { lazy } from "../parts/lazy";
import type { DialogName } from "../shell";

interface DialogView {
  readonly title: string;
  readonly class: string;
  readonly View: (props: { onClose(): void }) => ComponentChildren;
}

// The frames are loaded up front, their contents when first opened.
const DIALOGS: Record<Exclude<DialogName, "commands">, DialogView> = {
  settings: {
    title: "Settings",
    class: "settings",
    View: lazy("the settings", async () => (await import("./settings-form")).SettingsForm),
  },
  shortcuts: {
    title: "Keyboard shortcuts",
    class: "shortcuts",
    View: lazy("the shortcuts", async () => (await import("./shortcuts-list")).ShortcutsList),
  },
  embed: {
    title: "Embed in a page",
    class: "embed-dialog",
    View: lazy("the embed form", async () => (await import("../share/embed-builder")).EmbedBuilder),
  },
  world: {
    title: "Edit world",
    class: "world-dialog",
    View: lazy("the world editor", () => loadView((views) => views.worldEditor())),
  },
};

/** The dialog a person has opened, if any. */
export function OpenDialog() {
  const { shell } = usePage();
  const name = shell.dialog.value;
  if (name === null) return null;
  const close = () => {
    shell.dialog.value = null;
  };
  if (name === "commands") return <PaletteFrame onClose={close} />;
  const { title, View, ...rest } = DIALOGS[name];
  return (
    <Dialog key={name} title={title} {...rest} onClose={close}>
      <View onClose={close} />
      {/* Nothing outside a modal dialog can be pressed. */}
      {name === "world" && <Notices />}
    </Dialog>
  );
}
