/** Shows the steps of a run in the plain editor: marks, values and a gutter for breakpoints. */
import { firstIndex } from "../shared/first-index";
import type { StepDrawer, StepDrawing, StepEvents } from "./step-marks";
import "./steps-marks.css";

/** The parts of the plain editor needed here. */
interface PlainField {
  readonly root: HTMLElement;
  area(): HTMLTextAreaElement;
  /** The top of a 1-based line in the text. */
  topOf(line: number): number;
  /** Calls `place` when drawings may be out of place. */
  onMoved(place: () => void): void;
}

export function stepsInPlain(
  { root, area, topOf, onMoved }: PlainField,
  { onLine }: Pick<StepEvents, "onLine">,
): StepDrawer {
  const behind = document.createElement("div");
  const inFront = document.createElement("div");
  behind.className = "steps-layer";
  inFront.className = "steps-layer steps-layer-front";
  root.prepend(behind, gutterOf(area, topOf, onLine));
  root.append(inFront);
  let bars: readonly { readonly line: number; readonly element: HTMLElement }[] = [];

  const place = (): void => {
    if (bars.length === 0) return;
    const { scrollTop } = area();
    const height = lineHeightOf(area());
    for (const { line, element } of bars) {
      const bottom = topOf(line + 1);
      // Values go where a wrapped line ends, which leaves more room.
      const top = element.classList.contains("steps-values") ? bottom - height : topOf(line);
      element.style.top = `${top - scrollTop}px`;
      element.style.height = `${bottom - top}px`;
      element.style.lineHeight = `${height}px`;
    }
  };
  onMoved(place);

  return {
    draw(drawing) {
      const lines = linesOf(drawing);
      const notes = notesOf(drawing);
      root.classList.toggle("has-counts", drawing.counts.size > 0);
      behind.replaceChildren(...lines.map(({ element }) => element));
      inFront.replaceChildren(...notes.map(({ element }) => element));
      bars = [...lines, ...notes];
      place();
    },
    reveal(line) {
      const top = topOf(line);
      const { scrollTop, clientHeight } = area();
      if (top < scrollTop || top > scrollTop + clientHeight - 40) area().scrollTop = top - clientHeight / 2;
    },
  };
}

/** A strip beside the text. A press acts on the line there, or from the keyboard on the cursor's line. */
function gutterOf(
  area: PlainField["area"],
  topOf: PlainField["topOf"],
  onLine: StepEvents["onLine"],
): HTMLButtonElement {
  const gutter = document.createElement("button");
  gutter.type = "button";
  gutter.className = "steps-gutter";
  gutter.setAttribute("aria-label", "Breakpoint at the cursor's line");
  gutter.addEventListener("click", ({ detail, clientY }) => {
    const text = area().value;
    if (detail === 0) return onLine(text.slice(0, area().selectionStart).split("\n").length);
    const y = clientY - gutter.getBoundingClientRect().top + area().scrollTop;
    onLine(firstIndex(text.split("\n").length - 1, (index) => topOf(index + 2) > y) + 1);
  });
  gutter.addEventListener("wheel", ({ deltaY }) => area().scrollBy(0, deltaY), { passive: true });
  return gutter;
}

function bar(line: number, name: string, text = "") {
  const element = document.createElement("div");
  element.className = `steps-bar-line ${name}`;
  element.textContent = text;
  return { line, element };
}

function linesOf({ line, callerLine, stale, points }: StepDrawing) {
  return [
    ...(callerLine === null ? [] : [bar(callerLine, "steps-caller")]),
    ...(line === null ? [] : [bar(line, stale ? "steps-line steps-stale" : "steps-line")]),
    ...points.map(({ line, kind, problem }) =>
      bar(line, `steps-point steps-point-${problem ? "problem" : kind}`),
    ),
  ];
}

function notesOf({ values, counts }: StepDrawing) {
  return [
    ...[...counts].map(([line, text]) => bar(line, "steps-counts", text)),
    ...[...values].map(([line, text]) => bar(line, "steps-values", text)),
  ];
}

function lineHeightOf(area: HTMLTextAreaElement): number {
  return Number.parseFloat(getComputedStyle(area).lineHeight);
}
