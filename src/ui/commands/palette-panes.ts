/** What the editor, panes and dialogs can do, for the palette. Their own controls do it: there is no second way. */
import * as icons from "lucide";
import type { LessonsModel } from "../../app/lessons";
import { show, type View } from "../shell";
import type { PageState } from "./command";
import type { Entry } from "./palette-search";
import { press, pressItem, reach } from "./reach";

type Icon = Entry["icon"];

/** Presses a control of a view, once it is there. */
const pressIn =
  (view: View, selector: string) =>
  ({ shell }: PageState) => {
    show(shell, view);
    void press(selector);
  };

const EDITOR: readonly (readonly [command: string, title: string, icon: Icon, also: string])[] = [
  ["undo", "Undo edit", icons.Undo2, "revert back"],
  ["redo", "Redo edit", icons.Redo2, "repeat"],
  ["actions.find", "Find in script", icons.Search, "search text"],
  ["editor.action.startFindReplaceAction", "Replace in script", icons.Replace, "find search"],
  ["editor.action.commentLine", "Toggle comment", icons.MessageSquareText, "uncomment"],
  ["editor.action.rename", "Rename variable", icons.Pencil, "refactor symbol"],
  ["editor.action.revealDefinition", "Go to definition", icons.CornerDownRight, "jump function"],
  ["editor.action.goToReferences", "Find references", icons.ListTree, "usages"],
  ["editor.action.quickOutline", "Go to symbol", icons.ListTree, "outline function"],
  ["editor.action.gotoLine", "Go to line", icons.Hash, "jump"],
  ["editor.action.marker.next", "Next problem", icons.CircleAlert, "error warning"],
  ["editor.action.quickFix", "Quick fix", icons.Lightbulb, "correct repair"],
  ["editor.action.formatSelection", "Format selection", icons.WandSparkles, "pretty indent"],
];

/** The full editor's own commands. The plain one leaves them to the browser. */
export function editorCommands({ shell }: PageState): readonly Entry[] {
  const editor = shell.editor.peek();
  if (editor?.act === undefined) return [];
  return EDITOR.map(([command, title, icon, also]) => ({
    ...{ id: `editor ${command}`, title, icon, also },
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
    [id, title, icon, also]: readonly [id: string, title: string, icon: Icon, also: string],
    act: (model: LessonsModel) => unknown,
    possible = true,
  ): Entry => ({
    ...{ id: `of lesson ${id}`, title, icon, also, when: () => possible },
    run() {
      show(shell, "lesson");
      // The lesson's pane says why, if they cannot be loaded.
      void lessons
        .load()
        .then(act)
        .catch(() => {});
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
  const course = model?.course.peek();
  const begun = model !== null && model.script.peek() !== null;
  const inMenu = (label: string) => () => pressItem("Courses", label);
  return [
    entry(
      ["start", "Start the lesson", icons.Pencil, "begin learn"],
      (now) => now.open(now.lesson.peek().id),
      !begun,
    ),
    entry(
      ["next", "Next lesson", icons.ArrowRight, "forward"],
      turn(1),
      model === null || beside(1, model) !== undefined,
    ),
    entry(
      ["previous", "Previous lesson", icons.ArrowLeft, "back"],
      turn(-1),
      model !== null && beside(-1, model) !== undefined,
    ),
    entry(["hint", "Show a hint", icons.Lightbulb, "help stuck"], (now) => now.takeHint()),
    entry(
      ["solution", "Show the solution", icons.Columns2, "compare reveal"],
      () => press('.lesson-foot [data-control="solution"]'),
      model?.solution.peek() !== "never",
    ),
    entry(["starter", "Reset to starter code", icons.RotateCcw, "restart"], (now) => now.reset(), begun),
    ...(model?.lesson.peek().worlds ?? []).map(({ name }, index) =>
      entry([`world ${index}`, `Load a world of the lesson: ${name}`, icons.Globe, "run in"], (now) =>
        now.tryIn(index),
      ),
    ),
    ...(model?.courses.peek() ?? []).map(({ id, title }) =>
      entry(
        [`course ${id}`, `Course: ${title}`, icons.GraduationCap, "switch"],
        (now) => now.choose(id),
        id !== course?.id,
      ),
    ),
    ...(
      [
        ["Open a course (zip)…", icons.FileArchive, "teacher load"],
        ["Open a course (folder)…", icons.FolderOpen, "teacher load"],
        ["Print this lesson", icons.Printer, "paper pdf"],
        ["Print the course", icons.Printer, "paper pdf"],
      ] as const
    ).map(([label, icon, also]) => entry([label, label, icon, also], inMenu(label))),
    entry(
      ["progress", "Reset my progress…", icons.RotateCcw, "forget course lessons"],
      inMenu("Reset my progress…"),
      Object.keys(model?.progress.peek() ?? {}).length > 0,
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
    [id, title, icon, also]: readonly [id: string, title: string, icon: Icon, also: string],
    run: (page: PageState) => void,
    possible = true,
  ): Entry => ({ id, title, icon, also, when: () => possible, run });
  const inAccounts = (control: string) => pressIn("accounts", `.accounts [data-control="${control}"]`);
  return [
    entry(
      ["add account", "Add account", icons.Plus, "token phone number id credentials login"],
      inAccounts("add"),
      status.kind !== "locked",
    ),
    entry(
      [
        "passphrase",
        guarded ? "Change passphrase" : "Set passphrase",
        icons.LockKeyhole,
        "password lock tokens",
      ],
      inAccounts("passphrase"),
      open,
    ),
    entry(
      ["lock", "Lock accounts now", icons.LockKeyhole, "passphrase tokens"],
      () => playground.accounts.lock(),
      guarded,
    ),
    entry(
      ["no passphrase", "Remove passphrase", icons.LockKeyhole, "password unlock"],
      inAccounts("no-passphrase"),
      guarded,
    ),
    entry(
      ["forget accounts", "Forget everything…", icons.Trash, "delete accounts tokens passphrase"],
      inAccounts("forget"),
    ),
    entry(["new customer", "New customer message", icons.UserRoundPlus, "chat contact"], ({ shell }) => {
      shell.jumps.chat.value = "";
      pressIn("phone", ".phone-list-head button")(page);
    }),
    entry(
      [
        "chat actions",
        "Actions of the open chat…",
        icons.EllipsisVertical,
        "block unblock the business stop accept marketing turn phone off on",
      ],
      pressIn("phone", '.phone-head [aria-haspopup="menu"]'),
      (shell.chat.peek()?.key ?? "") !== "",
    ),
    entry(["search docs", "Search the docs", icons.Search, "find help"], ({ shell }) => {
      show(shell, "docs");
      void reach(".docs-search input");
    }),
    entry(
      ["copy docs", "Copy docs page as Markdown", icons.Copy, "clipboard"],
      pressIn("docs", '.docs [aria-label="Copy page as Markdown"]'),
    ),
    entry(["follow", "Toggle docs following the cursor", icons.BookOpen, "function at cursor"], () =>
      playground.settings.update({ docsFollow: !playground.settings.settings.peek().docsFollow }),
    ),
    entry(
      ["copy output", "Copy all output", icons.Copy, "console clipboard"],
      pressIn("console", '[aria-label="Copy all output"]'),
      playground.run.output.count() > 0,
    ),
    entry(["clock", "Toggle clock in real time", icons.Clock, "run clock start stop simulated time"], () => {
      const { running } = playground.world;
      running.value = !running.peek();
    }),
  ];
}

/** Each setting by its own name. */
const SETTING_WORDS: Readonly<Record<string, string>> = {
  "limits.cpuSeconds": "timeout seconds",
  "limits.memoryBytes": "ram mb",
  lockMinutes: "passphrase timeout",
  theme: "dark light mode colour color",
  "editor.fontSize": "font zoom bigger smaller",
  "editor.wordWrap": "word wrap",
  "editor.formatOnRun": "autoformat",
};

export async function settingEntries({ shell }: PageState): Promise<readonly Entry[]> {
  const { settingFields } = await import("../dialogs/settings-form");
  return settingFields.map(({ id, label, group }) => ({
    ...{ id: `setting ${id}`, title: `Setting: ${label} (${group?.title})`, icon: icons.Settings },
    also: SETTING_WORDS[id] ?? "permissions allow ask deny",
    run() {
      shell.dialog.value = "settings";
      const field = `.settings [data-field="${id}"]`;
      void reach(`${field} :is(input[type=radio]:checked, input:not([type=radio]))`);
    },
  }));
}
