import { expect, it } from "vitest";
import { buildPages } from "../../../src/docs/build-pages";
import { loadGuides } from "../../../src/docs/guide-pages";
import { parse } from "../../../src/language/parse/parser";
import { context, found, marked, mended, shown } from "./marked";

const guides = await loadGuides(context.catalog);
const pages = new Set(buildPages(context.catalog, guides, []).map(({ name }) => name));

/** A snippet with its marks, what the marks say, and the text after the first fix. */
export type Row = readonly [snippet: string, says?: string | undefined, fixed?: string];

/** One test a row. In all of them, no fix may break a program, and each mark names a page of the docs. */
export function table(rows: readonly Row[]): void {
  it.each(rows.map(([snippet, says, fixed]) => ({ snippet, says, fixed })))(
    "$snippet",
    ({ snippet, says, fixed }) => {
      const { source, expected } = marked(snippet);
      const marks = found(snippet);
      expect(shown(source, marks)).toEqual(shown(source, expected));
      expect(marks.filter(({ page }) => !pages.has(page))).toEqual([]);
      if (says !== undefined) expect(marks.map(({ message }) => message).join("\n")).toContain(says);
      if (parse(source).errors.length === 0)
        for (const fix of marks.flatMap(({ fixes }) => fixes))
          expect(parse(mended(source, fix)).errors, `${fix.title}:\n${mended(source, fix)}`).toEqual([]);
      if (fixed !== undefined)
        expect(mended(source, marks.find(({ fixes }) => fixes.length > 0)?.fixes[0])).toBe(fixed);
    },
  );
}
