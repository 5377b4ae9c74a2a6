/**
 * `npm run corpus -- FOLDER…`: tests the editor on other people's Lua. A file that Lua refuses must have a syntax mark, no
 * other file may have one, and no file may have a mark about an API. Exits with 1 otherwise. Unpack Debian packages for it with
 * `apt-get download NAME` and `dpkg-deb -x`.
 */
import { resolve } from "node:path";
import { diagnostics } from "../../src/language/diagnostics/diagnostics";
import { realCompiler } from "../../tests/unit/language/compiler";
import { corpusFaults, luaFilesIn } from "../../tests/unit/language/corpus";
import { shopContext } from "../../tests/unit/language/marked";

const folders = process.argv.slice(2);
if (folders.length === 0) {
  console.error("Usage: npm run corpus -- FOLDER…");
  process.exit(2);
}
const files = await luaFilesIn(
  "/",
  folders.map((folder) => resolve(folder).slice(1)),
);
const compile = await realCompiler();
const faults: string[] = [];
let refusals = 0;
let stopped = 0;
for (const file of files) {
  const refused = compile(file.text);
  const marks = diagnostics(file.text, shopContext);
  if (refused !== null) refusals++;
  if (marks.some(({ code }) => code === "analysis-stopped")) stopped++;
  const { syntax, api } = corpusFaults(file, marks, refused);
  for (const fault of [...syntax, ...api]) faults.push(fault);
}
for (const fault of faults) console.log(fault);
const lines = files.reduce((sum, { text }) => sum + text.split("\n").length, 0);
console.log(
  `${files.length} files with ${lines} lines: Lua refuses ${refusals}, ${stopped} were too long to check whole, ${faults.length} marks are wrong.`,
);
process.exit(files.length > 0 && faults.length === 0 ? 0 : 1);
