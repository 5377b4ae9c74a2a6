import type * as v from "valibot";
import type { World } from "../../integrations/whatsapp/simulator/page";
import { luaString } from "../../language/write/lua-text";
import { DrawnSchema } from "../format/lesson-schema";
import { CourseProblem, parseValue } from "../format/problem";
import type { RunTrial } from "../outcome";
import helpers from "./draw.lua?raw";

/** A Lua file of a lesson that draws a world. */
interface DrawFile {
  /** `the-window/world.lua` */
  readonly file: string;
  readonly source: string;
  /** What the file finds in `world`; `index` counts from 1. */
  readonly world: { readonly name: string; readonly index: number };
}

/**
 * Runs the file in the box, over a world whose seed decides what is drawn. Returns what it drew. Rejects with a `CourseProblem`
 * if the file fails or returns something else.
 */
export async function drawWorld(
  { file, source, world }: DrawFile,
  base: World,
  runTrial: RunTrial,
): Promise<v.InferOutput<typeof DrawnSchema>> {
  // On the first line, so that the line numbers in messages are the file's own.
  const given = `draw = load(${luaString(helpers)}, "=draw")(); world = json.decode(${luaString(JSON.stringify(world))}); `;
  const name = file.slice(file.lastIndexOf("/") + 1);
  const { end } = await runTrial({ name, source: given + source, worlds: { whatsapp: base } });
  if (end.kind !== "finished") {
    throw new CourseProblem(`${file}: ${end.kind === "failed" ? end.message : "It was stopped."}`);
  }
  const [drawn] = end.result;
  if (typeof drawn !== "object" || drawn === null) {
    throw new CourseProblem(`${file}: It must return a table such as { changes = { … }, facts = { … } }.`);
  }
  return parseValue(DrawnSchema, file, drawn);
}
