/** Draws notes at line ends in Monaco. They are not part of the text: the cursor can't enter them, and they are not copied. */
import type { editor } from "monaco-editor/editor";
import { fittingNote, type LineNote, type NoteDrawer } from "./line-notes";
import "./line-notes.css";

interface Monaco {
  /** Passed in, since importing it here would split Monaco's file in two. */
  readonly noCursorStops: editor.InjectedTextCursorStops;
  /** Whether the widget still shows the script before the one that was opened. */
  readonly isWaiting: () => boolean;
}

/** Notes in a widget. They are drawn when the script that was opened is shown. */
export function notesInMonaco(
  widget: editor.IStandaloneCodeEditor,
  { noCursorStops, isWaiting }: Monaco,
): NoteDrawer {
  const decorations = widget.createDecorationsCollection();
  let drawn: readonly [notes: ReadonlyMap<number, LineNote>, stale: boolean] = [new Map(), false];

  const draw = () => {
    const model = widget.getModel();
    if (model === null || isWaiting()) return;
    const [notes, stale] = drawn;
    const lines = model.getLineCount();
    const { viewportColumn } = widget.getLayoutInfo();
    const { tabSize } = model.getOptions();
    decorations.set(
      [...notes]
        .filter(([line]) => line <= lines)
        .map(([line, note]) => {
          const column = model.getLineMaxColumn(line);
          const width = model.getLineContent(line).replaceAll("\t", " ".repeat(tabSize)).length;
          return {
            range: { startLineNumber: line, startColumn: column, endLineNumber: line, endColumn: column },
            options: {
              showIfCollapsed: true,
              after: {
                // Monaco would collapse ordinary spaces.
                content: fittingNote(note, viewportColumn - width).replaceAll(" ", "\u00a0"),
                inlineClassName: `line-note line-note-${stale ? "stale" : note.tone}`,
                cursorStops: noCursorStops,
              },
            },
          };
        }),
    );
  };
  widget.onDidLayoutChange(draw);
  widget.onDidChangeModel(draw);
  return {
    draw(...now) {
      drawn = now;
      draw();
    },
  };
}
