/**
 * `npm run lint`: Biome's rules and format, what each part of `src` may import, and import cycles. Runs all of it, then ends
 * with exit code 1 if anything is wrong.
 */
import { command } from "../test/stages.mjs";
import { importCycles } from "./cycles.mjs";
import { readModules } from "./modules.mjs";
import { brokenWalls } from "./walls.mjs";

const modules = readModules();
const walls = brokenWalls(modules);
const errors = [...walls.errors, ...importCycles(modules)];
for (const text of walls.warnings) console.log(`warning: ${text}`);
for (const text of errors) console.log(`error: ${text}`);
console.log(`${modules.length} modules: ${errors.length} errors, ${walls.warnings.length} known exceptions.`);

const faults = await Promise.all([command(print, "biome", ["check", "."])]);
process.exitCode = errors.length === 0 && faults.every((fault) => fault === null) ? 0 : 1;

function print(text) {
  process.stdout.write(text);
}
