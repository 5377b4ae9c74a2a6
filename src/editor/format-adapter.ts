/** Format document and selection for Monaco; `src/language/format` does the work. */
import { type editor, type IRange, languages } from "monaco-editor/editor";
import { ask, helpOf } from "./ask";
import { LUA } from "./lua-grammar";

/** Registers the providers; once a page. Monaco reduces the new text to what differs, so the caret stays where it was. */
export function registerFormatting(): void {
  languages.registerDocumentFormattingEditProvider(LUA, {
    displayName: "StyLua",
    provideDocumentFormattingEdits: (model) => edits(model, model.getFullModelRange()),
  });
  languages.registerDocumentRangeFormattingEditProvider(LUA, {
    displayName: "StyLua",
    provideDocumentRangeFormattingEdits: (model, range) => edits(model, range),
  });
}

async function edits(model: editor.ITextModel, range: IRange): Promise<languages.TextEdit[]> {
  const answer = await ask("format", model, range);
  if (answer === null) return [];
  if (answer.ok) return [{ range: model.getFullModelRange(), text: answer.value }];
  helpOf(model)?.say(answer.message);
  return [];
}
