/** Keys in a plain text area with Lua in it. Tab is left alone: it leaves the field. */
import { type Chord, isPressed, RUN, STOP } from "../shared/chords";

/** Indents or outdents lines by two spaces, or adds a line indented like the last. `text` replaces `start`…`end`. */
export interface PlainEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The selection afterwards. */
  readonly anchor: number;
  readonly head: number;
}

interface LuaKeys {
  onChange(source: string): void;
  /** Absent if the page listens for these keys itself. */
  onRun?(): void;
  onStop?(): void;
}

/** Describes the keys to a screen reader. `place`: what Tab leaves. */
export function luaKeysHint(place: "editor" | "field"): string {
  return `Tab leaves the ${place}. Ctrl ] and Ctrl [ indent. Ctrl Enter runs, Ctrl period stops.`;
}

export function onLuaKey(event: KeyboardEvent, area: HTMLTextAreaElement, keys: LuaKeys): void {
  if (event.isComposing) return;
  const { value, selectionStart: start, selectionEnd: end } = area;
  const edit = (change: PlainEdit | null) =>
    change !== null && !area.readOnly && applyEdit(area, change, keys.onChange);
  const actions: readonly (readonly [Chord, (() => void) | undefined])[] = [
    [RUN, keys.onRun],
    [STOP, keys.onStop],
    [{ key: "]", mod: true }, () => edit(indent(value, start, end, 1))],
    [{ key: "[", mod: true }, () => edit(indent(value, start, end, -1))],
    [{ key: "Enter" }, () => edit(newline(value, start, end))],
  ];
  const action = actions.find(([chord]) => isPressed(chord, event))?.[1];
  if (action === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  action();
}

/** Makes an edit in a text area in a way that the browser's undo can revert where possible. */
export function applyEdit(
  area: HTMLTextAreaElement,
  { start, end, text, anchor, head }: PlainEdit,
  onChange: (source: string) => void,
): void {
  area.setSelectionRange(start, end);
  if (!document.execCommand("insertText", false, text)) {
    area.setRangeText(text, start, end, "end");
    onChange(area.value);
  }
  area.setSelectionRange(anchor, head);
}

const UNIT = "  ";

/**
 * Indents (`1`) or outdents (`-1`) the lines that a selection touches. Returns `null` if nothing would change.
 *
 * @internal
 */
export function indent(source: string, start: number, end: number, direction: 1 | -1): PlainEdit | null {
  const from = source.lastIndexOf("\n", start - 1) + 1;
  const newline = source.indexOf("\n", Math.max(start, end - 1));
  const to = newline < 0 ? source.length : newline;
  const before = source.slice(from, to);
  const text = before
    .split("\n")
    .map((line) => (direction > 0 ? (line === "" ? line : UNIT + line) : line.replace(/^(?: {1,2}|\t)/, "")))
    .join("\n");
  if (text === before) return null;
  const firstBefore = before.split("\n", 1)[0]?.length ?? 0;
  const firstAfter = text.split("\n", 1)[0]?.length ?? 0;
  const anchor = Math.max(from, start + firstAfter - firstBefore);
  return { start: from, end: to, text, anchor, head: Math.max(anchor, end + text.length - before.length) };
}

/** A line break at the cursor that keeps the indentation, or adds one level after the start of a block. @internal */
export function newline(source: string, start: number, end: number): PlainEdit {
  const line = source.slice(source.lastIndexOf("\n", start - 1) + 1, start);
  const depth = /^[ \t]*/.exec(line)?.[0] ?? "";
  const opens =
    /(?:\b(?:then|do|repeat|else)|\bfunction\b[^-]*\([^)]*\)|[{(])\s*$/.test(line) && !/^\s*--/.test(line);
  const text = `\n${depth}${opens ? UNIT : ""}`;
  const at = start + text.length;
  return { start, end, text, anchor: at, head: at };
}

/** The cursor's place in a reformatted text: after the same number of non-whitespace characters as before. */
export function placeAfter(before: string, after: string, caret: number): number {
  let left = before.slice(0, caret).replace(/\s/g, "").length;
  let at = 0;
  while (left > 0 && at < after.length) if (!/\s/.test(after.charAt(at++))) left--;
  return at;
}
