import { Ellipsis, PanelLeft } from "lucide";
import { ariaKeys, titleWithKeys } from "../commands/command";
import { COMMANDS, type CommandId } from "../commands/commands";
import { usePage, usePlayground } from "../page";
import { Button, IconButton } from "../parts/button";
import { Menu } from "../parts/menu";
import { PREVIEW_TITLE } from "../sidebar/script-row";
import { ModeSwitch } from "./mode-switch";
import { RunButton, RunStatus } from "./run-controls";

/** Commands without a button of their own. `null` draws a line. */
const MENU: readonly (CommandId | null)[] = [
  ...(["openFiles", "format", null] as const),
  ...(["copyMarkdown", "copyToolCall", "copyCommandLine", "embed", "copyCurl", "copyResult", null] as const),
  ...(["editWorld", "resetWorld", "showAccounts", null] as const),
  ...(["tour", "helpExamples", "shortcuts", "commands", null, "theme", "settings"] as const),
];

/** Name, script, Run, mode, Share, and a menu for the rest. */
export function TopBar() {
  const { shell } = usePage();
  const layout = shell.layout.value;
  return (
    <header class="top-bar" data-region="Toolbar">
      {layout === "narrow" ? null : (
        <button type="button" class="skip-link" onClick={() => shell.editor.peek()?.focus()}>
          Skip to the script
        </button>
      )}
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
      {layout === "wide" ? <SaveState /> : <ScriptSwitcher />}
      <RunButton />
      {layout === "narrow" ? null : <RunStatus />}
      <div class="mode">
        <ModeSwitch />
      </div>
      <ShareButton />
      <PageMenu narrow={layout === "narrow"} />
    </header>
  );
}

function ShareButton() {
  const { runCommand } = usePage();
  const { icon } = COMMANDS.share;
  return (
    <Button
      icon={icon}
      class="share"
      title={titleWithKeys(COMMANDS.share)}
      aria-keyshortcuts={ariaKeys(COMMANDS.share)}
      onClick={() => runCommand("share")}
    >
      Share
    </Button>
  );
}

function PageMenu({ narrow }: { narrow: boolean }) {
  const page = usePage();
  const commands = narrow ? (["share", ...MENU] as const) : MENU;
  const items = commands.map((id) => {
    if (id === null) return null;
    const command = COMMANDS[id];
    const { title, icon } = command;
    return { label: title, icon, when: () => command.when?.(page) ?? true, run: () => page.runCommand(id) };
  });
  return <Menu class="top-menu" label="Menu" icon={Ellipsis} items={items} />;
}

/** The current script's name as a list to choose from, and whether it is saved. */
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
        {scripts.texts.value.map((script) => (
          <option key={script.id} value={script.id} selected={script.id === current.id}>
            {script.name}
            {script === scripts.preview.value ? " (preview)" : ""}
          </option>
        ))}
      </select>
      <SaveState />
    </div>
  );
}

const SAVED = { saving: "Saving…", saved: "Saved", memory: "Not saved" };

function SaveState() {
  const { scripts } = usePlayground();
  const storage = scripts.storage.value;
  if (scripts.current.value === scripts.preview.value)
    return (
      <span class="save-state" title={PREVIEW_TITLE}>
        Preview
      </span>
    );
  const text = SAVED[storage.kind];
  const title =
    storage.kind === "memory"
      ? `Scripts aren't being saved: ${storage.reason}. Export what you want to keep.`
      : `${text} in this browser`;
  return (
    <span class={`save-state is-${storage.kind}`} title={title}>
      {text}
    </span>
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
