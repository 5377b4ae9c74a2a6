import type { editor, IRange } from "monaco-editor/editor";
import { ask, modelHelp, rangeOf } from "./ask";
import { cleaningFix, PASTED } from "./cleaning-fix";

/** Offers to clean Markdown and foreign characters from pasted text. */
export function offerAfterPaste(widget: editor.IStandaloneCodeEditor): void {
  widget.onDidPaste(({ range }) => void offer(widget, range));
}

async function offer(widget: editor.IStandaloneCodeEditor, pasted: IRange): Promise<void> {
  const model = widget.getModel();
  if (model === null) return;
  const found = (await ask("diagnostics", model)) ?? [];
  const version = model.getVersionId();
  const touching = found.filter((one) => {
    const { startLineNumber, endLineNumber } = rangeOf(model, one);
    return startLineNumber <= pasted.endLineNumber && pasted.startLineNumber <= endLineNumber;
  });
  const cleaning = cleaningFix(touching);
  if (cleaning === null) return;
  const { title, edits } = cleaning;
  const run = () => {
    if (model.isDisposed() || model.getVersionId() !== version || widget.getModel() !== model) return;
    widget.pushUndoStop();
    widget.executeEdits(
      "paste",
      edits.map(({ start, end, text }) => ({ range: rangeOf(model, { start, end }), text })),
    );
    widget.pushUndoStop();
    widget.focus();
  };
  modelHelp.get(model)?.say(PASTED, { label: title, run });
}
