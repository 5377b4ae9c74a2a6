/** Marks the last run's error in a model: the whole line is tinted, and its text underlined. */
import { editor, MarkerSeverity } from "monaco-editor/editor";
import type { ScriptMarker } from "./editor";

const OWNER = "run";

export type RunMarks = ReturnType<typeof runMarks>;

/** The marks of one model. They disappear when their line is edited. */
export function runMarks(model: editor.ITextModel) {
  let decorations: string[] = [];

  const set = (markers: readonly ScriptMarker[]) => {
    if (model.isDisposed()) return;
    const placed = markers
      .filter(({ line }) => line >= 1 && line <= model.getLineCount())
      .map(({ line, message }) => ({
        message,
        severity: MarkerSeverity.Error,
        source: "last run",
        startLineNumber: line,
        startColumn: model.getLineFirstNonWhitespaceColumn(line) || 1,
        endLineNumber: line,
        endColumn: model.getLineMaxColumn(line),
      }));
    editor.setModelMarkers(model, OWNER, placed);
    decorations = model.deltaDecorations(
      decorations,
      placed.map((range) => ({
        range,
        options: {
          isWholeLine: true,
          className: "monaco-error-line",
          linesDecorationsClassName: "monaco-error-glyph",
        },
      })),
    );
  };

  const listener = model.onDidChangeContent(({ changes, isFlush }) => {
    if (decorations.length === 0) return;
    const lines = decorations.map((id) => model.getDecorationRange(id)?.startLineNumber ?? 0);
    const touched = changes.some(({ range, text }) => {
      const last = range.startLineNumber + text.split("\n").length - 1;
      return lines.some((line) => range.startLineNumber <= line && line <= last);
    });
    if (touched || isFlush) set([]);
  });

  return {
    set,
    dispose() {
      listener.dispose();
      set([]);
    },
  };
}
