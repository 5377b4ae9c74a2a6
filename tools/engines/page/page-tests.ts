/** Every case as a test that runs in the page, in the app's own box. */

import { DEFAULT_LIMITS } from "../../../src/runtime/host";
import { boxCases } from "../../../tests/support/box-cases";
import { type BoxCase, judge } from "../../../tests/support/case";
import { escapeCases } from "../../../tests/support/escape-cases";
import { replayAttempts } from "../../../tests/support/hostile-worker/replays";
import { type LiveCase, liveCases } from "../../../tests/support/live-cases";
import { workerAttempts } from "../../../tests/support/worker-attempts";
import type { Box, BoxEnd, BoxRun } from "../../box/driver";
import { liveAnswers } from "../../box/live";
import type { TestConfig } from "../report";
import { hostileProblem } from "./hostile-test";
import { mockRunTests } from "./mock-run-tests";
import { replayAttempt } from "./replay-attempts";
import { workerAttempt } from "./worker-attempts";

/** A script's time runs by the clock: beside other work, an engine that interprets needs more of it than a person would give. */
const PATIENT = { ...DEFAULT_LIMITS, cpuSeconds: 80 };

export interface PageTest {
  readonly name: string;
  /** What is wrong, or `null` if it passed. */
  run(): Promise<string | null>;
}

/** All tests in the order in which they run. */
export function pageTests(box: Box, config: TestConfig): readonly PageTest[] {
  return [
    ...boxCases.map((each) => ({
      name: each.name,
      run: async () => judge(each.expect, await outcome(each, box.run(each.lua, { limits: PATIENT }))),
    })),
    ...mockRunTests.map(({ name, run }) => ({ name, run: () => run(box) })),
    { name: "a script past its time ends with a time-out", run: () => timeout(box) },
    ...escapeCases.map((each) => ({ name: `escape: ${each.name}`, run: () => attempt(box, each) })),
    {
      name: "escape: hostile JavaScript in the worker reaches nothing",
      run: () => hostileProblem(config.target),
    },
    ...workerAttempts.map((each) => ({
      name: `worker: ${each.name}`,
      run: async () => (await workerAttempt(each, config.graph)) ?? pollution(),
    })),
    ...replayAttempts.map((each) => ({
      name: `replay: ${each.name}`,
      run: async () => (await replayAttempt(each)) ?? pollution(),
    })),
    {
      name: "the page is isolated, as live mode needs",
      run: async () => (crossOriginIsolated ? null : "crossOriginIsolated is false."),
    },
    ...liveCases.map((each) => ({ name: each.name, run: () => live(box, each, config) })),
  ];
}

/** Waits for a run's end, pressing Stop after its first line where the case says so. */
async function outcome(each: BoxCase, run: BoxRun): Promise<BoxEnd> {
  if (each.stop) {
    await Promise.race([run.firstOutput, run.ended]);
    run.stop();
  }
  return run.ended;
}

async function attempt(box: Box, each: BoxCase): Promise<string | null> {
  const problem = judge(each.expect, await outcome(each, box.run(each.lua, { limits: PATIENT })));
  return problem ?? pollution() ?? (await nextRunWorks(box));
}

async function timeout(box: Box): Promise<string | null> {
  const limits = { cpuSeconds: 0.3, memoryBytes: 1024 * 1024 };
  const end = await box.run(`print("begun") while true do end`, { limits }).ended;
  return judge({ kind: "error", pattern: "^Lua timeout error$" }, end) ?? (await nextRunWorks(box));
}

async function nextRunWorks(box: Box): Promise<string | null> {
  const { printed, error } = await box.run('print("alive")').ended;
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

async function live(box: Box, each: LiveCase, { graph }: TestConfig): Promise<string | null> {
  const { answer, rows } = liveAnswers(graph);
  const end = await outcome(each, box.run(each.lua, { answer }));
  const shown = JSON.stringify([end, rows()]);
  return (
    judge(each.expect, end) ??
    lastCall(each, rows()) ??
    (shown.includes(graph.token) ? "The account's token can be read in what the run left behind." : null)
  );
}

function lastCall(each: LiveCase, rows: readonly { readonly status: string }[]): string | null {
  if (each.lastCall === undefined) return null;
  const status = rows.at(-1)?.status ?? "none";
  return status === each.lastCall ? null : `The call's row says ${status}, not ${each.lastCall}.`;
}
