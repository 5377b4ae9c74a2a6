import type { editor } from "monaco-editor/editor";
import { SuggestController } from "monaco-editor/editor/contrib/suggest/browser/suggestController";

/** Closes the list of completions when all it has is the word as typed. A list that a person asked for stays. */
export function closeWithNothingToAdd(widget: editor.IStandaloneCodeEditor): void {
  const list = SuggestController.get(widget);
  list?.model.onDidSuggest(({ completionModel: { items }, triggerOptions }) => {
    const isTyped = items.every(({ word, completion }) => word === completion.insertText);
    if (isTyped && triggerOptions.auto) list.cancelSuggestWidget();
  });
}
