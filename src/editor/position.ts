import type { editor, IRange } from "monaco-editor/editor";

/** Offsets as a range of a model. */
export function rangeOf(model: editor.ITextModel, { start, end }: { start: number; end: number }): IRange {
  const from = model.getPositionAt(start);
  const to = model.getPositionAt(end);
  return {
    startLineNumber: from.lineNumber,
    startColumn: from.column,
    endLineNumber: to.lineNumber,
    endColumn: to.column,
  };
}
