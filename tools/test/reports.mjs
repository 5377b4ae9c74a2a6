/** Reads what the test runners report as JSON: how many tests passed and were skipped, and which ones failed. */
import { readFile } from "node:fs/promises";
import { relative } from "node:path";

/** Vitest's report. A file that could not be loaded has no tests and counts as one failure. */
export async function readUnitReport(path, root) {
  const report = await readReport(path);
  const files = report?.testResults ?? [];
  const failures = files.flatMap(({ name, status, assertionResults }) => {
    const file = relative(root, name).replaceAll("\\", "/");
    const failed = assertionResults.filter((test) => test.status === "failed");
    if (status === "failed" && failed.length === 0) return [`${file}: the file failed outside its tests`];
    return failed.map(({ ancestorTitles, title }) => [file, ...ancestorTitles, title].join(" › "));
  });
  return outcome(report, report?.numPassedTests, report?.numPendingTests, failures);
}

/** Playwright's report. What fails outside the tests, such as a file that does not load, counts too. */
export async function readBrowserReport(path) {
  const report = await readReport(path);
  const failures = [
    ...(report?.suites ?? []).flatMap((suite) => failedSpecs(suite, [])),
    ...(report?.errors ?? []).map(({ message }) => `browser tests: ${String(message).split("\n")[0]}`),
  ];
  const { expected = 0, flaky = 0, skipped = 0 } = report?.stats ?? {};
  return outcome(report, expected + flaky, skipped, failures);
}

function failedSpecs(suite, titles) {
  const own = (suite.specs ?? [])
    .filter(({ tests }) => tests.some(({ status }) => status === "unexpected"))
    .map(({ file, line, title }) => [`tests/browser/${file}:${line}`, ...titles, title].join(" › "));
  // The outermost suite is the file.
  const inner = (suite.suites ?? []).flatMap((one) => failedSpecs(one, [...titles, one.title]));
  return [...own, ...inner];
}

/** Adds a fault if nothing was reported or nothing ran; otherwise leaves that to the runner's exit code. */
function outcome(report, passed = 0, skipped = 0, failures = []) {
  const fault =
    report === null ? "it wrote no report" : passed + failures.length === 0 ? "no test ran" : null;
  return { passed, skipped, failures, ...(fault === null ? {} : { fault }) };
}

async function readReport(path) {
  const text = await readFile(path, "utf8").catch(() => null);
  return text === null ? null : JSON.parse(text);
}
