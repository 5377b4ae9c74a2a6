import { sameEnds } from "./same-ends";

/**
 * Returns a function that maps the 1-based lines of a text to those of its next version. Lines above and below the edit keep
 * their place; lines in between follow their words.
 */
export function lineMap(before: string, after: string): (line: number) => number {
  const [old, now] = [textLines(before), textLines(after)];
  const { head, tail } = sameEnds(old, now, (one, other) => one === other);
  const end = now.length - tail;
  return (line) => {
    if (line <= head) return line;
    if (line > old.length - tail) return line + now.length - old.length;
    const words = old[line - 1]?.trim() ?? "";
    const same = words === "" ? null : nearestWith(now, words, line - 1, head, end);
    return (same ?? Math.max(Math.min(line - 1, end - 1), Math.min(head, now.length - 1))) + 1;
  };
}

/** The lines of a text, as the editor counts them. */
export function textLines(text: string): string[] {
  return text.split(/\r\n|\n|\r/);
}

/** The index nearest to `near` of a line with the same words, or `null`. */
function nearestWith(
  lines: readonly string[],
  words: string,
  near: number,
  from: number,
  end: number,
): number | null {
  let found: number | null = null;
  for (let index = from; index < end; index++) {
    if (lines[index]?.trim() !== words) continue;
    if (found === null || Math.abs(index - near) < Math.abs(found - near)) found = index;
  }
  return found;
}
