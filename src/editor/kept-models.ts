/** The models of the scripts that have been open: text, undo history, marks and view of each. */
import { editor, Uri } from "monaco-editor/editor";
import { LUA, ownBrackets } from "./lua-grammar";
import { type RunMarks, runMarks } from "./run-marks";

export interface KeptScript {
  readonly model: editor.ITextModel;
  readonly marks: RunMarks;
  view: editor.ICodeEditorViewState | null;
  /** The original text until the first edit: a model normalizes mixed line ends, which is not an edit. */
  given: { readonly source: string; readonly version: number };
}

/** Calls `onMade` with each new model, and `onEdit` when a text changes; `replaced`: by `open`. */
export function keptModels(
  onMade: (model: editor.ITextModel) => void,
  onEdit: (kept: KeptScript, replaced: boolean) => void,
) {
  const all = new Map<string, KeptScript>();
  let replacing = false;

  function make(id: string, source: string): KeptScript {
    const model = editor.createModel(source, LUA, Uri.from({ scheme: "script", path: `/${id}` }));
    ownBrackets(model);
    onMade(model);
    const given = { source, version: model.getAlternativeVersionId() };
    const made: KeptScript = { model, marks: runMarks(model), view: null, given };
    model.onDidChangeContent(() => onEdit(made, replacing));
    all.set(id, made);
    return made;
  }

  function replace(kept: KeptScript, source: string): void {
    const { model } = kept;
    replacing = true;
    model.pushEditOperations([], [{ range: model.getFullModelRange(), text: source }], () => null);
    replacing = false;
    kept.given = { source, version: model.getAlternativeVersionId() };
  }

  return {
    /** The script's model with this text, which can be undone if the model had another. */
    open(id: string, source: string): KeptScript {
      const known = all.get(id);
      if (known === undefined) return make(id, source);
      if (sourceOf(known) !== source) replace(known, source);
      return known;
    },
    dispose() {
      for (const { model, marks } of all.values()) {
        marks.dispose();
        model.dispose();
      }
    },
  };
}

/** The text of a kept script. */
export function sourceOf({ model, given }: KeptScript): string {
  return model.getAlternativeVersionId() === given.version ? given.source : model.getValue();
}
