/** What the plain editor draws behind its text: colours and line numbers, the cursor's line, the lines with errors. */
import type { ColouredNames } from "../language/painted-line";
import { colouredText } from "./coloured-text";
import type { EditorOptions, ScriptMarker } from "./editor";
import { lineHeight, PADDING } from "./editor";

type TextLook = Pick<EditorOptions, "fontSize" | "wordWrap">;

export interface PlainLayer {
  /** Colours the text, with `names` once the analyser has found them. False if the text is too long for colours. */
  paint(names?: ColouredNames): boolean;
  /** How many lines are painted. */
  painted(): number;
  /** The top of a 1-based line, and behind the last line its bottom. */
  topOf(line: number): number;
  /** Shows which lines have errors, until the next call. */
  mark(markers: readonly ScriptMarker[]): void;
  setLook(change: Partial<TextLook>): void;
  /** Moves everything to where the text is now. */
  place(): void;
  /** Calls `place` whenever everything has been moved. */
  onPlaced(place: () => void): void;
  dispose(): void;
}

/** Longer scripts are shown without colours and don't wrap, since both take too long. */
const MOST_COLOURED = 300_000;

/** Draws in `root`, behind the textarea that `area` returns. `root` may already hold the colours of the text `painted`. */
export function plainLayer(
  root: HTMLElement,
  area: () => HTMLTextAreaElement,
  initial: TextLook,
  painted: string,
): PlainLayer {
  const pre = root.querySelector<HTMLElement>(".script-colours") ?? document.createElement("pre");
  pre.className = "script-colours";
  pre.ariaHidden = "true";
  const colours = colouredText(pre, painted);
  const highlights = document.createElement("div");
  root.prepend(highlights, pre);
  let look = initial;
  let markers: readonly ScriptMarker[] = [];
  /** Whether a line was marked that may be scrolled out of view to the left. */
  let scrolledOff = false;
  let onPlaced = () => {};
  // A hidden field has no size and can't scroll. Lines wrap elsewhere as the gutter gets wider.
  const resized = new ResizeObserver(place);
  resized.observe(root);
  resized.observe(pre);

  function place(): void {
    if (scrolledOff && area().clientWidth > 0) {
      scrolledOff = false;
      if (document.activeElement !== area()) area().scrollLeft = 0;
    }
    const { scrollTop, scrollLeft, clientWidth } = area();
    pre.style.transform = `translate3d(${-scrollLeft}px, ${-scrollTop}px, 0)`;
    pre.style.setProperty("--scrolled", `${scrollLeft}px`);
    pre.classList.toggle("is-scrolled", scrollLeft > 0);
    pre.style.width = isWrapped() ? `${clientWidth}px` : "";
    const lines = markers.map(({ line }) => lineBar("script-editor-line", line, scrollTop));
    highlights.replaceChildren(...currentLine(scrollTop), ...lines);
    onPlaced();
  }

  /** The bar behind the cursor's line while the person is typing. */
  function currentLine(scrollTop: number): readonly HTMLElement[] {
    pre.querySelector(".is-current")?.classList.remove("is-current");
    const { value, selectionStart, selectionEnd } = area();
    if (document.activeElement !== area()) return [];
    const line = value.slice(0, caretOf(area())).split("\n").length;
    pre.children[line - 1]?.classList.add("is-current");
    if (selectionStart !== selectionEnd) return [];
    return [lineBar("script-editor-current", line, scrollTop)];
  }

  function lineBar(name: string, line: number, scrollTop: number): HTMLElement {
    const bar = document.createElement("div");
    const top = topOf(line);
    bar.className = name;
    bar.style.top = `${top - scrollTop}px`;
    bar.style.height = `${topOf(line + 1) - top}px`;
    return bar;
  }

  function topOf(line: number): number {
    const height = lineHeight(look.fontSize);
    if (!isWrapped()) return PADDING + (line - 1) * height;
    // Wrapped lines are measured in their coloured copy.
    const { top, bottom } = pre.getBoundingClientRect();
    const at = pre.children[line - 1]?.getBoundingClientRect().top ?? bottom - PADDING;
    // Letters begin a little below the top of their row.
    return PADDING + Math.round((at - top - PADDING) / height) * height;
  }

  /** Returns whether the text is too long for colours. */
  function setClasses(): boolean {
    const long = area().value.length > MOST_COLOURED;
    root.classList.toggle("is-raw", long);
    root.classList.toggle("is-wrapped", look.wordWrap && !long);
    return long;
  }

  function isWrapped(): boolean {
    return root.classList.contains("is-wrapped");
  }

  return {
    paint(names) {
      if (setClasses()) return false;
      colours.show(area().value, names);
      return true;
    },
    painted: () => pre.children.length,
    topOf,
    mark(next) {
      markers = next;
      scrolledOff = next.length > 0;
      place();
    },
    setLook(change) {
      look = { ...look, ...change };
      root.style.setProperty("--code-size", `${look.fontSize}px`);
      root.style.setProperty("--code-height", `${lineHeight(look.fontSize)}px`);
      setClasses();
      place();
    },
    place,
    onPlaced(next) {
      onPlaced = next;
    },
    dispose: () => resized.disconnect(),
  };
}

/** The cursor's offset in UTF-16 units: the end of the selection that moves. */
export function caretOf({ selectionStart, selectionEnd, selectionDirection }: HTMLTextAreaElement): number {
  return selectionDirection === "backward" ? selectionStart : selectionEnd;
}
