import { Keyboard, Link, Menu as MenuIcon, PanelLeft, Settings as SettingsIcon, SunMoon } from "lucide";
import type { Playground } from "../../app/playground";
import { IconButton } from "../parts/button";
import { Menu } from "../parts/menu";
import { CopyAsMenu, copyAsItems } from "../share/copy-as-menu";
import { copyLink } from "../share/copy-link";
import type { OpenDialog, Shell } from "../shell";
import { SHORTCUTS } from "../shortcuts";
import { ModeSwitch } from "./mode-switch";
import { RunButton } from "./run-button";
import { RunStatus } from "./run-status";
import { ScriptSwitcher } from "./script-switcher";
import { SimulatorMenu } from "./simulator-menu";
import { ThemeButton } from "./theme-button";

interface Props {
  readonly playground: Playground;
  readonly shell: Shell;
  onRevealLine(line: number): void;
}

/** Name, script, Run, mode, and the page's own settings. */
export function TopBar({ playground, shell, onRevealLine }: Props) {
  const layout = shell.layout.value;
  const { settings } = playground;
  const open = (dialog: Exclude<OpenDialog, null>) => () => {
    shell.dialog.value = dialog;
  };
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
      <RunButton playground={playground} shell={shell} />
      <RunStatus
        playground={playground}
        announce={layout === "narrow" && shell.view.value !== "console"}
        onRevealLine={onRevealLine}
      />
      <div class="mode">
        <ModeSwitch playground={playground} />
        {playground.mode.mode.value === "mock" ? (
          <SimulatorMenu world={playground.world} onEdit={open("world")} />
        ) : null}
      </div>
      {layout === "narrow" ? (
        <Menu
          class="top-menu"
          label="Menu"
          icon={MenuIcon}
          items={[
            { label: "Share: copy a link", icon: Link, run: () => void copyLink(playground, shell) },
            ...copyAsItems(playground),
            { label: "Settings", icon: SettingsIcon, run: open("settings") },
            {
              label: "Light or dark",
              icon: SunMoon,
              run: () => {
                const dark = document.documentElement.dataset.theme === "dark";
                settings.update({ theme: dark ? "light" : "dark" });
              },
            },
            { label: "Keyboard shortcuts", icon: Keyboard, run: open("shortcuts") },
          ]}
        />
      ) : (
        <div class="bar-tools">
          <IconButton
            icon={Link}
            label={`Share: copy a link (${SHORTCUTS.share.keys})`}
            aria-keyshortcuts={SHORTCUTS.share.aria}
            onClick={() => void copyLink(playground, shell)}
          />
          <CopyAsMenu playground={playground} />
          <ThemeButton settings={settings} />
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
