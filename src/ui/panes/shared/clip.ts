import { startOf } from "../../../shared/cut-text";

/** A long text cut for the screen: what is shown now, and how many characters wait behind "Show more". */
export interface Clipped {
  readonly shown: string;
  readonly hidden: number;
}

/**
 * Cuts a text to at most `maxChars` UTF-16 units and `maxLines` lines, at a line's end where one is near. A text of
 * megabytes in one element would stop the page for seconds.
 */
export function clip(text: string, maxChars: number, maxLines: number): Clipped {
  let end = Math.min(text.length, maxChars);
  let lines = 1;
  for (let at = text.indexOf("\n"); at !== -1 && at < end; at = text.indexOf("\n", at + 1)) {
    lines += 1;
    if (lines > maxLines) end = at;
  }
  const shown = startOf(text, end);
  return { shown, hidden: text.length - shown.length };
}
