import { shorten } from "../../../shared/cut-text";
import { usePage } from "../../page";
import { linkLines } from "./line-links";

const LONGEST = 20_000;

/** An error's message, with each `script.lua:7` as a button that shows the line. */
export function LinkedMessage({ message, script }: { message: string; script: string }) {
  const { revealLine } = usePage();
  return (
    <span class="pane-message">
      {linkLines(shorten(message, LONGEST), script).map((piece, index) => {
        const { line } = piece;
        return line === null ? (
          piece.text
        ) : (
          <button
            type="button"
            class="pane-link"
            key={index}
            aria-label={`Go to line ${line}`}
            onClick={() => revealLine(line)}
          >
            {piece.text}
          </button>
        );
      })}
    </span>
  );
}
