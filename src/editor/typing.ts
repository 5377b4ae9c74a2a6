import { editor, KeyCode, Range, Selection } from "monaco-editor/editor";
import { closerAhead } from "../language/closer-ahead";
import { indentPasted } from "./paste-indent";

/** True if nothing else is waiting for Escape. */
const FREE = [
  "editorTextFocus",
  ...[
    "suggestWidgetVisible",
    "parameterHintsVisible",
    "findWidgetVisible",
    "inSnippetMode",
    "renameInputVisible",
  ].map((key) => `!${key}`),
  ...["markersNavigationVisible", "editorHasSelection", "editorHasMultipleSelections"].map(
    (key) => `!${key}`,
  ),
].join(" && ");

/** Lets Tab (and Shift+Tab) leave the editor right after Escape. Any other key, or leaving, restores Tab. */
export function leaveByEscapeTab(widget: editor.IStandaloneCodeEditor): void {
  let leaving = false;
  const set = (on: boolean) => {
    if (leaving === on) return;
    leaving = on;
    widget.updateOptions({ tabFocusMode: on });
  };
  widget.onKeyDown(({ keyCode }) => {
    if (keyCode !== KeyCode.Escape && keyCode !== KeyCode.Tab && keyCode !== KeyCode.Shift) set(false);
  });
  widget.addCommand(KeyCode.Escape, () => set(true), FREE);
  widget.onDidBlurEditorWidget(() => set(false));
}

/** Re-indents code pasted into an indented line to that line's depth. Undo restores it as it was copied. */
export function indentPastes(widget: editor.IStandaloneCodeEditor): void {
  widget.onDidPaste(({ range }) => {
    const model = widget.getModel();
    // Pasting at several cursors is left to Monaco.
    if (model === null || widget.getSelections()?.length !== 1) return;
    const { startLineNumber, startColumn } = range;
    const before = model.getLineContent(startLineNumber).slice(0, startColumn - 1);
    const pasted = model.getValueInRange(range).replaceAll("\r\n", "\n");
    const text = indentPasted(before, pasted);
    if (text === pasted) return;
    widget.pushUndoStop();
    widget.executeEdits("paste", [{ range, text }], ([inverse]) => {
      if (inverse === undefined) return null;
      const { endLineNumber, endColumn } = inverse.range;
      return [new Selection(endLineNumber, endColumn, endLineNumber, endColumn)];
    });
    widget.pushUndoStop();
  });
}

/** Longer text was not typed, but committed by an input method, dictation or an emoji picker. */
const MOST_TYPED = 200;

/** Replaces the command that inserts typed text. Registered once, for all editors. */
export function registerTyping(): void {
  editor.registerCommand("type", (_, { text }: { readonly text: string }) => {
    const widget = editor.getEditors().find((one) => one.hasTextFocus());
    if (widget === undefined) return;
    if (text.length > MOST_TYPED && insertAtOnce(widget, text)) return;
    if (/^[)\]}]$/.test(text) && stepOverCloser(widget, text)) return;
    colourLinesBefore(widget);
    widget.trigger("keyboard", "type", { text });
  });
}

/**
 * Moves the cursor past an existing closing bracket, and removes a blank line before it. Monaco itself only does so right before
 * a bracket that it inserted in the same place. Returns whether it did.
 */
function stepOverCloser(widget: editor.ICodeEditor, closer: string): boolean {
  const model = widget.getModel();
  const [selection, ...others] = widget.getSelections() ?? [];
  if (model === null || selection === undefined || others.length > 0 || !selection.isEmpty()) return false;
  const at = closerAhead(model.getValue(), model.getOffsetAt(selection.getPosition()), closer);
  if (at === null) return false;
  const { startLineNumber: line } = selection;
  const { lineNumber, column } = model.getPositionAt(at);
  const blank = { range: new Range(line, 1, lineNumber, 1), text: null };
  widget.pushUndoStop();
  const done = widget.executeEdits("typing", lineNumber === line ? [] : [blank], () => [
    new Selection(line, column + 1, line, column + 1),
  ]);
  widget.pushUndoStop();
  return done;
}

/**
 * Colours the lines above the cursor immediately. Monaco waits until the page is idle. Until then it doesn't know whether the
 * cursor is in a string, so it neither closes brackets nor indents.
 */
function colourLinesBefore(widget: editor.ICodeEditor): void {
  const model = widget.getModel();
  const last = Math.max(0, ...(widget.getSelections() ?? []).map(({ startLineNumber }) => startLineNumber));
  if (model !== null && last > 1) editor.colorizeModelLine(model, last - 1);
}

/**
 * Inserts a long text with one edit. Monaco types each character separately, and each costs more than the one before: 20,000 of
 * them took 20 seconds. Returns whether the editor took the text. A read-only one says itself why it doesn't.
 */
function insertAtOnce(widget: editor.ICodeEditor, text: string): boolean {
  const edits = (widget.getSelections() ?? []).map((range) => ({ range, text, forceMoveMarkers: true }));
  widget.pushUndoStop();
  const done = widget.executeEdits("typing", edits, (inverse) =>
    inverse.map(({ range: { endLineNumber, endColumn } }) =>
      Selection.fromPositions({ lineNumber: endLineNumber, column: endColumn }),
    ),
  );
  if (done) widget.pushUndoStop();
  return done;
}
