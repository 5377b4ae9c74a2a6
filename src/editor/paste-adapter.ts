import { type editor, Selection } from "monaco-editor/editor";
import { indentPasted } from "./paste-indent";

/** Moves code that is pasted into an indented line to that line's depth; undo gives it back as it was copied. */
export function indentPastes(widget: editor.IStandaloneCodeEditor): void {
  widget.onDidPaste(({ range }) => {
    const model = widget.getModel();
    // Monaco's own way of pasting into several places is kept.
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
