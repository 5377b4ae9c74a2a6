/** What the page shows where: state only views need. */
import { computed, type ReadonlySignal, signal } from "@preact/signals";
import type { IconNode } from "lucide";
import { type ComponentType, createRef } from "preact";
import type { ScriptEditor } from "../editor/editor";
import type { WorldState } from "../integrations/world-simulator";
import type { Language } from "../language/worker/client";
import type { SharedScript } from "../share/link";
import { NARROW, WIDE } from "./pane-sizes";
import type { Stepping } from "./steps/stepping-state";

/** `wide`: three columns. `medium`: the sidebar is a drawer. `narrow`: one view at a time, chosen at the bottom. */
type Layout = "wide" | "medium" | "narrow";
/** `steps` exists only while steps are open. */
export type SideTab = "steps" | "lesson" | "docs" | "phone" | "calls" | "accounts";
export type View = "scripts" | "code" | "console" | SideTab;
export type DialogName = "settings" | "shortcuts" | "world" | "commands" | "embed";

export interface StepsPane {
  readonly id: "steps";
  readonly label: string;
  readonly icon: IconNode;
  readonly View: ComponentType;
}

export type Shell = ReturnType<typeof createShell>;

/** The view state of a page, listening to its width. */
export function createShell() {
  const wide = matches(WIDE);
  const narrow = matches(NARROW);
  return {
    layout: computed((): Layout => (wide.value ? "wide" : narrow.value ? "narrow" : "medium")),
    /** The view on a narrow page. */
    view: signal<View>("code"),
    /** The tab of the side pane. */
    tab: signal<SideTab>("phone"),
    /** The script whose name is being edited in the list. */
    renaming: signal<string | null>(null),
    /** The hidden field that opens `.lua` files. */
    filePicker: createRef<HTMLInputElement>(),
    /** How many of the last run's messages have been seen on the phone. */
    seenSends: signal(0),
    dialog: signal<DialogName | null>(null),
    /** The key of the phone's chat, empty for the list. `chosen`: by the person, not a run. `null` before the phone shows one. */
    chat: signal<{ readonly key: string; readonly chosen: boolean } | null>(null),
    /** The example that was opened last, and the script it is in. */
    example: signal<{ readonly id: string; readonly script: string } | null>(null),
    /** The question about a link that was made or opened. */
    sharing: signal<Sharing | null>(null),
    editor: signal<ScriptEditor | null>(null),
    /** Steps and breakpoints in the editor, once they have been loaded. */
    stepping: signal<Stepping | null>(null),
    /** The Steps tab, while the steps of a run are open or about to be. */
    stepsPane: signal<StepsPane | null>(null),
    /** Answers questions about Lua, once the editor is there. */
    language: signal<Language | null>(null),
    /** Jumps to a pane: a message by id, a call by number, a chat by key (empty: the list). The pane resets it to `null`. */
    jumps: {
      /** A part of the world editor, by id. */
      world: signal<string | null>(null),
      message: signal<string | null>(null),
      call: signal<number | null>(null),
      chat: signal<string | null>(null),
    },
  };
}

/** Brings a view to the front. In a narrow page it fills the page. */
export function show(shell: Shell, view: View): void {
  shell.view.value = view;
  if (view !== "scripts" && view !== "code" && view !== "console") shell.tab.value = view;
}

/** The view in front: the page's own if it is narrow, else that of the side pane. Reads signals. */
export function frontView(shell: Shell): View {
  return (shell.layout.value === "narrow" ? shell.view : shell.tab).value;
}

/** Shows a tab for a while. Returns a function that brings back the previous one, if this one is still in front. */
export function lend(shell: Shell, tab: SideTab): () => void {
  const [view, under] = [shell.view.peek(), shell.tab.peek()];
  show(shell, tab);
  return () => {
    if (shell.view.peek() === tab) shell.view.value = view;
    if (shell.tab.peek() === tab) shell.tab.value = under;
  };
}

function matches(query: string): ReadonlySignal<boolean> {
  const list = matchMedia(query);
  const now = signal(list.matches);
  list.addEventListener("change", () => {
    now.value = list.matches;
  });
  return now;
}

export type Sharing =
  /** The clipboard was refused: the person copies the link by hand. */
  | { readonly kind: "link"; readonly url: string }
  /** `length`: how many characters the link would have. */
  | { readonly kind: "too long"; readonly length: number; readonly shared: SharedScript }
  /** A link with a simulated world was opened. Its script is open already. */
  | { readonly kind: "world"; readonly script: string; readonly world: WorldState };
