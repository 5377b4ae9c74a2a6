import { shorten } from "../../../shared/cut-text";
import { usePage } from "../../page";

const LONGEST = 20_000;

/** An error message, with each `script.lua:7` as a button that shows the line. */
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
            class="link"
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

interface MessagePiece {
  readonly text: string;
  /** 1-based line if the piece is a place, such as `order-update.lua:7`. */
  readonly line: number | null;
}

/**
 * Splits a message at each `script:LINE`, so those can be made clickable. The joined texts are the message.
 *
 * @internal
 */
export function linkLines(message: string, script: string): readonly MessagePiece[] {
  if (script === "") return [{ text: message, line: null }];
  const name = script.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const pieces: MessagePiece[] = [];
  let plainFrom = 0;
  // Not the end of another name: `my-order.lua:7` is not a place in `order.lua`.
  for (const place of message.matchAll(new RegExp(`(?<![\\w.-])${name}:([0-9]{1,9})`, "g"))) {
    if (place.index > plainFrom) pieces.push({ text: message.slice(plainFrom, place.index), line: null });
    pieces.push({ text: place[0], line: Number(place[1]) });
    plainFrom = place.index + place[0].length;
  }
  if (plainFrom < message.length) pieces.push({ text: message.slice(plainFrom), line: null });
  return pieces;
}
