/** The results of a class as a table: who passed what. */
import { escapeHtml } from "../shared/escape-html";
import type { Course } from "./course";

/** What became of a learner's answer to a lesson. */
export interface Graded {
  readonly learner: string;
  readonly lesson: string;
  readonly file: string;
  readonly passed: boolean;
  /** The seed of the worlds that it failed in; `null` if it passed with every seed. */
  readonly seed: number | null;
  /** What to fix, most important first. */
  readonly sentences: readonly string[];
}

interface ClassTable {
  /** The lessons anyone answered, in the course's order. */
  readonly lessons: readonly { readonly id: string; readonly title: string }[];
  readonly rows: readonly {
    readonly learner: string;
    /** The best answer for each lesson, or `null` without one. */
    readonly cells: readonly (Graded | null)[];
  }[];
}

/** Puts the results in order: a row for each learner, by name, and a column for each lesson. */
function tableOf({ lessons }: Course, graded: readonly Graded[]): ClassTable {
  const shown = lessons.filter(({ id }) => graded.some(({ lesson }) => lesson === id));
  const learners = [...new Set(graded.map(({ learner }) => learner))].sort(byName.compare);
  const best = (learner: string, lesson: string) => {
    const own = graded.filter((one) => one.learner === learner && one.lesson === lesson);
    return own.find(({ passed }) => passed) ?? own.at(-1) ?? null;
  };
  const rows = learners.map((learner) => ({ learner, cells: shown.map(({ id }) => best(learner, id)) }));
  return { lessons: shown, rows };
}

const byName = new Intl.Collator("en", { numeric: true });

const mark = (cell: Graded | null) => (cell === null ? "–" : cell.passed ? "passed" : "failed");

/** The table in columns, for a terminal. */
export function textTable(course: Course, graded: readonly Graded[]): string {
  const { lessons, rows } = tableOf(course, graded);
  const lines = [
    ["", ...lessons.map(({ id }) => id)],
    ...rows.map(({ learner, cells }) => [learner, ...cells.map(mark)]),
  ];
  const widths = lines[0]?.map((_, at) => Math.max(...lines.map((line) => line[at]?.length ?? 0))) ?? [];
  return lines
    .map((line) =>
      line
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

/** The table as CSV: `passed`, `failed` with the first thing to fix, or nothing. */
export function csvTable(course: Course, graded: readonly Graded[]): string {
  const { lessons, rows } = tableOf(course, graded);
  const lines = [
    ["learner", ...lessons.map(({ id }) => id)],
    ...rows.map(({ learner, cells }) => [
      learner,
      ...cells.map((cell) =>
        cell === null ? "" : cell.passed ? "passed" : `failed: ${cell.sentences[0] ?? ""}`,
      ),
    ]),
  ];
  // Spreadsheets recognize UTF-8 by a byte order mark.
  return `\uFEFF${lines.map((line) => `${line.map(csvCell).join(",")}\r\n`).join("")}`;
}

/** A cell that no spreadsheet interprets as a formula. */
function csvCell(text: string): string {
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

/** The table as a separate page. Problems to fix can be unfolded. */
export function htmlTable(course: Course, graded: readonly Graded[]): string {
  const { lessons, rows } = tableOf(course, graded);
  const heads = lessons.map(({ title }) => `<th scope="col">${escapeHtml(title)}</th>`).join("");
  const body = rows.map(({ learner, cells }) => {
    const passed = cells.filter((cell) => cell?.passed === true).length;
    return `<tr><th scope="row">${escapeHtml(learner)}</th>${cells.map(htmlCell).join("")}<td>${passed} of ${lessons.length}</td></tr>`;
  });
  return `<!doctype html>
<html lang="${course.lang}" dir="${course.dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(course.title)}</title>
<style>
body { margin: 2rem; font: 15px/1.5 system-ui, sans-serif; color: #1d1d21; background: #fff; }
table { border-collapse: collapse; }
th, td { padding: 4px 10px; border: 1px solid #cfcfd6; text-align: start; vertical-align: top; }
td { max-width: 24em; overflow-wrap: break-word; }
tbody th { position: sticky; inset-inline-start: 0; max-width: 12em; background: #fff; }
td:not(:has(details)), summary { white-space: nowrap; }
details[open] { min-width: 16em; }
p { margin: 0.4em 0; }
.passed { background: #e5f5e9; }
.failed { background: #fdecea; }
@media print {
  body { margin: 0; font-size: 10px; }
  details::details-content { content-visibility: visible; }
  .passed, .failed { print-color-adjust: exact; }
}
</style>
</head>
<body>
<h1>${escapeHtml(course.title)}</h1>
<table>
<thead><tr><th scope="col">Learner</th>${heads}<th scope="col">Passed</th></tr></thead>
<tbody>
${body.join("\n")}
</tbody>
</table>
</body>
</html>
`;
}

function htmlCell(cell: Graded | null): string {
  if (cell === null) return "<td>–</td>";
  if (cell.passed) return `<td class="passed">passed</td>`;
  const sentences = cell.sentences.map((sentence) => `<p>${escapeHtml(sentence)}</p>`).join("");
  return `<td class="failed"><details><summary>failed</summary>${sentences}</details></td>`;
}
