/** Draws notes at the ends of lines into Monaco. They are no part of the text: no caret enters them, no copy holds them. */
import type { editor } from "monaco-editor/editor";
import type { NoteDrawer } from "./line-notes";
import "./line-notes.css";

/** `noCursorStops` is passed, since importing it here would split Monaco's file in two. */
export function notesInMonaco(
  widget: editor.IStandaloneCodeEditor,
  noCursorStops: editor.InjectedTextCursorStops,
): NoteDrawer {
  const decorations = widget.createDecorationsCollection();
  return {
    draw(notes, stale) {
      const model = widget.getModel();
      if (model === null) return;
      const lines = model.getLineCount();
      decorations.set(
        [...notes]
          .filter(([line]) => line <= lines)
          .map(([line, { text, tone }]) => {
            const column = model.getLineMaxColumn(line);
            return {
              range: { startLineNumber: line, startColumn: column, endLineNumber: line, endColumn: column },
              options: {
                showIfCollapsed: true,
                after: {
                  // Monaco would collapse ordinary blanks.
                  content: `    ${text}`.replaceAll(" ", "\u00a0"),
                  inlineClassName: `line-note line-note-${stale ? "stale" : tone}`,
                  cursorStops: noCursorStops,
                },
              },
            };
          }),
      );
    },
  };
}
