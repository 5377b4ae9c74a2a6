/** The page's commands that have keys, a button or a place in a menu. The palette has more. */
import * as icons from "lucide";
import { PALETTE, RUN, SHARE, STOP } from "../../shared/chords";
import { goToRegion } from "../regions";
import { type DialogName, show } from "../shell";
import type { Command, PageState } from "./command";

const open =
  (dialog: DialogName) =>
  ({ shell }: PageState) => {
    shell.dialog.value = dialog;
  };

/** A command of `share/copy-commands`, which is loaded on first use. */
const copying =
  (choose: (commands: typeof import("../share/copy-commands")) => (page: PageState) => unknown) =>
  (page: PageState) =>
    page.playground.notices.attemptLoading("copy", async () => {
      await choose(await import("../share/copy-commands"))(page);
    });

const TABLE = {
  run: { title: "Run script", icon: icons.Play, keys: [RUN], run: (page) => void startRun(page) },
  stop: {
    title: "Stop script",
    icon: icons.Square,
    keys: [STOP],
    inDialogs: true,
    when: ({ playground }) => playground.run.phase.peek().kind === "running",
    run: ({ playground }) => playground.run.stop(),
  },
  newScript: {
    title: "New script",
    icon: "FilePlus",
    run({ playground, shell }) {
      playground.scripts.create("untitled.lua", "");
      show(shell, "code");
      shell.editor.peek()?.focus();
    },
  },
  openFiles: {
    title: "Open .lua files…",
    icon: "Upload",
    run: ({ shell }) => shell.filePicker.current?.click(),
  },
  format: {
    title: "Format script",
    icon: "WandSparkles",
    run: ({ shell }) => void shell.editor.peek()?.format(),
  },
  share: {
    title: "Share: copy a link",
    icon: icons.Link,
    keys: [SHARE],
    run: copying((commands) => commands.copyLink),
  },
  copyMarkdown: {
    title: "Copy as Markdown",
    icon: "FileText",
    run: copying((commands) => commands.copyAs("asMarkdown", "Markdown")),
  },
  copyToolCall: {
    title: "Copy as execute_lua call",
    icon: "Wrench",
    run: copying((commands) => commands.copyAs("asToolCall", "an execute_lua call")),
  },
  copyCommandLine: {
    title: "Copy as command line",
    icon: icons.SquareTerminal,
    run: copying((commands) => commands.copyAs("asCommandLine", "a command line")),
  },
  embed: { title: "Embed in a page…", icon: icons.CodeXml, run: open("embed") },
  copyCurl: {
    title: "Copy last call as curl",
    icon: "Terminal",
    when: ({ playground }) => playground.run.calls.peek().some(({ request }) => request !== null),
    run: copying((commands) => commands.copyCurl),
  },
  copyResult: {
    title: "Copy result as JSON",
    icon: "Braces",
    when: ({ playground }) => playground.run.phase.peek().kind === "ended",
    run: copying((commands) => commands.copyResult),
  },
  editWorld: { title: "Edit world", icon: "Globe", run: open("world") },
  resetWorld: {
    title: "Reset world",
    icon: "RotateCcw",
    when: ({ playground }) => !playground.world.pristine.peek(),
    run: ({ playground }) => playground.world.reset(),
  },
  showAccounts: { title: "Show accounts", icon: icons.KeyRound, run: ({ shell }) => show(shell, "accounts") },
  copyLessonLink: {
    title: "Copy link to this lesson",
    icon: icons.Link,
    when: ({ playground }) => playground.lessons.model.peek() !== null,
    run: copying((commands) => commands.copyLessonLink),
  },
  copyAnswer: {
    title: "Copy my answer",
    icon: "ClipboardCopy",
    when: ({ playground }) => (playground.lessons.model.peek()?.script.peek() ?? null) !== null,
    run: copying((commands) => commands.copyAnswer),
  },
  helpExamples: {
    title: "Runnable examples",
    icon: "CircleHelp",
    run: ({ playground }) => playground.docs.open("examples"),
  },
  tour: { title: "Take a tour", icon: "Compass", run: startTour },
  theme: {
    title: "Toggle light and dark",
    icon: "SunMoon",
    run({ playground }) {
      const dark = document.documentElement.dataset.theme === "dark";
      playground.settings.update({ theme: dark ? "light" : "dark" });
    },
  },
  settings: { title: "Settings", icon: "Settings", run: open("settings") },
  shortcuts: { title: "Keyboard shortcuts", icon: "Keyboard", run: open("shortcuts") },
  commands: {
    title: "All commands",
    icon: "ListTree",
    keys: PALETTE,
    run: open("commands"),
  },
  nextRegion: {
    title: "Focus next pane",
    icon: "ChevronsRight",
    keys: [{ key: "F6" }],
    repeats: true,
    run: ({ shell }) => goToRegion(shell, 1),
  },
  previousRegion: {
    title: "Focus previous pane",
    icon: "ChevronsLeft",
    keys: [{ key: "F6", shift: true }],
    repeats: true,
    run: ({ shell }) => goToRegion(shell, -1),
  },
} satisfies Record<string, Command>;

export type CommandId = keyof typeof TABLE;

/** In the order of the palette. */
export const COMMANDS: Readonly<Record<CommandId, Command>> = TABLE;

async function startRun({ playground, shell }: PageState): Promise<void> {
  const { run, settings } = playground;
  // A script that cannot be parsed is run anyway: the run says what is wrong with it.
  if (settings.settings.peek().editor.formatOnRun) await shell.editor.peek()?.format(true);
  run.start();
}

function startTour({ playground, shell }: PageState): void {
  void playground.notices.attemptLoading("start the tour", async () => {
    const { openTour } = await import("../tour/tour");
    openTour(shell);
  });
}
