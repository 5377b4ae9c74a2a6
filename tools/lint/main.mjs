/**
 * `npm run lint`: Biome's rules and format, what each part of `src` may import, import cycles, names exported
 * twice, and whatever is unused (knip; in its production run also what only tests use, unless it is marked `@internal`). Runs
 * all of it, then ends with exit code 1 if anything is wrong.
 */
import { command } from "../test/stages.mjs";
import { importCycles } from "./cycles.mjs";
import { readModules } from "./modules.mjs";
import { repeatedNames } from "./unique-names.mjs";
import { brokenWalls } from "./walls.mjs";

const modules = readModules();
const walls = brokenWalls(modules);
const repeated = repeatedNames(modules).map(
  (name) => `${name} is exported by two files. Rename one of them.`,
);
const errors = [...walls.errors, ...importCycles(modules), ...repeated];
for (const text of walls.warnings) console.log(`warning: ${text}`);
for (const text of errors) console.log(`error: ${text}`);
console.log(`${modules.length} modules: ${errors.length} errors, ${walls.warnings.length} known exceptions.`);

const faults = await Promise.all([
  command(print, "biome", ["check", "."]),
  command(print, "knip", []),
  command(print, "knip", ["--production", "--include", "files,exports,types"]),
]);
for (const fault of faults) if (fault !== null) console.log(`error: ${fault}`);
process.exitCode = errors.length === 0 && faults.every((fault) => fault === null) ? 0 : 1;

function print(text) {
  process.stdout.write(text);
}
