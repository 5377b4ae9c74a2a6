/** Coloured Lua behind a text area whose own letters are invisible. Unchanged lines are left alone. */
import { colourLine, FIRST_STATE } from "../language/colour-line";
import { type ColouredName, type ColouredNames, paintLine } from "../language/painted-line";
import { sameEnds } from "../shared/same-ends";
import { lineElement } from "./line-element";

interface Row {
  readonly text: string;
  readonly element: HTMLElement;
  /** State of `colourLine`, or `null` for a line not painted yet. */
  before: string | null;
  after: string;
  names: readonly ColouredName[];
}

const NONE: readonly ColouredName[] = [];

/** Takes over `pre`, which shows `painted` in colours, and updates it with the text. */
export function colouredText(pre: HTMLElement, painted: string) {
  const found = [...pre.querySelectorAll<HTMLElement>(".line")];
  const lines = painted.split("\n");
  let state = FIRST_STATE;
  const rows = found.map((element, at): Row => {
    const text = lines[at] ?? "";
    const before = state;
    state = colourLine(text, before).state;
    return { text, element, before, after: state, names: NONE };
  });

  /** Replaces the rows whose lines differ from the text. */
  const fitRows = (now: readonly string[]): void => {
    const { head, tail } = sameEnds(rows, now, (row, text) => row?.text === text);
    const made = now
      .slice(head, now.length - tail)
      .map((text): Row => ({ text, element: lineElement([]), before: null, after: "", names: NONE }));
    for (const { element } of rows.splice(head, rows.length - tail - head, ...made)) element.remove();
    const next = rows[head + made.length]?.element ?? null;
    for (const { element } of made) pre.insertBefore(element, next);
  };

  return {
    /** Shows a text, with `names` if they have been recomputed. */
    show(text: string, names: ColouredNames | null = null): void {
      fitRows(text.split("\n"));
      let before = FIRST_STATE;
      for (const [index, row] of rows.entries()) {
        if (row.before !== before || names !== null) {
          const { stretches, state } = colourLine(row.text, before);
          if (names !== null) row.names = names.get(index) ?? NONE;
          row.element.replaceChildren(...lineElement(paintLine(row.text, stretches, row.names)).childNodes);
          row.before = before;
          row.after = state;
        }
        before = row.after;
      }
      pre.parentElement?.style.setProperty("--digits", String(`${rows.length}`.length));
    },
  };
}
