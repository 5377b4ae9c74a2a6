import { MarkdownProblem, readMarkdown } from "../../shared/read-markdown";
import type { CourseAnswer, Lesson, MutantReason } from "../course";
import { LessonSchema } from "./lesson-schema";
import { nearMiss } from "./near-miss";
import { CourseProblem, parseFile } from "./problem";
import { surveyChecks } from "./read-checks";
import { readLessonWorld } from "./read-lesson-world";

/**
 * Reads the files of a lesson's folder, by their paths in it. `id` is the folder's name. `pages`: names of the docs pages that
 * checks can link to, or `null` to allow any.
 *
 * @throws {CourseProblem} that names the file, and the field if there is one
 */
export function readLesson(
  id: string,
  files: ReadonlyMap<string, string>,
  pages: ReadonlySet<string> | null = null,
): Lesson {
  const text = (name: string) => {
    const found = files.get(name);
    if (found === undefined || found.trim() === "") {
      throw new CourseProblem(
        `${id}/${name}: ${found === undefined ? "This file is missing" : "This file is empty"}.`,
      );
    }
    return found;
  };
  for (const name of ["lesson.md", "hints.md"]) checkMarkdown(`${id}/${name}`, text(name));
  const { title, body } = titled(`${id}/lesson.md`, text("lesson.md"));
  const file = `${id}/lesson.json`;
  const { idea, needsWorld, worlds, checks } = parseFile(LessonSchema, file, text("lesson.json"));
  const hints = hintsOf(text("hints.md"));
  if (hints.length === 0) throw new CourseProblem(`${id}/hints.md: Expected a list with one item per hint.`);
  const headings = new Set([
    title,
    ...[...body.matchAll(/^#+ (.+)$/gm)].map((match) => match[1]?.trim() ?? ""),
  ]);
  const place = { file, headings, pages };
  const { ids, printed, ...survey } = surveyChecks(checks, place);
  const predicates = new Map(survey.predicates.map((name) => [name, text(name)]));
  return {
    id,
    title,
    idea,
    needsWorld,
    text: body,
    starter: text("starter.lua"),
    solution: text("solution.lua"),
    hints,
    worlds: worlds.map((recipe, index) =>
      readLessonWorld(recipe, { index, checks, place, lesson: id, text }),
    ),
    checkIds: ids,
    predicates,
    judgesOutput:
      printed || [...predicates.values()].some((source) => /\brun\.(?:output|lines)\b/.test(source)),
    survivors: survivorsIn(`${id}/survivors.md`, files.get("survivors.md") ?? ""),
    answers: answersIn(id, files, ids),
  };
}

/** The answers below `right` and `wrong`; the latter say in their first line which check they must fail. */
function answersIn(
  id: string,
  files: ReadonlyMap<string, string>,
  checks: readonly string[],
): readonly CourseAnswer[] {
  return [...files].flatMap(([file, source]): readonly CourseAnswer[] => {
    if (!/^(?:right|wrong)\/[^/]+\.lua$/.test(file)) return [];
    if (file.startsWith("right/")) return [{ file, source, passes: true, expects: null }];
    const expects = /^-- *expects: *(\S+)/.exec(source)?.[1];
    if (expects === undefined) {
      throw new CourseProblem(
        `${id}/${file}: The first line must name the check that this answer fails: -- expects: ${checks[0]}`,
      );
    }
    if (expects !== "error" && !checks.includes(expects)) {
      throw new CourseProblem(
        `${id}/${file}: expects: lesson.json has no check "${expects}".${nearMiss(expects, checks)}`,
      );
    }
    return [{ file, source, passes: false, expects }];
  });
}

/** The list items of `survivors.md`: a change, the line that it changes, and why it passes. */
function survivorsIn(file: string, markdown: string): readonly MutantReason[] {
  const items = markdown.split(/^- /m).slice(1);
  return items.map((item) => {
    const [, change, code, reason] = /^`(.+?)` in `(.+?)`: ([\s\S]+)$/.exec(item) ?? [];
    if (change === undefined || code === undefined || reason === undefined) {
      throw new CourseProblem(
        `${file}: Expected "- \`the change\` in \`the line\`: why it passes.", not "- ${item.trim()}".`,
      );
    }
    return { change, code, reason: reason.trim() };
  });
}

/** Returns the hints of `hints.md`: one for each top-level list item, with its further lines and code. @internal */
export function hintsOf(markdown: string): readonly string[] {
  return markdown
    .trim()
    .split(/^(?:[-*]|\d+\.) +/m)
    .slice(1)
    .map((hint) => hint.replace(/^ {2,3}/gm, "").trim())
    .filter((hint) => hint !== "");
}

function checkMarkdown(file: string, text: string): void {
  try {
    readMarkdown(text);
  } catch (error) {
    throw error instanceof MarkdownProblem ? new CourseProblem(`${file}: ${error.message}`) : error;
  }
}

function titled(file: string, markdown: string): { title: string; body: string } {
  const match = /^# +(.+)\n([\s\S]*)$/.exec(markdown.trimStart());
  const [, title = "", body = ""] = match ?? [];
  if (title.trim() === "" || body.trim() === "") {
    throw new CourseProblem(`${file}: Expected a title (# …) in the first line and text below it.`);
  }
  return { title: title.trim(), body: body.trim() };
}
