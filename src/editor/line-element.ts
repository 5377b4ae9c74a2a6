import type { PaintedLine } from "../language/painted-line";

/** A painted line as an element, with its line break. */
export function lineElement(line: PaintedLine): HTMLElement {
  const element = document.createElement("span");
  element.className = "line";
  for (const [text, colour] of line) {
    const piece = document.createElement("span");
    if (colour !== "") piece.className = colourClass(colour);
    piece.textContent = text;
    element.append(piece);
  }
  element.append("\n");
  return element;
}

/** The class of a colour: `code-string-escape`. */
export function colourClass(colour: string): string {
  return `code-${colour.replace(".", "-")}`;
}
