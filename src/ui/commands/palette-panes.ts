/** Actions of the editor, panes and dialogs, for the palette. It presses their own controls and reimplements nothing. */
import * as icons from "lucide";
import type { LessonsModel } from "../../app/lessons";
import { show, type View } from "../shell";
import type { PageState } from "./command";
import type { Entry } from "./palette-search";
import { press, pressItem, reach } from "./reach";

/** Presses a control of a view once it appears. */
const pressIn =
  (view: View, selector: string) =>
  ({ shell }: PageState) => {
    show(shell, view);
    return press(selector);
  };

const EDITOR: readonly (readonly [command: string, title: string, also: string])[] = [
  ["undo", "Undo edit", "revert"],
  ["redo", "Redo edit", "repeat"],
  ["actions.find", "Find in script", "search"],
  ["editor.action.startFindReplaceAction", "Replace in script", "find"],
  ["editor.action.commentLine", "Toggle comment", ""],
  ["editor.action.rename", "Rename variable", ""],
  ["editor.action.revealDefinition", "Go to definition", ""],
  ["editor.action.goToReferences", "Find references", ""],
  ["editor.action.quickOutline", "Go to symbol", ""],
  ["editor.action.quickFix", "Quick fix", ""],
];

/** The full editor's own commands. The plain one leaves them to the browser. */
export function editorCommands({ shell }: PageState): readonly Entry[] {
  const editor = shell.editor.peek();
  if (editor?.act === undefined) return [];
  return EDITOR.map(([command, title, also]) => ({
    ...{ id: command, title, icon: icons.CodeXml, also, when: () => editor.can?.(command) ?? true },
    run() {
      show(shell, "code");
      editor.act?.(command);
    },
  }));
}

/** Lessons load with the first of these. */
export function lessonCommands({ playground, shell }: PageState): readonly Entry[] {
  const { lessons } = playground;
  const model = lessons.model.peek();
  const entry = (
    title: string,
    also: string,
    act: (model: LessonsModel) => unknown,
    possible = true,
  ): Entry => ({
    ...{ id: title, title, icon: icons.GraduationCap, also, when: () => possible },
    run() {
      show(shell, "lesson");
      return lessons.load().then(
        act,
        // If they cannot be loaded, the lesson's pane says why.
        () => {},
      );
    },
  });
  const beside = (step: 1 | -1, { course, lesson }: LessonsModel) => {
    const all = course.peek().lessons;
    return all[all.findIndex(({ id }) => id === lesson.peek().id) + step];
  };
  const turn = (step: 1 | -1) => (now: LessonsModel) => {
    const to = beside(step, now);
    if (to !== undefined) now.open(to.id);
  };
  const begun = model !== null && model.script.peek() !== null;
  return [
    entry("Start the lesson", "begin", (now) => now.open(now.lesson.peek().id), !begun),
    entry("Check my answer", "", (now) => now.startCheck(), begun),
    entry("Next lesson", "", turn(1), model === null || beside(1, model) !== undefined),
    entry("Previous lesson", "", turn(-1), model !== null && beside(-1, model) !== undefined),
    entry("Show a hint", "help", (now) => now.takeHint(), model?.hintsLeft.peek() !== 0),
    entry(
      "Show the solution",
      "compare",
      () => press('.lesson-foot [data-control="solution"]'),
      model?.solution.peek() !== "never",
    ),
    entry("Reset to starter code", "restart", (now) => now.reset(), model?.changed.peek() ?? false),
    ...["Open a course (zip)…", "Open a course (folder)…", "Print this lesson", "Print the course"].map(
      (label) => entry(label, "", () => pressItem("Courses", label)),
    ),
  ];
}

/** Accounts, phone, docs and console. */
export function paneCommands(page: PageState): readonly Entry[] {
  const { playground, shell } = page;
  const status = playground.accounts.status.peek();
  const open = status.kind === "open";
  const guarded = open && status.passphrase;
  const entry = (
    [title, icon, also]: readonly [title: string, icon: Entry["icon"], also: string],
    run: Entry["run"],
    possible = true,
  ): Entry => ({ id: title, title, icon, also, when: () => possible, run });
  const { running } = playground.world;
  const inAccounts = (control: string) => pressIn("accounts", `.accounts [data-control="${control}"]`);
  return [
    entry(
      ["Add account", icons.KeyRound, "token credentials login"],
      inAccounts("add"),
      status.kind !== "locked",
    ),
    entry(
      [guarded ? "Change passphrase" : "Set passphrase", icons.KeyRound, "password lock"],
      inAccounts("passphrase"),
      open,
    ),
    entry(["Lock accounts now", icons.KeyRound, "passphrase"], () => playground.accounts.lock(), guarded),
    entry(["Remove passphrase", icons.KeyRound, ""], inAccounts("no-passphrase"), guarded),
    entry(["Delete all accounts…", icons.KeyRound, "forget everything tokens"], inAccounts("forget")),
    entry(
      ["Actions for the open chat…", icons.MessageCircle, "block unblock marketing phone off on"],
      pressIn("phone", '.phone-head [aria-haspopup="menu"]'),
      (shell.chat.peek()?.key ?? "") !== "",
    ),
    entry(["Show docs", icons.BookOpen, "help reference manual api"], () => show(shell, "docs")),
    entry(["Show phone", icons.Smartphone, "chat messages whatsapp customer"], () => show(shell, "phone")),
    entry(["Show calls", icons.ArrowLeftRight, "requests network log"], () => show(shell, "calls")),
    entry(["Show lesson", icons.GraduationCap, "learn course tutorial"], () => show(shell, "lesson")),
    entry(["Show code", icons.CodeXml, "editor script"], () => {
      show(shell, "code");
      shell.editor.peek()?.focus();
    }),
    entry(["Show console", icons.SquareTerminal, "output"], () => {
      show(shell, "console");
      return reach(".console-scroll");
    }),
    entry(
      ["Show scripts", icons.FolderOpen, "files"],
      () => show(shell, "scripts"),
      shell.layout.peek() === "narrow",
    ),
    entry(["Search the docs", icons.BookOpen, "find"], () => {
      show(shell, "docs");
      return reach(".docs-search input");
    }),
    entry(
      [running.peek() ? "Stop the clock" : "Run clock in real time", icons.FastForward, "simulated time"],
      () => {
        running.value = !running.peek();
      },
    ),
  ];
}

/** Other words people look for a setting by. */
const SETTING_WORDS: Readonly<Record<string, string>> = {
  "editor.fontSize": "font",
  "editor.wordWrap": "word",
};

/** Each setting by its own name: opens the dialog with the focus on its field. */
export async function settingEntries({ shell }: PageState): Promise<readonly Entry[]> {
  const { settingFields } = await import("../dialogs/settings-form");
  return settingFields.map(({ id, label, group }) => ({
    ...{ id: `setting ${id}`, title: `Setting: ${label} (${group?.title})`, icon: icons.Settings },
    also: SETTING_WORDS[id] ?? (id.startsWith("permissions") ? "permissions" : ""),
    run() {
      shell.dialog.value = "settings";
      const field = `.settings [data-field="${id}"]`;
      return reach(`${field} :is(input[type=radio]:checked, input:not([type=radio]))`);
    },
  }));
}
