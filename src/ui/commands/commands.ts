/** The page's commands. */
import {
  ArrowLeftRight,
  BookOpen,
  Braces,
  ChevronsLeft,
  ChevronsRight,
  CircleCheck,
  CircleHelp,
  CodeXml,
  Compass,
  FilePlus,
  FileText,
  FlaskConical,
  Globe,
  GraduationCap,
  Keyboard,
  KeyRound,
  Link,
  ListTree,
  Play,
  RotateCcw,
  Settings,
  Smartphone,
  Square,
  SquareTerminal,
  SunMoon,
  Terminal,
  WandSparkles,
  Wrench,
} from "lucide";
import type { Playground } from "../../app/playground";
import { goToRegion } from "../regions";
import { copyAs, copyCurl, copyEmbed, copyResult } from "../share/copy-as-commands";
import { copyLessonLink } from "../share/copy-lesson-link";
import { copyLink } from "../share/copy-link";
import { type OpenDialog, type Shell, show, type View } from "../shell";
import { runCommand } from "../shortcuts";
import type { Command } from "./command";

/** The commands of "Copy as". */
export const COPY_AS = [
  "copy-markdown",
  "copy-tool-call",
  "copy-command-line",
  "copy-embed",
  "copy-curl",
  "copy-result",
];

/** Every command of a page, in the order in which the palette lists them. */
export function createCommands(playground: Playground, shell: Shell): readonly Command[] {
  const { docs, lessons, mode, run, scripts, settings, world } = playground;
  const open = (dialog: Exclude<OpenDialog, null>) => () => {
    shell.dialog.value = dialog;
  };
  const view = (to: View) => () => show(shell, to);
  const running = () => run.phase.peek().kind === "running";
  return [
    {
      id: "run",
      title: "Run the script",
      icon: Play,
      key: "run",
      run: () => runCommand(playground, shell, "run"),
    },
    {
      id: "stop",
      title: "Stop the script",
      icon: Square,
      key: "stop",
      when: running,
      run: () => runCommand(playground, shell, "stop"),
    },
    {
      id: "new-script",
      title: "New script",
      icon: FilePlus,
      run() {
        scripts.create("untitled.lua", "");
        show(shell, "code");
        shell.editor.peek()?.focus();
      },
    },
    {
      id: "format",
      title: "Format the script",
      icon: WandSparkles,
      run: () => void shell.editor.peek()?.format(),
    },
    {
      id: "share",
      title: "Share: copy a link",
      icon: Link,
      key: "share",
      run: () => void copyLink(playground, shell),
    },
    {
      id: "copy-markdown",
      title: "Copy as Markdown",
      icon: FileText,
      run: copyAs(playground, "asMarkdown", "Markdown"),
    },
    {
      id: "copy-tool-call",
      title: "Copy as execute_lua call",
      icon: Wrench,
      run: copyAs(playground, "asToolCall", "an execute_lua call"),
    },
    {
      id: "copy-command-line",
      title: "Copy as command line",
      icon: SquareTerminal,
      run: copyAs(playground, "asCommandLine", "a command line"),
    },
    { id: "copy-embed", title: "Copy as embed (HTML)", icon: CodeXml, run: () => void copyEmbed(playground) },
    { id: "copy-curl", title: "Copy last call as curl", icon: Terminal, run: () => copyCurl(playground) },
    { id: "copy-result", title: "Copy result as JSON", icon: Braces, run: () => copyResult(playground) },
    { id: "edit-world", title: "Edit the simulated world", icon: Globe, run: open("world") },
    { id: "reset-world", title: "Reset the simulator", icon: RotateCcw, run: () => world.reset() },
    {
      id: "mock",
      title: "Switch to mock",
      icon: FlaskConical,
      when: () => mode.mode.peek() === "live",
      run: () => mode.set("mock"),
    },
    { id: "show-docs", title: "Show the docs", icon: BookOpen, run: view("docs") },
    { id: "show-phone", title: "Show the phone", icon: Smartphone, run: view("phone") },
    { id: "show-calls", title: "Show the calls", icon: ArrowLeftRight, run: view("calls") },
    { id: "show-accounts", title: "Show the accounts", icon: KeyRound, run: view("accounts") },
    { id: "show-lesson", title: "Show the lesson", icon: GraduationCap, run: view("lesson") },
    {
      id: "check-lesson",
      title: "Check the lesson's script",
      icon: CircleCheck,
      when: () => (lessons.model.peek()?.script.peek() ?? null) !== null,
      run() {
        show(shell, "lesson");
        lessons.model.peek()?.startCheck();
      },
    },
    {
      id: "copy-lesson-link",
      title: "Copy link to this lesson",
      icon: Link,
      when: () => lessons.model.peek() !== null,
      run: () => void copyLessonLink(playground, shell),
    },
    {
      id: "help-examples",
      title: "Help: examples that run",
      icon: CircleHelp,
      run: () => docs.open("examples"),
    },
    { id: "tour", title: "Tour of the page", icon: Compass, run: () => startTour(playground, shell) },
    {
      id: "theme",
      title: "Light or dark",
      icon: SunMoon,
      run() {
        const dark = document.documentElement.dataset.theme === "dark";
        settings.update({ theme: dark ? "light" : "dark" });
      },
    },
    { id: "settings", title: "Settings", icon: Settings, run: open("settings") },
    { id: "shortcuts", title: "Keyboard shortcuts", icon: Keyboard, run: open("shortcuts") },
    { id: "commands", title: "All commands", icon: ListTree, key: "commands", run: open("commands") },
    {
      id: "next-region",
      title: "Go to the next part of the page",
      icon: ChevronsRight,
      key: "next-region",
      repeats: true,
      run: () => goToRegion(shell, 1),
    },
    {
      id: "previous-region",
      title: "Go to the previous part of the page",
      icon: ChevronsLeft,
      key: "previous-region",
      repeats: true,
      run: () => goToRegion(shell, -1),
    },
  ];
}

function startTour(playground: Playground, shell: Shell): void {
  import("../tour/tour").then(
    ({ openTour }) => openTour(shell),
    (error: unknown) =>
      playground.notices.show({
        tone: "error",
        text: `The tour could not be loaded (${String(error)}). Check the connection, then try again.`,
      }),
  );
}
