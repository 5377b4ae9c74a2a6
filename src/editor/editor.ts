/** The script editor's interface. The page does not know which editor is behind it. */
import type { Language, TextVersion } from "../language/worker/client";
import type { NoteDrawer } from "./line-notes";
import type { StepDrawer, StepEvents } from "./step-marks";

/** Small touch screens keep the plain editor: their keyboards, handles and menus work in it. A media query. */
export const PLAIN_ONLY = "(pointer: coarse) and (max-width: 47.4988em)";

export interface EditorOptions {
  readonly label: string;
  readonly fontSize: number;
  readonly wordWrap: boolean;
  /** Answers questions about the text. */
  readonly language: Language;
  /** Tells the person what has no place in the text, e.g. why it cannot be formatted, and offers to do something about it. */
  say(text: string, action?: { readonly label: string; run(): void }): void;
  /** The text changed by the person's hand (not by `open`). */
  onChange(source: string): void;
  /** Caret moved; offset in UTF-16 units. */
  onCaret(offset: number): void;
}

/** And of the full one. */
export interface FullEditorOptions extends EditorOptions {
  readonly dark: boolean;
  /** A docs page was asked for, by name. */
  onDocs(page: string): void;
  /** The gutter beside a 1-based line was clicked; `other`: with the other mouse button. */
  onGutter(line: number, other: boolean): void;
  /** What the page offers in the editor's own list of commands (F1). */
  readonly actions: readonly { readonly title: string; run(): void }[];
}

export interface ScriptMarker {
  /** 1-based. */
  readonly line: number;
  readonly message: string;
}

export interface ScriptEditor {
  /** Shows a script. Text, undo history, caret and scroll position are kept per `id` while the page is open. */
  open(id: string, source: string): void;
  source(): string;
  /** The text for `Language.ask`. Its offsets are those of `caret`. */
  text(): TextVersion;
  /** Runs one of Monaco's commands, such as `undo`. Absent in the plain editor. */
  act?(command: string): void;
  /** False for a command of `act` that surely has nothing to do. */
  can?(command: string): boolean;
  /** Formats the script and keeps the caret. Says why it cannot, unless `quiet`. */
  format(quiet?: boolean): Promise<void>;
  /** Replaces the markers of the last run's error. */
  mark(markers: readonly ScriptMarker[]): void;
  /** Loads what draws the steps of a run. */
  stepMarks(events: StepEvents): Promise<StepDrawer>;
  /** Loads what draws notes at the ends of lines. Absent in the plain editor, which has no room for them. */
  lineNotes?(): Promise<NoteDrawer>;
  /** Scrolls a 1-based line into view, puts the caret on it and focuses the editor. */
  reveal(line: number): void;
  caret(): number;
  setCaret(offset: number): void;
  focus(): void;
  update(options: Partial<Pick<FullEditorOptions, "dark" | "fontSize" | "wordWrap">>): void;
  dispose(): void;
}

/** What moves from one editor to the next, so that nobody notices the change. */
export interface EditorView {
  /** Offsets in UTF-16 units; the caret is at `head`. */
  readonly anchor: number;
  readonly head: number;
  /** Pixels; both editors have the same line height. */
  readonly scrollTop: number;
  readonly focused: boolean;
}

/** Line height in pixels for a font size: 14 px type on 19 px lines, as Monaco has it, and in proportion. */
export function lineHeight(fontSize: number): number {
  return Math.round((fontSize * 19) / 14);
}

/** Space above the first line in pixels, the same in both editors. */
export const PADDING = 12;

/** An editor that can take over from the plain one. */
export interface SuccessorEditor extends ScriptEditor {
  /** Resolves when the script has all of its colours, or they do not come. Until `restore` the editor is not seen. */
  readonly coloured: Promise<void>;
  /** Shows the editor, with caret, selection, scroll position and focus where they were. */
  restore(view: EditorView): void;
}
