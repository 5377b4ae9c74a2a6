import { expect, it } from "vitest";
import { found, marked, mended, shown } from "./marked";

/** A snippet with its marks, what the marks say, and the text after the first fix. */
export type Row = readonly [snippet: string, says?: string | undefined, fixed?: string];

/** One test a row. */
export function table(rows: readonly Row[]): void {
  it.each(rows.map(([snippet, says, fixed]) => ({ snippet, says, fixed })))(
    "$snippet",
    ({ snippet, says, fixed }) => {
      const { source, expected } = marked(snippet);
      const marks = found(snippet);
      expect(shown(source, marks)).toEqual(shown(source, expected));
      if (says !== undefined) expect(marks.map(({ message }) => message).join("\n")).toContain(says);
      if (fixed !== undefined)
        expect(mended(source, marks.find(({ fixes }) => fixes.length > 0)?.fixes[0])).toBe(fixed);
    },
  );
}
