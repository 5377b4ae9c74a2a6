import { type editor, KeyCode } from "monaco-editor/editor";

/** When nothing else waits for Escape. */
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

/** Lets Tab (and Shift+Tab) leave the editor right after Escape; any other key, or leaving, gives Tab back its meaning. */
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
