import { expect, test } from "vitest";
import { csvTable, type Graded, htmlTable, textTable } from "../../../src/lessons/class-table";
import { readCourse } from "../../../src/lessons/format/read-course";
import { sampleCourse } from "./sample-course";

const files = sampleCourse();
for (const [path, text] of sampleCourse()) files.set(path.replace("01-return", "02-again"), text);
const course = readCourse(files);

const graded = (learner: string, lesson: string, sentence: string | null): Graded => ({
  learner,
  lesson,
  file: `${learner}.lua`,
  passed: sentence === null,
  seed: sentence === null ? null : 1,
  sentences: sentence === null ? [] : [sentence],
});

const results = [
  graded("ben", "02-again", "You returned 41, not 42."),
  graded("anna", "01-return", 'Say "42", <b>please</b>'),
  graded("anna", "01-return", null),
  graded("anna", "02-again", null),
  graded("=cmd()", "01-return", null),
];

test("a class is a row for each learner and a column for each lesson, with the best answer", () => {
  expect(textTable(course, results)).toBe(
    [
      "        01-return  02-again",
      "=cmd()  passed     –",
      "anna    passed     passed",
      "ben     –          failed",
    ].join("\n"),
  );
});

test("as CSV it opens in spreadsheets as UTF-8, says what to fix, and contains no formulas", () => {
  expect(csvTable(course, results).split("\r\n")).toEqual([
    "\uFEFFlearner,01-return,02-again",
    "'=cmd(),passed,",
    "anna,passed,passed",
    'ben,,"failed: You returned 41, not 42."',
    "",
  ]);
});

test("as a page it escapes what learners wrote", () => {
  const page = htmlTable(course, [graded("<script>", "01-return", "<b>No</b> & never")]);
  expect(page).not.toContain("<script>");
  expect(page).toContain("&lt;b&gt;No&lt;/b&gt; &amp; never");
  expect(page).toContain("0 of 1");
});
