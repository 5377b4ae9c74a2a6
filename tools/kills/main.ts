/**
 * `npm run kills -- --kills 200`: kills `npm run graph -- --save-world` at random moments under load, and checks that nothing
 * answered is lost. Exits with 1 otherwise.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { isFaultless, runKills } from "./kills";

const { values } = parseArgs({ options: { kills: { type: "string", default: "200" } } });
const kills = Number(values.kills);
if (!Number.isInteger(kills) || kills < 1) {
  console.error("--kills must be a whole number from 1.");
  process.exit(2);
}
const folder = await mkdtemp(join(tmpdir(), "kills-"));
const began = performance.now();
const report = await runKills(kills, folder, (line) => console.log(line));
console.log(report);
console.log(`${Math.round((performance.now() - began) / 1000)} s`);
if (isFaultless(report)) await rm(folder, { recursive: true });
else console.error(`Something was lost. The files are in ${folder}.`);
process.exit(isFaultless(report) ? 0 : 1);
