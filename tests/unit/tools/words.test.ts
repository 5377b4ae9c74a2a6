import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { pageStrings } from "../../../tools/words/page-strings.mjs";

const [, list = ""] = readFileSync("docs/words.md", "utf8").split("## Words we do not use");
const words = [...list.matchAll(/^\| (?!not |---)([^|]+) \| ([^|]+) \|$/gm)].map(
  ([, not = "", but = ""]) => ({ not, but }),
);

it("the page uses none of the words that docs/words.md rules out", () => {
  expect(words.length).toBeGreaterThan(10);
  const found = pageStrings().flatMap(({ file, line, text }) =>
    words
      .filter(({ not }) =>
        new RegExp(
          `\\b${not.replace(/\d+/, "\\d+")}${/\w$/.test(not) ? "\\b" : ""}(?! longer)`,
          /^[A-Z]/.test(not) ? "" : "i",
        ).test(text.replaceAll("’", "'")),
      )
      .map(({ not, but }) => `${file}:${line}: “${not}” in “${text}”. Write: ${but}`),
  );
  expect(found).toEqual([]);
});
