import * as v from "valibot";
import { MarkdownProblem, readMarkdown } from "../../shared/read-markdown";
import type { CourseAnswer, Facts, Lesson, LessonWorld } from "../course";
import { buildWorld } from "../worlds/build-world";
import { type Check, CheckSchema } from "./check-schema";
import { LessonSchema, type WorldRecipe } from "./lesson-schema";
import { strangePlaceholder } from "./placeholders";
import { CourseProblem, parseFile, problemIn } from "./problem";

/**
 * Reads the files of a lesson's folder, by their paths in it. `id` is the folder's name. `pages`: names of the docs pages
 * that checks can point to, or `null` to allow any.
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
  const { idea, worlds, checks } = parseFile(LessonSchema, file, text("lesson.json"));
  const hints = hintsOf(text("hints.md"));
  if (hints.length === 0) throw new CourseProblem(`${id}/hints.md: Expected a list, one item a hint.`);
  const headings = new Set([
    title,
    ...[...body.matchAll(/^#+ (.+)$/gm)].map((match) => match[1]?.trim() ?? ""),
  ]);
  const predicates = new Map<string, string>();

  const worldOf = (recipe: WorldRecipe): LessonWorld => {
    const read = checks.map((check, at) => readCheck(file, check, at, recipe));
    for (const [at, check] of read.entries()) {
      if (read.findIndex((other) => other.id === check.id) !== at) {
        throw new CourseProblem(`${file}: checks[${at}].id: Two checks are called "${check.id}".`);
      }
      if (check.see?.startsWith("#") && !headings.has(check.see.slice(1))) {
        throw new CourseProblem(
          `${file}: checks[${at}].see: lesson.md has no heading "${check.see.slice(1)}".`,
        );
      }
      if (check.see !== undefined && !check.see.startsWith("#") && pages?.has(check.see) === false) {
        throw new CourseProblem(`${file}: checks[${at}].see: The docs have no page "${check.see}".`);
      }
      const strange = strangePlaceholder(check, recipe.facts ?? {});
      if (strange !== null) {
        throw new CourseProblem(`${file}: checks[${at}].say: Nothing is called {${strange}} here.`);
      }
      if (check.kind === "lua") predicates.set(check.file, text(check.file));
    }
    const whole =
      recipe.file === undefined ? null : parseFile(v.unknown(), `${id}/${recipe.file}`, text(recipe.file));
    const { name, facts = {} } = recipe;
    return { name, facts, checks: read, build: () => buildWorld(recipe, whole, id) };
  };
  const read = worlds.map(worldOf);
  return {
    id,
    title,
    idea,
    text: body,
    starter: text("starter.lua"),
    solution: text("solution.lua"),
    hints,
    worlds: read,
    predicates,
    answers: answersIn(id, files, read[0]?.checks ?? []),
  };
}

/** The answers below `right` and `wrong`; the latter say in their first line which check they must fail. */
function answersIn(
  id: string,
  files: ReadonlyMap<string, string>,
  checks: readonly Check[],
): readonly CourseAnswer[] {
  return [...files].flatMap(([file, source]) => {
    if (!/^(?:right|wrong)\/[^/]+\.lua$/.test(file)) return [];
    const expects = /^-- *expects: *(\S+)/.exec(source)?.[1] ?? null;
    if (expects !== null && expects !== "error" && !checks.some((check) => check.id === expects)) {
      throw new CourseProblem(`${id}/${file}: expects: lesson.json has no check "${expects}".`);
    }
    return [{ file, source, passes: file.startsWith("right/"), expects }];
  });
}

function readCheck(file: string, raw: unknown, at: number, { facts = {}, name }: WorldRecipe): Check {
  const where = `checks[${at}]`;
  const given = withFacts(raw, facts, (fact) => {
    throw new CourseProblem(`${file}: ${where}: The world "${name}" has no fact "${fact}".`);
  });
  const parsed = v.safeParse(CheckSchema, given);
  if (parsed.success) return parsed.output;
  throw problemIn(file, parsed.issues[0], where);
}

/** The value with each text `$name` replaced by the fact of that name. */
function withFacts(value: unknown, facts: Facts, missing: (name: string) => never): unknown {
  if (typeof value === "string") {
    const name = /^\$([a-z][A-Za-z0-9]*)$/.exec(value)?.[1];
    if (name === undefined) return value;
    return Object.hasOwn(facts, name) ? facts[name] : missing(name);
  }
  if (Array.isArray(value)) return value.map((item) => withFacts(item, facts, missing));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, withFacts(item, facts, missing)]),
  );
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
