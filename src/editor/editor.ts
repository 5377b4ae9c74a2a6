/** The script editor's interface. The page does not know which editor is behind it. */
import type { Language, TextVersion } from "../language/worker/client";
import type { NoteDrawer } from "./line-notes";
import type { StepDrawer, StepEvents } from "./step-marks";

/** A media query for small touch screens. They keep the plain editor, in which their keyboards, handles and menus work. */
export const PLAIN_ONLY = "(pointer: coarse) and ((max-width: 47.4988em) or (max-height: 28em))";

/** Whether long lines wrap. Without a choice (`null`) they do on phones, where scrolling sideways for each line is tedious. */
export function wrapsLines(chosen: boolean | null): boolean {
  return chosen ?? matchMedia(PLAIN_ONLY).matches;
}

export interface EditorOptions {
  readonly label: string;
  readonly fontSize: number;
  readonly wordWrap: boolean;
  /** Answers questions about the text. */
  readonly language: Language;
  /** Shows a notice that has no place in the text, such as why it cannot be formatted, with an optional action. */
  say(text: string, action?: { readonly label: string; run(): void }): void;
  /** The person changed the text (as opposed to `open`). */
  onChange(source: string): void;
  /** The cursor moved. `offset` is in UTF-16 units. */
  onCaret(offset: number): void;
}

/** Options of the full editor. */
export interface FullEditorOptions extends EditorOptions {
  readonly dark: boolean;
  /** A docs page was asked for, by name. */
  onDocs(page: string): void;
  /** The gutter beside a 1-based line was clicked; `other`: with the other mouse button. */
  onGutter(line: number, other: boolean): void;
  /** The page's entries in the editor's own command list (F1). */
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
  /** The text for `Language.ask`. Offsets match those of `onCaret`. */
  text(): TextVersion;
  /** Runs one of Monaco's commands, such as `undo`. Absent in the plain editor. */
  act?(command: string): void;
  /** False if a command of `act` certainly has nothing to do. */
  can?(command: string): boolean;
  /** Formats the script and keeps the cursor in place. If it can't, says why unless `quiet`. */
  format(quiet?: boolean): Promise<void>;
  /** Replaces the markers of the last run's error. */
  mark(markers: readonly ScriptMarker[]): void;
  /** Loads the code that draws the steps of a run. */
  stepMarks(events: StepEvents): Promise<StepDrawer>;
  /** Loads the code that draws notes at line ends. Absent in the plain editor, which has no room for them. */
  lineNotes?(): Promise<NoteDrawer>;
  /** Scrolls a 1-based line into view, puts the cursor on it and focuses the editor. */
  reveal(line: number): void;
  caret(): number;
  setCaret(offset: number): void;
  focus(): void;
  update(options: Partial<Pick<FullEditorOptions, "dark" | "fontSize" | "wordWrap">>): void;
  dispose(): void;
}

/** State passed from one editor to the next, so the switch goes unnoticed. */
export interface EditorView {
  /** Offsets in UTF-16 units. The cursor is at `head`. */
  readonly anchor: number;
  readonly head: number;
  /** Pixels; both editors have the same line height. */
  readonly scrollTop: number;
  readonly focused: boolean;
}

/** Line height in pixels for a font size: in proportion to 14 px type on 19 px lines, as in Monaco. */
export function lineHeight(fontSize: number): number {
  return Math.round((fontSize * 19) / 14);
}

/** Space above the first line in pixels, the same in both editors. */
export const PADDING = 12;

/** An editor that can take over from the plain one. */
export interface SuccessorEditor extends ScriptEditor {
  /** Resolves when the script has all its colours, or they don't come. The editor is hidden until `restore`. */
  readonly coloured: Promise<void>;
  /** Shows the editor with cursor, selection, scroll position and focus where they were. */
  restore(view: EditorView): void;
  /** Closes the list of completions, and keeps one that is on its way from opening. */
  closeCompletions(): void;
}
