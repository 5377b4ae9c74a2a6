import * as v from "valibot";
import { randomFor, readyWorlds } from "../../integrations/whatsapp/simulator/page";
import type { LessonWorld, MadeWorld } from "../course";
import { buildWorld } from "../worlds/build-world";
import { drawWorld } from "../worlds/draw-world";
import type { WorldRecipe } from "./lesson-schema";
import { nearMiss } from "./near-miss";
import { CourseProblem, parseFile } from "./problem";
import { type ChecksPlace, readChecks } from "./read-checks";

/** What reading a world needs from its lesson. */
interface WorldPlace {
  /** Counts from 0. */
  readonly index: number;
  readonly checks: readonly unknown[];
  readonly place: ChecksPlace;
  /** The lesson's folder. */
  readonly lesson: string;
  /** The text of one of its files. Throws a `CourseProblem` if it is missing. */
  text(file: string): string;
}

/**
 * Reads a world of a lesson.
 *
 * @throws {CourseProblem} that names the file, and the field if there is one
 */
export function readLessonWorld(recipe: WorldRecipe, lesson: WorldPlace): LessonWorld {
  const { name, draw, facts = {} } = recipe;
  const { index, checks, place } = lesson;
  const begun = beginning(recipe, lesson);
  const file =
    recipe.file === undefined ? `${place.file}: worlds "${name}"` : `${lesson.lesson}/${recipe.file}`;
  const build = ({ changes }: Pick<WorldRecipe, "changes">, from: string, seed: number) =>
    buildWorld(begun, changes, seed, from);
  // So that neighbouring seeds and worlds have nothing in common, and a script's random numbers are not the world's.
  const seedFor = (seed: number, use: string) => randomFor(seed, use, index).int(0, 0xffff_ffff);

  if (draw === undefined) {
    const read = readChecks(checks, { name, facts }, place);
    return {
      name,
      drawn: false,
      async make(seed): Promise<MadeWorld> {
        const world = await build(recipe, file, seedFor(seed, "run"));
        return { name, facts, checks: read, world };
      },
    };
  }
  const drawFile = {
    file: `${lesson.lesson}/${draw}`,
    source: lesson.text(draw),
    world: { name, index: index + 1 },
  };
  return {
    name,
    drawn: true,
    async make(seed, runTrial): Promise<MadeWorld> {
      const base = { ...(await build(recipe, file, 0)), seed: seedFor(seed, "draw") };
      const drawn = await drawWorld(drawFile, base, runTrial);
      const made = {
        name: drawn.name ?? name,
        facts: { ...facts, ...drawn.facts },
        changes: { ...recipe.changes, ...drawn.changes },
      };
      const world = await build(made, drawFile.file, seedFor(seed, "run"));
      return { name: made.name, facts: made.facts, checks: readChecks(checks, made, place), world };
    },
  };
}

/** What a world begins as. */
function beginning({ base, file, name }: WorldRecipe, { place, lesson, text }: WorldPlace) {
  if (base === undefined) {
    const whole = `${lesson}/${file}`;
    return { whole: parseFile(v.unknown(), whole, text(file ?? "")) };
  }
  const ids = readyWorlds.map(({ id }) => id);
  if (ids.includes(base)) return { ready: base };
  throw new CourseProblem(
    `${place.file}: worlds "${name}": No preset world "${base}".${nearMiss(base, ids)} Presets: ${ids.join(", ")}.`,
  );
}
