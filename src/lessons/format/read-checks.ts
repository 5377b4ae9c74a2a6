import * as v from "valibot";
import type { Facts } from "../course";
import { type Check, CheckSchema } from "./check-schema";
import { strangePlaceholder } from "./placeholders";
import { CourseProblem, problemIn } from "./problem";

/** The context of a lesson's checks. */
export interface ChecksPlace {
  /** `the-window/lesson.json` */
  readonly file: string;
  /** Headings of `lesson.md`. */
  readonly headings: ReadonlySet<string>;
  /** Names of the docs pages that checks can point to, or `null` to allow any. */
  readonly pages: ReadonlySet<string> | null;
}

/**
 * Reads the checks of a lesson for one world: each `"$name"` becomes the fact of that name.
 *
 * @throws {CourseProblem} that names the check and the field
 */
export function readChecks(
  raw: readonly unknown[],
  world: { readonly name: string; readonly facts: Facts },
  place: ChecksPlace,
): readonly Check[] {
  return raw.map((given, at) => {
    const where = `checks[${at}]`;
    const filled = withFacts(given, world.facts, (fact) => {
      throw new CourseProblem(`${place.file}: ${where}: The world "${world.name}" has no fact "${fact}".`);
    });
    const parsed = v.safeParse(CheckSchema, filled);
    if (!parsed.success) throw problemIn(place.file, parsed.issues[0], where);
    const check = parsed.output;
    const strange = strangePlaceholder(check, world.facts);
    if (strange !== null) {
      throw new CourseProblem(`${place.file}: ${where}.say: There is no placeholder {${strange}}.`);
    }
    if (check.see !== undefined) checkSee(check.see, where, place);
    return check;
  });
}

/**
 * Reads what is known of a lesson's checks before its worlds have facts: their ids in order, the predicates' files, and whether
 * they look at what was printed. Checks everything except facts.
 *
 * @throws {CourseProblem} that names the check and the field
 */
export function surveyChecks(
  raw: readonly unknown[],
  place: ChecksPlace,
): { readonly ids: readonly string[]; readonly predicates: readonly string[]; readonly printed: boolean } {
  const ids: string[] = [];
  let printed = false;
  const predicates: string[] = [];
  for (const [at, given] of raw.entries()) {
    const where = `checks[${at}]`;
    const { issues } = v.safeParse(CheckSchema, given);
    // A placeholder for a fact may become a value of any kind.
    const issue = issues?.find(({ input }) => !namesFact(input));
    if (issue !== undefined) throw problemIn(place.file, issue, where);
    const { id, see, kind, file = "check.lua" } = v.parse(KnownSchema, given);
    if (ids.includes(id)) {
      throw new CourseProblem(`${place.file}: ${where}.id: Two checks are called "${id}".`);
    }
    if (see !== undefined) checkSee(see, where, place);
    ids.push(id);
    if (kind === "lua") predicates.push(file);
    if (kind === "printed") printed = true;
  }
  return { ids, predicates, printed };
}

/** Of a check that is valid, facts aside. */
const KnownSchema = v.object({
  id: v.string(),
  kind: v.string(),
  see: v.exactOptional(v.string()),
  file: v.exactOptional(v.string()),
});

function checkSee(see: string, where: string, { file, headings, pages }: ChecksPlace): void {
  if (see.startsWith("#")) {
    if (headings.has(see.slice(1))) return;
    throw new CourseProblem(`${file}: ${where}.see: lesson.md has no heading "${see.slice(1)}".`);
  }
  if (pages?.has(see) === false) {
    throw new CourseProblem(`${file}: ${where}.see: The docs have no page "${see}".`);
  }
}

const FACT = /^\$([a-z][A-Za-z0-9]*)$/;

/** The value with each text `$name` replaced by the fact of that name. */
function withFacts(value: unknown, facts: Facts, missing: (name: string) => never): unknown {
  if (typeof value === "string") {
    const name = FACT.exec(value)?.[1];
    if (name === undefined) return value;
    return Object.hasOwn(facts, name) ? facts[name] : missing(name);
  }
  if (Array.isArray(value)) return value.map((item) => withFacts(item, facts, missing));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, withFacts(item, facts, missing)]),
  );
}

/** Whether a fact is to stand somewhere in a value. */
function namesFact(value: unknown): boolean {
  if (typeof value === "string") return FACT.test(value);
  return typeof value === "object" && value !== null && Object.values(value).some(namesFact);
}
