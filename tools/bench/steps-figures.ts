/** What it costs to step through a run: opening it, and jumping to any step, in Node; a single step, in the page. */
import type { Page } from "@playwright/test";
import { compileLua } from "../../src/cli/lua-wasm";
import { DEFAULT_LIMITS, type Host } from "../../src/runtime/host";
import { instantiateLua } from "../../src/runtime/lua-module";
import { createVm } from "../../src/runtime/vm";
import type { Recorder } from "../../src/steps/recorder/recorder";
import { answerReplay } from "../../src/steps/recorder/replay";
import type { ReplayQuestion } from "../../src/steps/replay-protocol";
import { type Figure, median, ms } from "./figure";
import { frameTime, openScript, runToEnd } from "./in-app";

const OPENING_MS = 100;
const REPEATS = 7;

/** A recursive function: a call, a line and a return for each of its calls. 100,000 steps for n = 20, a million for n = 25. */
const script = (n: number) =>
  `local function fib(n)\n  if n < 2 then return n end\n  return fib(n - 1) + fib(n - 2)\nend\nreturn fib(${n})`;

const host: Host = { call: () => "", docs: () => "", now: () => 0, computed: () => 0, output() {} };
const wasm = await compileLua();

async function run(source: string, recorder?: Recorder) {
  const lua = await instantiateLua(wasm, 1);
  const vm = createVm(lua, recorder?.host(host) ?? host, recorder?.observer);
  return vm.run({ name: "bench.lua", source, memoryBytes: DEFAULT_LIMITS.memoryBytes });
}

/** Milliseconds of one question, and how many steps the run has. */
async function timed(source: string, question: ReplayQuestion) {
  let count = 0;
  const began = performance.now();
  await answerReplay(
    question,
    (recorder) => run(source, recorder),
    (answer) => {
      if (answer.kind === "steps") count = answer.count;
      if (answer.kind === "failed") throw new Error(answer.message);
    },
  );
  return { elapsed: performance.now() - began, count };
}

/** Opening a run, and a jump in a long one. */
export async function replayFigures(): Promise<readonly Figure[]> {
  const plain: number[] = [];
  const opened: number[] = [];
  const steps = { kind: "steps", most: Number.MAX_SAFE_INTEGER, eager: Number.MAX_SAFE_INTEGER } as const;
  let count = 0;
  for (let turn = 0; turn <= REPEATS; turn++) {
    const began = performance.now();
    await run(script(20));
    const bare = performance.now() - began;
    const opening = await timed(script(20), steps);
    count = opening.count;
    // The first turn compiles.
    if (turn === 0) continue;
    plain.push(bare);
    opened.push(opening.elapsed);
  }
  const long = await timed(script(25), steps);
  const jumps: number[] = [];
  for (const part of [0.1, 0.5, 0.9, 1]) {
    const focus = Math.round(long.count * part);
    const window = { from: Math.max(1, focus - 100), to: Math.min(long.count, focus + 100) };
    const jump = await timed(script(25), {
      kind: "moments",
      focus,
      ...window,
      frame: { thread: 0, frame: 0 },
      watches: [],
    });
    jumps.push(jump.elapsed);
  }
  return [
    {
      name: `Opening a run of ${count} steps, ${OPENING_MS} ms taken off, against that run`,
      value: Math.max(0, median(opened) - OPENING_MS) / median(plain),
      unit: "×",
      bound: { kind: "at most", value: 4 },
      detail: `${ms(median(opened))} against ${ms(median(plain))}`,
    },
    {
      name: `The slowest jump in a run of ${long.count} steps`,
      value: Math.max(...jumps),
      unit: "ms",
      bound: { kind: "at most", value: 1000 },
      detail: jumps.map(ms).join(", "),
    },
  ];
}

/** A step forward or back among those that are loaded, from the key to what is painted, against a frame. */
export async function stepFigure(app: Page): Promise<Figure> {
  const source = "local sum = 0\nfor i = 1, 400 do\n  sum = sum + i\nend\nreturn sum";
  await app.evaluate(openScript, { name: "bench-steps.lua", source });
  await app.evaluate(runToEnd);
  await app.getByRole("button", { name: "Steps", exact: true }).click();
  await app.locator(".steps-place").waitFor();
  const taken: number[] = [];
  const floor: number[] = [];
  for (let turn = 0; turn < 60; turn++) {
    const key = turn % 3 === 2 ? "back" : "forward";
    const elapsed = await app.evaluate(async (way) => {
      const place = document.querySelector(".steps-place");
      const before = place?.textContent;
      const began = performance.now();
      dispatchEvent(new KeyboardEvent("keydown", { key: "F11", altKey: way === "back", cancelable: true }));
      while (place?.textContent === before) await new Promise(requestAnimationFrame);
      return performance.now() - began;
    }, key);
    const frame = await app.evaluate(frameTime);
    if (turn < 10) continue;
    taken.push(elapsed);
    floor.push(frame);
  }
  await app.getByRole("button", { name: "Close steps" }).click();
  return {
    name: "A step forward or back near the last one, against a frame",
    value: median(taken) / median(floor),
    unit: "×",
    bound: { kind: "at most", value: 1.5 },
    detail: `${ms(median(taken))} against ${ms(median(floor))}`,
  };
}
