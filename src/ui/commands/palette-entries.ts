/** What the palette lists: the page's commands with synonyms, actions of menus and panes, and places to go. */
import * as icons from "lucide";
import { examples } from "../../examples";
import type { WorldPart } from "../../integrations/views";
import type { Course } from "../../lessons/course";
import { exportEverything } from "../dialogs/export-everything";
import { loadView } from "../integration-view";
import { openExample } from "../open-example";
import { runTitle } from "../panes/shared/run-picker";
import { download, LUA_FILE } from "../parts/download";
import { show } from "../shell";
import type { Command, PageState } from "./command";
import { COMMANDS, type CommandId } from "./commands";
import { editorCommands, lessonCommands, paneCommands, settingEntries } from "./palette-panes";
import type { Entry } from "./palette-search";
import { press, reach } from "./reach";
import { OPENING_COMMANDS, STEP_COMMANDS } from "./step-commands";

const ALSO: Partial<Record<CommandId | keyof typeof OPENING_COMMANDS, string>> = {
  run: "start execute play",
  stop: "cancel abort kill",
  format: "pretty indent stylua tidy",
  openFiles: "import load upload file",
  share: "url send permalink",
  copyCurl: "request http",
  embed: "iframe html widget",
  editWorld: "simulator mock data business phone numbers",
  resetWorld: "restart clear simulator world",
  showAccounts: "token phone number id credentials login unlock",
  helpExamples: "samples snippets",
  theme: "theme dark mode light mode appearance colour color",
  settings: "preferences options limits",
  shortcuts: "keys hotkeys bindings",
  tour: "introduction help onboarding",
  openSteps: "debug debugger step time travel",
  toggleBreakpoint: "debug pause",
};

/** Everything that can be done or opened now. */
export async function paletteEntries(page: PageState): Promise<readonly Entry[]> {
  const [places, parts, lessons, settings] = await Promise.all([
    loadView((views) => views.places()).catch(() => null),
    loadView((views) => views.worldParts()).catch(() => []),
    page.playground.lessons.list().catch(() => []),
    settingEntries(page).catch(() => []),
  ]);
  const all: readonly Entry[] = [
    ...Object.entries<Command>({ ...COMMANDS, ...OPENING_COMMANDS, ...STEP_COMMANDS }).map(
      ([id, command]): Entry => ({ ...command, id, ...alsoOf(id) }),
    ),
    ...scriptCommands(page),
    ...editorCommands(page),
    ...lessonCommands(page),
    ...worldCommands(page, parts),
    ...paneCommands(page),
    ...otherCommands(page),
    ...settings,
    ...placesToGo(page, lessons),
    ...(places?.(page.playground.world.present()) ?? []).map(({ title, key }) => ({
      ...{ id: `chat ${key}`, title, icon: icons.MessageCircle },
      run() {
        page.shell.jumps.chat.value = key;
        show(page.shell, "phone");
      },
    })),
  ];
  return all.filter(({ id, when }) => id !== "commands" && (when?.(page) ?? true));
}

function alsoOf(id: string): { also?: string } {
  const found = Object.entries(ALSO).find(([command]) => command === id);
  return found === undefined ? {} : { also: found[1] };
}

function scriptCommands({ playground, shell }: PageState): readonly Entry[] {
  const { scripts } = playground;
  const current = scripts.current.peek();
  return [
    {
      id: "rename",
      title: "Rename script",
      icon: icons.Pencil,
      run() {
        if (shell.layout.peek() === "medium") document.getElementById("sidebar")?.showPopover();
        show(shell, "scripts");
        shell.renaming.value = current.id;
      },
    },
    {
      ...{ id: "duplicate", title: "Duplicate script", icon: icons.Copy, also: "copy clone" },
      run: () => scripts.duplicate(current.id),
    },
    {
      ...{ id: "example-again", title: "Reset to example", icon: icons.RotateCcw, also: "original restart" },
      when: () => current.original !== undefined && current.original !== current.source,
      run: () => scripts.resetToExample(current.id),
    },
    {
      ...{ id: "delete", title: "Delete script", icon: icons.Trash, also: "remove" },
      run: () => scripts.remove(current.id),
    },
    {
      ...{
        id: "export",
        title: "Export .lua",
        icon: icons.Download,
        also: "download save",
      },
      run: () => download(current.name, LUA_FILE, current.source),
    },
  ];
}

/** The parts of the simulated world, each with the form that adds to it. */
function worldCommands({ shell }: PageState, parts: readonly WorldPart[]): readonly Entry[] {
  const open = (part: string) => {
    shell.jumps.world.value = part;
    shell.dialog.value = "world";
  };
  return parts.flatMap(({ id, title, noun, also }) => [
    { ...{ id: `world ${id}`, title, icon: icons.Globe, also }, run: () => open(id) },
    ...(noun === null
      ? []
      : [
          {
            ...{ id: `add ${id}`, title: `Add ${noun}`, icon: icons.Plus, also: "new create" },
            run() {
              open(id);
              return press('.world-editor [data-control="add"]');
            },
          },
        ]),
  ]);
}

function otherCommands({ playground, shell }: PageState): readonly Entry[] {
  const { run, runs, mode, notices, world } = playground;
  const pass = (hours: number) => () => {
    const simulator = world.simulator.peek();
    if (simulator !== null) world.act([simulator.passTime(hours * 3_600_000)]);
  };
  return [
    {
      ...{ id: "backup", title: "Export everything", icon: icons.Download, also: "backup save download all" },
      run() {
        void exportEverything(playground).then((problem) => problem !== null && notices.error(problem));
      },
    },
    {
      ...{ id: "restore", title: "Import everything…", icon: icons.Upload, also: "backup restore load" },
      run() {
        shell.dialog.value = "settings";
        return reach('.settings [data-control="import"]');
      },
    },
    {
      ...{ id: "clear", title: "Clear console", icon: icons.Trash2, also: "output empty" },
      when: () => run.output.count() > 0,
      run: () => run.output.clear(),
    },
    ...(runs.peek()?.runs.peek() ?? []).map((kept) => ({
      ...{
        id: `run ${kept.id}`,
        title: `Run: ${runTitle(kept)}`,
        icon: icons.History,
        also: "last previous",
      },
      when: () => run.phase.peek().kind !== "running",
      run() {
        runs.peek()?.choose(kept.id);
        show(shell, "console");
      },
    })),
    {
      ...{
        id: "forget",
        title: "Delete saved runs",
        icon: icons.Trash,
        also: "forget history last clear",
      },
      when: () => (runs.peek()?.runs.peek().length ?? 0) > 0,
      run() {
        const history = runs.peek();
        if (history !== null) void notices.attempt("delete the saved runs", history.forget);
      },
    },
    {
      ...{ id: "live", title: "Switch to live", icon: icons.Radio, also: "real api production" },
      when: () => mode.mode.peek() === "mock" && mode.liveBlocked.peek() === null,
      run: () => mode.set("live"),
    },
    {
      ...{ id: "mock", title: "Switch to mock", icon: icons.FlaskConical, also: "simulator offline" },
      when: () => mode.mode.peek() === "live",
      run: () => mode.set("mock"),
    },
    {
      ...{ id: "hour", title: "Simulated time: +1 h", icon: icons.FastForward, also: "clock wait forward" },
      run: pass(1),
    },
    {
      ...{
        id: "day",
        title: "Simulated time: +25 h",
        icon: icons.FastForward,
        also: "clock wait close window",
      },
      run: pass(25),
    },
  ];
}

/** Scripts, examples, lessons and docs pages. */
function placesToGo(page: PageState, course: Course["lessons"]): readonly Entry[] {
  const { playground, shell } = page;
  const { scripts, lessons, docs } = playground;
  const toScript = () => {
    show(shell, "code");
    shell.editor.peek()?.focus();
  };
  return [
    ...scripts.texts.peek().map(({ id, name }) => ({
      ...{ id: `script ${id}`, title: `Script: ${name}`, icon: icons.FileCode },
      run() {
        scripts.select(id);
        toScript();
      },
    })),
    ...examples.map((example) => ({
      ...{
        id: `example ${example.id}`,
        title: `Example: ${example.title}`,
        icon: icons.FileText,
        also: example.summary.toLowerCase(),
      },
      run() {
        openExample(page, example);
        toScript();
      },
    })),
    ...course.map(({ id, title }, index) => ({
      ...{ id: `lesson ${id}`, title: `Lesson ${index + 1}: ${title}`, icon: icons.GraduationCap },
      run() {
        show(shell, "lesson");
        // If they cannot be loaded, the lesson's pane says why.
        void lessons
          .load()
          .then((model) => model.open(id))
          .catch(() => {});
      },
    })),
    ...docs.pages.peek().map(({ name, title }) => ({
      ...{ id: `docs ${name}`, title: `Docs: ${title}`, icon: icons.BookOpen },
      run: () => docs.open(name),
    })),
  ];
}
