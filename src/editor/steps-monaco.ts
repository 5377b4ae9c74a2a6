/** Draws the steps of a run in Monaco: the current line, values, breakpoints, and values under the pointer. */
import type { editor, languages } from "monaco-editor/editor";
import { LINE_NUMBERS } from "./monaco-options";
import type { StepDrawer, StepDrawing, StepEvents, StepPoint } from "./step-marks";
import "./steps-marks.css";

/** The parts of Monaco used here. Passed in, since importing them would split Monaco's file in two. */
interface Monaco {
  readonly registerHover: (provider: languages.HoverProvider) => void;
  readonly noCursorStops: editor.InjectedTextCursorStops;
  /** Whether the widget still shows the script before the one that was opened. */
  readonly isWaiting: () => boolean;
}

/** By the model a widget shows. */
const hovers = new WeakMap<editor.ITextModel, StepEvents["hover"]>();
let registered = false;

/** Monaco shows answers of later registered providers above those of earlier ones. */
function registerHover(register: Monaco["registerHover"]): void {
  if (registered) return;
  registered = true;
  register({
    provideHover(model, position) {
      const found = hovers.get(model)?.(model.getValue(), model.getOffsetAt(position));
      if (!found) return null;
      const [from, to] = [model.getPositionAt(found.start), model.getPositionAt(found.end)];
      const range = rangeOf(from.lineNumber, from.column, to.column);
      return { range, contents: [{ value: found.markdown }] };
    },
  });
}

/** Steps in a widget. `shown` shows the script that was opened first, if it waits. */
export function stepsInMonaco(
  shown: () => editor.IStandaloneCodeEditor,
  monaco: Monaco,
  { hover, actions }: StepEvents,
): StepDrawer {
  registerHover(monaco.registerHover);
  const widget = shown();
  let last: StepDrawing | null = null;
  const decorations = widget.createDecorationsCollection();
  let counted: StepDrawing["counts"] = new Map();
  const stepping = widget.createContextKey<boolean>("stepping", false);
  for (const [index, { title, stepping, run }] of actions.entries())
    widget.addAction({
      id: title,
      label: title,
      contextMenuGroupId: "1_steps",
      contextMenuOrder: index,
      ...(stepping ? { precondition: "stepping" } : {}),
      run() {
        const line = widget.getPosition()?.lineNumber;
        if (line !== undefined) run(line);
      },
    });
  const draw = () => {
    const model = widget.getModel();
    if (model === null || last === null || monaco.isWaiting()) return;
    hovers.set(model, hover);
    stepping.set(last.line !== null);
    if (last.counts !== counted) widget.updateOptions(numberOptions(last.counts));
    counted = last.counts;
    const lines = model.getLineCount();
    decorations.set(
      decorationsOf(last, monaco, (line) => (line > lines ? 1 : model.getLineMaxColumn(line))).filter(
        ({ range }) => range.startLineNumber <= lines,
      ),
    );
  };
  widget.onDidChangeModel(draw);
  return {
    draw(drawing) {
      last = drawing;
      draw();
    },
    reveal: (line) => shown().revealLineInCenterIfOutsideViewport(line),
  };
}

/** Line numbers, each after how often its line ran. */
function numberOptions(counts: StepDrawing["counts"]): editor.IEditorOptions {
  const longest = Math.max(0, ...[...counts.values()].map((text) => text.length));
  if (longest === 0) return LINE_NUMBERS;
  return {
    lineNumbers: (line) => [counts.get(line) ?? "", String(line)].join("  "),
    lineNumbersMinChars: LINE_NUMBERS.lineNumbersMinChars + longest + 2,
  };
}

function decorationsOf(
  { line, callerLine, stale, values, points }: StepDrawing,
  { noCursorStops }: Monaco,
  endOf: (line: number) => number,
): editor.IModelDeltaDecoration[] {
  const whole = (at: number, options: editor.IModelDecorationOptions) => ({
    range: rangeOf(at, 1, 1),
    options: { isWholeLine: true, ...options },
  });
  const pointOf = ({ kind, problem }: StepPoint) => `steps-point steps-point-${problem ? "problem" : kind}`;
  const tooltip = ({ title }: StepPoint) => ({ glyphMarginHoverMessage: { value: title } });
  // Monaco draws only one of several gutter marks on a line.
  const arrow = (at: number, className: string, faint: boolean) => {
    const point = points.find((one) => one.line === at);
    const glyphs = ["steps-arrow", ...(faint ? ["steps-stale"] : []), ...(point ? [pointOf(point)] : [])];
    return whole(at, {
      className,
      zIndex: 1,
      glyphMarginClassName: glyphs.join(" "),
      ...(point ? tooltip(point) : {}),
    });
  };
  return [
    ...(callerLine === null || callerLine === line ? [] : [arrow(callerLine, "steps-caller", true)]),
    ...(line === null ? [] : [arrow(line, stale ? "steps-line steps-stale" : "steps-line", stale)]),
    ...points
      .filter((point) => point.line !== line && point.line !== callerLine)
      .map((point) => whole(point.line, { glyphMarginClassName: pointOf(point), ...tooltip(point) })),
    ...[...values].map(([line, text]) => atEnd(line, endOf(line), text, noCursorStops)),
  ];
}

function atEnd(
  line: number,
  column: number,
  text: string,
  cursorStops: editor.InjectedTextCursorStops,
): editor.IModelDeltaDecoration {
  // Monaco would collapse ordinary spaces.
  const content = `\u00a0\u00a0\u00a0${text.replaceAll(" ", "\u00a0")}`;
  return {
    range: rangeOf(line, column, column),
    options: {
      showIfCollapsed: true,
      after: { content, inlineClassName: "steps-values", cursorStops },
    },
  };
}

function rangeOf(line: number, startColumn: number, endColumn: number) {
  return { startLineNumber: line, endLineNumber: line, startColumn, endColumn };
}
