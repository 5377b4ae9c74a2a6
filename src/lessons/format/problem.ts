import type * as v from "valibot";

/** A course that cannot be read: `message` names the file and, where there is one, the field. */
export class CourseProblem extends Error {}

/** The first issue of a file as a problem: `03-window/lesson.json: checks[1].to: Expected …`. */
export function problemIn(file: string, issue: v.BaseIssue<unknown>, before = ""): CourseProblem {
  return new CourseProblem(`${file}: ${before}${fieldOf(issue)}${issue.message}`);
}

function fieldOf(issue: v.BaseIssue<unknown>): string {
  const keys = (issue.path ?? []).map(({ key }) =>
    typeof key === "number" ? `[${key}]` : `.${String(key)}`,
  );
  return keys.length === 0 ? "" : `${keys.join("").replace(/^\./, "")}: `;
}
