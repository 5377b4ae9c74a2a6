/** The test page: runs every case in the real box and keeps a report for the runner to read. */
import { boxCases } from "../../../tests/support/box-cases";
import { type BoxCase, judge } from "../../../tests/support/case";
import { escapeCases } from "../../../tests/support/escape-cases";
import { CHANNEL } from "../../../tests/support/hostile-js";
import { type LiveCase, liveCases } from "../../../tests/support/live-cases";
import { type BoxEnd, type BoxRun, openBox } from "../../box/driver";
import { probeBox } from "../../box/hostile";
import { liveAnswers } from "../../box/live";
import type { TestConfig, TestReport, TestResult } from "../report";

declare global {
  var testReport: TestReport;
  var startTests: (config: TestConfig) => void;
}

globalThis.testReport = { current: "", results: [], done: false, fatal: null };
globalThis.startTests = (config) => {
  runAll(config).then(
    () => update({ done: true, current: "" }),
    (error) => update({ done: true, fatal: String(error) }),
  );
};

function update(change: Partial<TestReport>): void {
  globalThis.testReport = { ...globalThis.testReport, ...change };
}

async function runAll(config: TestConfig): Promise<void> {
  const box = await openBox();
  const test = async (name: string, run: () => Promise<string | null>) => {
    if (!name.includes(config.only)) return;
    update({ current: name });
    const problem = await run().catch((error) => `It broke: ${String(error)}`);
    const result: TestResult = { name, problem };
    update({ results: [...globalThis.testReport.results, result] });
  };

  for (const each of boxCases)
    await test(each.name, async () => judge(each.expect, await outcome(each, box.run(each.lua))));
  for (const each of escapeCases) {
    await test(`escape: ${each.name}`, async () => {
      const problem = judge(each.expect, await outcome(each, box.run(each.lua)));
      return problem ?? pollution() ?? (await nextRunWorks(box.run('print("alive")')));
    });
  }
  await test("escape: hostile JavaScript in the worker reaches nothing", () => hostile(config.target));
  await test("the page is isolated, as live mode needs", async () =>
    crossOriginIsolated ? null : "crossOriginIsolated is false.");
  for (const each of liveCases) {
    await test(each.name, async () => {
      const live = liveAnswers(config.graph);
      const end = await outcome(each, box.run(each.lua, live.answer));
      return judge(each.expect, end) ?? lastCall(each, live.rows()) ?? tokenSeen(config, end, live.rows());
    });
  }
  box.close();
}

/** Waits for a run's end, pressing Stop after its first line where the case says so. */
async function outcome(each: BoxCase, run: BoxRun): Promise<BoxEnd> {
  if (each.stop) {
    await Promise.race([run.firstOutput, run.ended]);
    run.stop();
  }
  return run.ended;
}

async function nextRunWorks(run: BoxRun): Promise<string | null> {
  const { printed, error } = await run.ended;
  return printed === "alive"
    ? null
    : `The next run printed ${JSON.stringify(printed)} (${error ?? "no error"}).`;
}

function pollution(): string | null {
  const enumerable: string[] = [];
  for (const key in {}) enumerable.push(key);
  const polluted = enumerable.length > 0 || "polluted" in {} || "polluted" in [];
  return polluted ? `The page's own prototypes were changed: ${enumerable.join(", ")}.` : null;
}

function lastCall(each: LiveCase, rows: readonly { readonly status: string }[]): string | null {
  if (each.lastCall === undefined) return null;
  const status = rows.at(-1)?.status ?? "none";
  return status === each.lastCall ? null : `The call's row says ${status}, not ${each.lastCall}.`;
}

function tokenSeen(config: TestConfig, end: BoxEnd, rows: readonly unknown[]): string | null {
  const shown = JSON.stringify([end, rows]);
  return shown.includes(config.graph.token)
    ? "The account's token can be read in what the run left behind."
    : null;
}

async function hostile(target: string): Promise<string | null> {
  await leaveSecrets();
  const heard: string[] = [];
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = () => {
    heard.push("a broadcast");
    channel.postMessage("the page answers");
  };
  const results = await probeBox(target);
  channel.close();
  const reached = results
    .filter((probe) => probe.reached !== null)
    .map((probe) => `${probe.name}: ${probe.reached}`);
  if (results.length === 0) return "No probe ran.";
  return reached.length + heard.length === 0 ? null : `Reached: ${[...reached, ...heard].join("; ")}.`;
}

/** Something to find in each storage of the page's own origin. */
async function leaveSecrets(): Promise<void> {
  localStorage.setItem("secret", "page");
  // biome-ignore lint/suspicious/noDocumentCookie: WebKit and Firefox ESR have no Cookie Store.
  document.cookie = "secret=page";
  await caches.open("secret");
  await new Promise((resolve, reject) => {
    const request = indexedDB.open("secret");
    request.onsuccess = resolve;
    request.onerror = () => reject(request.error);
  });
}
