/**
 * `npm test`: types, lint, unit tests, build and browser tests, in this order, up to the first stage that fails. The last
 * line always counts tests: `N passed, N failed`. A stage that fails without a failing test counts as one failure.
 */
import { spawn } from "node:child_process";
import { mkdir, readFile, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { findChromium } from "./find-chromium.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const cache = join(root, ".cache");
const unitReport = join(cache, "unit-tests.json");
const browserReport = join(cache, "browser-tests.json");

const stages = [
  { name: "types", run: () => command("tsc", ["--noEmit"]) },
  { name: "lint", run: () => command("biome", ["check", "."]) },
  { name: "unit tests", run: unitTests },
  { name: "build", run: () => command("vite", ["build"]) },
  { name: "browser tests", run: browserTests },
];

const total = { passed: 0, failed: 0, skipped: 0 };
await mkdir(cache, { recursive: true });
for (const stage of stages) {
  console.log(`\n── ${stage.name} ──`);
  const before = total.failed;
  const fault = await stage.run().catch((error) => error.message);
  if (fault === null) continue;
  if (total.failed === before) total.failed += 1;
  console.log(`\nnpm test stopped: ${stage.name}: ${fault}`);
  break;
}
if (total.failed === 0 && total.passed === 0) {
  total.failed = 1;
  console.log("\nnpm test: no test ran.");
}
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : "";
console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`);
process.exitCode = total.failed === 0 ? 0 : 1;

async function unitTests() {
  const options = ["--reporter=default", "--reporter=json", `--outputFile.json=${unitReport}`];
  await rm(unitReport, { force: true });
  const fault = await command("vitest", ["run", ...options]);
  const report = await readReport(unitReport);
  if (report === null) return fault ?? "it wrote no report";
  const ran = count(report.numPassedTests, report.numFailedTests, report.numPendingTests);
  return fault ?? (ran === 0 ? "no test ran" : null);
}

async function browserTests() {
  const { path } = await findChromium();
  console.log(`Browser: ${path}`);
  await rm(browserReport, { force: true });
  const fault = await command("playwright", ["test", "--reporter=list,json"], {
    CHROMIUM_PATH: path,
    PREVIEW_PORT: String(await freePort()),
    PLAYWRIGHT_JSON_OUTPUT_FILE: browserReport,
  });
  const report = await readReport(browserReport);
  if (report === null) return fault ?? "it wrote no report";
  const { expected, flaky, unexpected, skipped } = report.stats;
  const ran = count(expected + flaky, unexpected, skipped);
  return fault ?? (ran === 0 ? "no test ran" : null);
}

/** Adds a stage's tests to the total; gives how many ran. */
function count(passed, failed, skipped) {
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
  return passed + failed;
}

/** Runs one of the project's own commands, its output passed on as it comes; null, or what went wrong. */
function command(name, args, extraEnv = {}) {
  const path = [join(root, "node_modules", ".bin"), process.env.PATH].join(delimiter);
  return new Promise((resolve) => {
    const child = spawn(name, args, {
      cwd: root,
      stdio: ["ignore", "inherit", "inherit"],
      env: { ...process.env, ...extraEnv, PATH: path },
      shell: process.platform === "win32",
    });
    child.on("error", (error) =>
      resolve(`${name} could not be started (${error.message}); run npm ci first`),
    );
    child.on("exit", (code, signal) =>
      resolve(code === 0 ? null : `${name} ended with ${signal ?? `exit code ${code}`}`),
    );
  });
}

async function readReport(path) {
  const text = await readFile(path, "utf8").catch(() => null);
  return text === null ? null : JSON.parse(text);
}

/** A port nobody listens on now, so that a server left over from before cannot be tested by mistake. */
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
