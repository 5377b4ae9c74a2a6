/** The test page. It runs one test by name, or all of them while keeping a report for the runner to read. */
import { type Box, openBox } from "../../box/driver";
import type { TestConfig, TestReport, TestResult } from "../report";
import { type PageTest, pageTests } from "./page-tests";

declare global {
  var testReport: TestReport;
  var startTests: (config: TestConfig) => void;
  /** Opens the box; gives the tests' names. */
  var openTests: (config: TestConfig) => Promise<readonly string[]>;
  /** Runs one test; gives what is wrong, null when it passed. */
  var runTest: (name: string) => Promise<string | null>;
  /** What is wrong with the test that was run last; null until it is over, empty when it passed. */
  var lastProblem: string | null;
  /** Starts a script that never ends; nothing stops it. Resolves once it runs. */
  var leaveRunning: () => Promise<void>;
}

let tests: readonly PageTest[] = [];

let box: Box | null = null;

globalThis.lastProblem = null;
globalThis.leaveRunning = async () => box?.run('print("begun") while true do end').firstOutput;

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
