/** The test page. It runs one test by name, or all of them while keeping a report for the runner to read. */
import { type Box, type BoxRun, openBox } from "../../box/driver";
import type { TestConfig, TestReport, TestResult } from "../report";
import { type PageTest, pageTests } from "./page-tests";

declare global {
  var testReport: TestReport;
  var startTests: (config: TestConfig) => void;
  /** Opens the box. Returns the tests' names. */
  var openTests: (config: TestConfig) => Promise<readonly string[]>;
  /** Runs one test. Returns what is wrong, or `null` if it passed. */
  var runTest: (name: string) => Promise<string | null>;
  /** Starts a script that never ends. Resolves once its loop has run for a while. */
  var startLoop: (lua: string) => Promise<void>;
  /** Stops it. */
  var stopLoop: () => Promise<unknown>;
  /** Whether the runner's last request is done. */
  var asked: boolean;
}

let tests: readonly PageTest[] = [];

let box: Box | null = null;

let loop: BoxRun | undefined;

/** JavaScriptCore compiles what a loop calls within 0.3 s, and from then on it may take another way to end it. */
const COMPILED_MS = 1_000;

globalThis.asked = false;
globalThis.startLoop = async (lua) => {
  loop = box?.run(lua);
  await Promise.race([loop?.firstOutput, loop?.ended]);
  await new Promise((resolve) => setTimeout(resolve, COMPILED_MS));
};
globalThis.stopLoop = async () => {
  loop?.stop();
  return loop?.ended;
};

globalThis.openTests = async (config) => {
  box = await openBox();
  tests = pageTests(box, config);
  return tests.map(({ name }) => name);
};

globalThis.runTest = async (name) => {
  const test = tests.find((each) => each.name === name);
  if (test === undefined) return `There is no test "${name}".`;
  return test.run().catch((error) => `It broke: ${String(error)}`);
};

globalThis.testReport = { current: "", results: [], done: false, fatal: null };
globalThis.startTests = (config) => {
  runAll(config).then(
    () => update({ done: true, current: "" }),
    (error) => update({ done: true, fatal: String(error) }),
  );
};

async function runAll(config: TestConfig): Promise<void> {
  for (const name of await globalThis.openTests(config)) {
    if (!name.includes(config.only)) continue;
    update({ current: name });
    const result: TestResult = { name, problem: await globalThis.runTest(name) };
    update({ results: [...globalThis.testReport.results, result] });
  }
}

function update(change: Partial<TestReport>): void {
  globalThis.testReport = { ...globalThis.testReport, ...change };
}
