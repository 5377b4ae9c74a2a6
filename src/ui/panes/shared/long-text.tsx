import { useState } from "preact/hooks";
import { counted } from "../../../shared/counted";
import { startOf } from "../../../shared/cut-text";

const CHARS = 10_000;
const LINES = 400;

/** Verbatim text with whitespace kept. Very long text is shown in slices, so it never blocks the page. */
export function LongText({ text, class: name }: { text: string; class?: string }) {
  const [slices, setSlices] = useState(1);
  const { shown, hidden } = clip(text, CHARS * slices, LINES * slices);
  return (
    <>
      <span class={name}>{shown}</span>
      {hidden > 0 && (
        <button type="button" class="link" onClick={() => setSlices(slices * 4)}>
          Show more ({counted(hidden, "character")} left)
        </button>
      )}
    </>
  );
}

/**
 * Cuts a text to at most `maxChars` UTF-16 units and `maxLines` lines, and counts the characters left out. Megabytes of text in
 * one element would block the page for seconds.
 *
 * @internal
 */
export function clip(text: string, maxChars: number, maxLines: number) {
  let end = Math.min(text.length, maxChars);
  let lines = 1;
  for (let at = text.indexOf("\n"); at !== -1 && at < end; at = text.indexOf("\n", at + 1)) {
    lines += 1;
    if (lines > maxLines) end = at;
  }
  const shown = startOf(text, end);
  return { shown, hidden: text.length - shown.length };
}
