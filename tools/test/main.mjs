/**
 * `npm test [-- word…]`. Without words everything runs: types, lint and unit tests, and beside them the build and the
 * browser tests. With words only the test files whose path contains one of them: `npm test vault`. `--deep` runs the long
 * sweeps in full (`tests/support/sample.ts`).
 *
 * Every stage runs, whatever failed before. The last lines name each failure, and the very last one counts:
 * `N passed, N failed[, N skipped]`. A stage that fails without a failing test counts as one failure.
 */
import { access, mkdir, readdir, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { findChromium } from "../find-chromium.mjs";
import { readBrowserReport, readUnitReport } from "./reports.mjs";
import { command, root, runStages } from "./stages.mjs";

const cache = join(root, ".cache");
const unitReport = join(cache, "unit-tests.json");
const browserReport = join(cache, "browser-tests.json");
const builtPage = join(root, "dist", "index.html");

const words = process.argv.slice(2).filter((word) => word !== "--deep");
const deep = process.argv.includes("--deep") ? { TEST_DEEP: "1" } : {};
const unitFiles = await filesWith("tests/unit", ".test.ts");
const browserFiles = await filesWith("tests/browser", ".spec.ts");

const types = { name: "types", run: (print) => command(print, "tsc", ["--noEmit"]) };
const lint = { name: "lint", run: (print) => command(print, "node", ["tools/lint/main.mjs"]) };
const unit = { name: "unit tests", run: unitTests };
const build = { name: "build", run: buildPage };
const browser = { name: "browser tests", run: browserTests };

const code = words.length > 0 ? [] : [types, lint];
const inNode = [...code, ...(unitFiles.length > 0 ? [unit] : [])];
const onPage = browserFiles.length > 0 ? [build, browser] : [];
if (inNode.length + onPage.length === 0) {
  console.error(
    `No test file has ${words.join(" or ")} in its path. Look below tests/unit and tests/browser.`,
  );
  process.exit(2);
}

await mkdir(cache, { recursive: true });
const results = await runStages([inNode, onPage], [...code, build, unit, browser]);
summarize(results);

async function unitTests(print) {
  await rm(unitReport, { force: true });
  const options = ["--reporter=default", "--reporter=json", `--outputFile.json=${unitReport}`];
  const fault = await command(
    print,
    "vitest",
    ["run", ...options, ...(words.length > 0 ? unitFiles : [])],
    deep,
  );
  return { fault, ...(await readUnitReport(unitReport, root)) };
}

/** Rebuilds the page: an earlier build must not be tested in place of a failed one. */
async function buildPage(print) {
  await rm(builtPage, { force: true });
  return command(print, "vite", ["build"]);
}

async function browserTests(print) {
  const built = await access(builtPage).then(
    () => true,
    () => false,
  );
  if (!built) return "not run, because there is no page without a build";
  const { path } = await findChromium({ shell: true });
  print(`Browser: ${path}\n`);
  await rm(browserReport, { force: true });
  const files = words.length > 0 ? browserFiles : [];
  const fault = await command(print, "playwright", ["test", "--reporter=list,json", ...files], {
    ...deep,
    CHROMIUM_PATH: path,
    PREVIEW_PORT: String(await freePort()),
    PLAYWRIGHT_JSON_OUTPUT_FILE: browserReport,
  });
  return { fault, ...(await readBrowserReport(browserReport)) };
}

function summarize(results) {
  const failures = results.flatMap(({ name, fault, failures }) => [
    ...failures,
    ...(fault !== null && failures.length === 0 ? [`${name}: ${fault}`] : []),
  ]);
  const passed = sum(results.map((result) => result.passed));
  const skipped = sum(results.map((result) => result.skipped));
  if (passed + failures.length === 0) failures.push("No test ran.");
  if (failures.length > 0) console.log(`\nFailed:\n${failures.map((line) => `  ${line}`).join("\n")}`);
  console.log(`\n${passed} passed, ${failures.length} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
  process.exitCode = failures.length === 0 ? 0 : 1;
}

function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}

/** Test files below a folder whose path has one of the words in it, all of them if there are none. */
async function filesWith(folder, ending) {
  const names = await readdir(join(root, folder), { recursive: true });
  return names
    .map((name) => `${folder}/${name.replaceAll("\\", "/")}`)
    .filter((path) => path.endsWith(ending))
    .filter((path) => words.length === 0 || words.some((word) => path.includes(word)));
}

/** A free port, so a leftover server cannot be tested by mistake. */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
