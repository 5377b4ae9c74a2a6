import { expect, test } from "vitest";
import { closerAhead } from "../../../src/language/closer-ahead";

/** `|` is the caret, `^` the bracket. */
test.each([
  ["local t = {\n  a = 1,\n  |\n^}", "}"],
  ["f(\n|\n^) -- done", ")"],
  ["g({\n  a = 1,\n|\n^})", "}"],
  ["local t = {\r\n  a = 1,\r\n  |\r\n^}", "}"],
  ['local s = "}"\nlocal t = {\n  |\n^}', "}"],
  ["print(f(1|^))", ")"],
  ["print(f(1)|^)", ")"],
])("a closing bracket is not typed twice: %j", (marked, closer) => {
  const source = marked.replace(/[|^]/g, "");
  expect(closerAhead(source, marked.indexOf("|"), closer)).toBe(marked.indexOf("^") - 1);
});

test.each([
  ["outer = {\n  inner = {\n  |\n}", "}", "one is missing"],
  ["print(f(1|)", ")", "one is missing"],
  ["f({\n  |\n)", "}", "the next line has another bracket"],
  ["print(1|) -- )", "}", "the caret is at another bracket"],
  ["local t = {\n  a = 1 |\n}", "}", "the line is not blank"],
  ['print("a|)")', ")", "the caret is in a string"],
  ["local t = { -- }\n  |\n  -- }", "}", "there is only a comment below"],
  ["local t = {\n  |\n\n}", "}", "the next line is blank too"],
  ["local t = {\n  |\n  [1] = 2,\n}", "]", "it would close nothing"],
])("a bracket is typed as it is: %j %s, since %s", (marked, closer) => {
  expect(closerAhead(marked.replace("|", ""), marked.indexOf("|"), closer)).toBeNull();
});
