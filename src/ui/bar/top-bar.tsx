import { ClipboardCopy, FlaskConical, Menu as MenuIcon, Monitor, Moon, PanelLeft, Sun } from "lucide";
import type { Theme } from "../../app/theme";
import { ariaKeys, titleWithKeys } from "../commands/command";
import { COMMANDS, type CommandId } from "../commands/commands";
import { usePage, usePlayground } from "../page";
import { IconButton } from "../parts/button";
import { Menu, type MenuProps } from "../parts/menu";
import { ModeSwitch } from "./mode-switch";
import { RunButton, RunStatus } from "./run-controls";

const COPY_AS: readonly CommandId[] = [
  "copyMarkdown",
  "copyToolCall",
  "copyCommandLine",
  "copyEmbed",
  "copyCurl",
  "copyResult",
];

/** Name, script, Run, mode, and the page's own settings. */
export function TopBar() {
  const { playground, shell } = usePage();
  const layout = shell.layout.value;
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
      <ScriptSwitcher />
      <RunButton />
      <RunStatus announce={layout === "narrow" && shell.view.value !== "console"} />
      <div class="mode">
        <ModeSwitch />
        {playground.mode.mode.value === "mock" ? <SimulatorMenu /> : null}
      </div>
      {layout === "medium" ? <CommandButton command="share" /> : null}
      {layout !== "wide" ? (
        <CommandMenu
          class="top-menu"
          label="Menu"
          icon={MenuIcon}
          commands={[
            ...(layout === "narrow" ? (["share"] as const) : []),
            ...COPY_AS,
            "settings",
            "theme",
            "shortcuts",
            "commands",
          ]}
        />
      ) : (
        <div class="bar-tools">
          <CommandButton command="share" />
          <CommandMenu label="Copy as…" icon={ClipboardCopy} commands={COPY_AS} />
          <ThemeButton />
          <CommandButton command="commands" />
          <CommandButton command="shortcuts" />
          <CommandButton command="settings" />
        </div>
      )}
    </header>
  );
}

function CommandButton({ command: id }: { command: CommandId }) {
  const { runCommand } = usePage();
  const command = COMMANDS[id];
  return (
    <IconButton
      icon={command.icon}
      label={titleWithKeys(command)}
      aria-keyshortcuts={ariaKeys(command)}
      onClick={() => runCommand(id)}
    />
  );
}

function CommandMenu({ commands, ...menu }: Omit<MenuProps, "items"> & { commands: readonly CommandId[] }) {
  const { runCommand } = usePage();
  const items = commands.map((id) => {
    const { title, icon } = COMMANDS[id];
    return { label: title, icon, run: () => runCommand(id) };
  });
  return <Menu {...menu} items={items} />;
}

/** The current script's name as a list to choose from, with whether it is saved. */
function ScriptSwitcher() {
  const { scripts } = usePlayground();
  const current = scripts.current.value;
  return (
    <div class="script-switcher">
      <select
        class="select"
        aria-label="Script"
        value={current.id}
        onChange={(event) => scripts.select(event.currentTarget.value)}
      >
        {scripts.all.value.map((script) => (
          <option key={script.id} value={script.id} selected={script.id === current.id}>
            {script.name}
          </option>
        ))}
      </select>
      <SaveState />
    </div>
  );
}

const SAVED = { saving: "Saving…", saved: "Saved", memory: "Not saved" };

function SaveState() {
  const storage = usePlayground().scripts.storage.value;
  const text = SAVED[storage.kind];
  const title =
    storage.kind === "memory"
      ? `Scripts are not being saved: ${storage.reason}. Export what you want to keep.`
      : `${text} in this browser`;
  return (
    <span class={`save-state is-${storage.kind}`} title={title}>
      {text}
    </span>
  );
}

const CLOCK = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });

/** What the simulator of mock mode holds, and the ways to edit and reset it. */
function SimulatorMenu() {
  const { world } = usePlayground();
  return (
    <CommandMenu
      class="simulator-menu"
      label="Simulator"
      icon={FlaskConical}
      note={
        <>
          The simulator holds {world.summary.value}. Its clock says{" "}
          {CLOCK.format(world.now.value ?? undefined)}.
        </>
      }
      commands={["editWorld", "resetWorld"]}
    />
  );
}

const NEXT: Record<Theme, Theme> = { system: "light", light: "dark", dark: "system" };
const ICONS = { system: Monitor, light: Sun, dark: Moon };

/** The theme: a press goes on to the next of system, light, dark. */
function ThemeButton() {
  const { settings } = usePlayground();
  const { theme } = settings.settings.value;
  return (
    <IconButton
      icon={ICONS[theme]}
      label={`Theme: ${theme}. Switch to ${NEXT[theme]}`}
      onClick={() => settings.update({ theme: NEXT[theme] })}
    />
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
