import type { Page } from "@playwright/test";
import { type Figure, median, ms } from "./figure";
import { frameTime, openScript, runToEnd, runToFirstLine, stopToNextLine } from "./in-app";

const REPEATS = 15;
const PRINTS = 1_000_000;

/** Milliseconds of an empty script's way through a worker and of counted prints, from the bench's own page. */
export interface Baselines {
  roundTrip(): Promise<number>;
  /** Runs a script in a plain worker that only counts its output. Returns the milliseconds it took. */
  countedRun(source: string): Promise<number>;
}

/** Run pressed to first line shown, against one frame and one worker round trip. */
export async function runFigure(app: Page, baselines: Baselines): Promise<Figure> {
  await app.evaluate(openScript, { name: "bench-first-line.lua", source: 'print("first line")' });
  const shown: number[] = [];
  const floor: number[] = [];
  for (let i = 0; i < REPEATS + 3; i += 1) {
    const taken = await app.evaluate(runToFirstLine, { text: "first line", ends: true });
    const frame = await app.evaluate(frameTime);
    const trip = await baselines.roundTrip();
    // The first runs warm the engine.
    if (i < 3) continue;
    shown.push(taken);
    floor.push(frame + trip);
  }
  return {
    name: "Run pressed to first line shown, against one frame and one worker round trip",
    value: median(shown) / median(floor),
    unit: "×",
    bound: { kind: "at most", value: 1.5 },
    detail: `${ms(median(shown))} against ${ms(median(floor))}`,
  };
}

/** Stop on an endless loop to the next run's first line. */
export async function stopFigure(app: Page): Promise<Figure> {
  const text = "endless";
  await app.evaluate(openScript, {
    name: "bench-endless.lua",
    source: `print("${text}")\nwhile true do end`,
  });
  const times: number[] = [];
  await app.evaluate(runToFirstLine, { text, ends: false });
  for (let i = 0; i < 7; i += 1) {
    times.push(await app.evaluate(stopToNextLine, { text }));
    // A terminated loop keeps burning a core for two seconds in Chromium. A pause like a person's lets those finish.
    await app.waitForTimeout(2500);
  }
  await app.locator(".run-button.is-stop").click();
  return {
    name: "Stop on an endless loop, to the next run's first line",
    value: median(times),
    unit: "ms",
    bound: { kind: "at most", value: 150 },
    detail: `slowest ${ms(Math.max(...times))}`,
  };
}

/** A million printed lines: long tasks on the page, and time against prints that are only counted. */
export async function printFigures(app: Page, baselines: Baselines): Promise<Figure[]> {
  const source = `for i = 1, ${PRINTS} do print("line", i) end`;
  const counting = `local n = 0\nlocal function print() n = n + 1 end\n${source}`;
  await app.evaluate(openScript, { name: "bench-prints.lua", source });
  const shown: number[] = [];
  const counted: number[] = [];
  const replaced: number[] = [];
  const longTasks: number[] = [];
  for (let i = 0; i < 4; i += 1) {
    const run = await app.evaluate(runToEnd);
    const plain = await baselines.countedRun(source);
    const none = await baselines.countedRun(counting);
    if (i === 0) continue;
    shown.push(run.elapsed);
    counted.push(plain);
    replaced.push(none);
    longTasks.push(...run.longTasks);
  }
  const worst = longTasks.length === 0 ? "" : `, longest ${ms(Math.max(...longTasks))}`;
  return [
    {
      name: "A million prints: tasks over 50 ms on the page",
      value: longTasks.length,
      unit: "tasks",
      bound: { kind: "at most", value: 0 },
      detail: `${shown.length} runs${worst}`,
    },
    {
      name: "A million prints, against output that is only counted",
      value: median(shown) / median(counted),
      unit: "×",
      bound: { kind: "at most", value: 2 },
      detail: `${ms(median(shown))} against ${ms(median(counted))}`,
    },
    {
      name: "A million prints, against a print in Lua that counts",
      value: median(shown) / median(replaced),
      unit: "×",
      bound: null,
      detail: `${ms(median(shown))} against ${ms(median(replaced))}`,
    },
  ];
}
