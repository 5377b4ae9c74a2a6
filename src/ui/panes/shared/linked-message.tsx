import { shorten } from "../../../shared/cut-text";
import { usePage } from "../../page";

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

/** A piece of a message: plain, or a place in the script. */
interface MessagePiece {
  readonly text: string;
  /** 1-based line when the piece is a place, e.g. `order-update.lua:7`. */
  readonly line: number | null;
}

/**
 * Splits a message at each `script:LINE` so that those can be made clickable. Joining the texts gives the message.
 *
 * @internal
 */
export function linkLines(message: string, script: string): readonly MessagePiece[] {
  const pieces: MessagePiece[] = [];
  let plainFrom = 0;
  const needle = `${script}:`;
  if (script === "") return [{ text: message, line: null }];
  for (let at = message.indexOf(needle); at !== -1; at = message.indexOf(needle, at + 1)) {
    if (at < plainFrom) continue;
    const digits = /^[0-9]{1,9}/.exec(message.slice(at + needle.length, at + needle.length + 9))?.[0];
    const before = at === 0 ? "" : message.charAt(at - 1);
    // `my-order.lua:7` is no place in `order.lua`.
    if (digits === undefined || /[\w.-]/.test(before)) continue;
    if (at > plainFrom) pieces.push({ text: message.slice(plainFrom, at), line: null });
    plainFrom = at + needle.length + digits.length;
    pieces.push({ text: message.slice(at, plainFrom), line: Number(digits) });
  }
  if (plainFrom < message.length) pieces.push({ text: message.slice(plainFrom), line: null });
  return pieces;
}
