import {
  ClipboardCopy,
  Keyboard,
  Link,
  ListTree,
  Menu as MenuIcon,
  PanelLeft,
  Settings as SettingsIcon,
} from "lucide";
import { menuItems } from "../commands/command";
import { COPY_AS } from "../commands/commands";
import { usePage } from "../page";
import { IconButton } from "../parts/button";
import { Menu } from "../parts/menu";
import type { OpenDialog } from "../shell";
import { SHORTCUTS } from "../shortcuts";
import { ModeSwitch } from "./mode-switch";
import { RunButton } from "./run-button";
import { RunStatus } from "./run-status";
import { ScriptSwitcher } from "./script-switcher";
import { SimulatorMenu } from "./simulator-menu";
import { ThemeButton } from "./theme-button";

/** Name, script, Run, mode, and the page's own settings. */
export function TopBar() {
  const { playground, shell, commands, runCommand } = usePage();
  const layout = shell.layout.value;
  const { settings } = playground;
  const open = (dialog: Exclude<OpenDialog, null>) => () => {
    shell.dialog.value = dialog;
  };
  const share = (
    <IconButton
      icon={Link}
      label={`Share: copy a link (${SHORTCUTS.share.keys})`}
      aria-keyshortcuts={SHORTCUTS.share.aria}
      onClick={() => runCommand("share")}
    />
  );
  return (
    <header class="top-bar" data-region="Toolbar">
      {layout === "medium" ? (
        <IconButton
          icon={PanelLeft}
          label="Scripts and examples"
          popovertarget="sidebar"
          aria-haspopup="dialog"
        />
      ) : null}
      <h1 class="product">
        <Mark />
        <span class="product-name">Lua Agent Playground</span>
      </h1>
      <ScriptSwitcher scripts={playground.scripts} />
      <RunButton />
      <RunStatus announce={layout === "narrow" && shell.view.value !== "console"} />
      <div class="mode">
        <ModeSwitch />
        {playground.mode.mode.value === "mock" ? (
          <SimulatorMenu world={playground.world} onEdit={open("world")} />
        ) : null}
      </div>
      {layout === "medium" ? share : null}
      {layout !== "wide" ? (
        <Menu
          class="top-menu"
          label="Menu"
          icon={MenuIcon}
          items={menuItems(commands, [
            ...(layout === "narrow" ? ["share"] : []),
            ...COPY_AS,
            "settings",
            "theme",
            "shortcuts",
            "commands",
          ])}
        />
      ) : (
        <div class="bar-tools">
          {share}
          <Menu label="Copy as…" icon={ClipboardCopy} items={menuItems(commands, COPY_AS)} />
          <ThemeButton settings={settings} />
          <IconButton
            icon={ListTree}
            label={`All commands (${SHORTCUTS.commands.keys})`}
            aria-keyshortcuts={SHORTCUTS.commands.aria}
            onClick={open("commands")}
          />
          <IconButton icon={Keyboard} label="Keyboard shortcuts" onClick={open("shortcuts")} />
          <IconButton icon={SettingsIcon} label="Settings" onClick={open("settings")} />
        </div>
      )}
    </header>
  );
}

/** The product's mark, as in favicon.svg: a moon beside its planet, in a prompt. */
function Mark() {
  return (
    <svg class="mark" width="22" height="22" viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="8" class="mark-ground" />
      <path d="m8 10 6 6-6 6" class="mark-line" />
      <circle cx="20" cy="19" r="4.5" class="mark-body" />
      <circle cx="25.4" cy="9.6" r="2.1" class="mark-body" />
    </svg>
  );
}
