/** What the editor's help costs in a script of 2,000 lines: the worker's time for an answer, the page's tasks while typing. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "@playwright/test";
import { type Figure, median, ms } from "./figure";
import { openScript } from "./in-app";
import type { LanguageAnswer, LanguageRequest } from "./page/messages";

const LINES = 2000;
const EXAMPLES = fileURLToPath(new URL("../../src/examples", import.meta.url));
const TYPED = "local sent = app.integrations.whatsapp.send_message({ to = ";

/** The examples one after another, until there are enough lines. */
function longScript(lines = LINES): string {
  const parts = readdirSync(EXAMPLES)
    .filter((name) => name.endsWith(".lua"))
    .map((name) => `do\n${readFileSync(join(EXAMPLES, name), "utf8").replace(/^return\b.*$/gm, "")}\nend\n`);
  let script = "";
  for (let at = 0; script.split("\n").length <= lines; at++) script += parts[at % parts.length] ?? "";
  return `${script.split("\n").slice(0, lines).join("\n")}\n`;
}

/** Worker time from a key to new marks, and of completion inside a half-written call. */
export async function answerFigures(
  times: (request: LanguageRequest) => Promise<LanguageAnswer>,
): Promise<Figure[]> {
  const script = longScript();
  const middle = script.indexOf("\n", script.length / 2) + 1;
  const before = script.slice(0, middle);
  const answer = await times({ before, typed: TYPED, after: `\n${script.slice(middle)}` });
  const figure = (name: string, taken: readonly number[], most: number): Figure => ({
    name: `${name}, ${LINES} lines`,
    value: median(taken),
    unit: "ms",
    bound: { kind: "at most", value: most },
    detail: `slowest ${ms(Math.max(...taken))}`,
  });
  return [
    figure("Worker time from a key to new marks", answer.diagnostics, 30),
    figure("Worker time of completion", answer.complete, 15),
  ];
}

/** The longest task on the page's main thread while typing, and the same in a script of two lines. */
export async function typingFigures(browser: Browser, app: Page): Promise<Figure[]> {
  const long = await longestTasks(browser, app, "bench-long.lua", longScript());
  const short = await longestTasks(browser, app, "bench-short.lua", "print(1)\n\n");
  return [
    {
      name: `Typing: what ${LINES} lines add to the longest task on the page's main thread`,
      value: Math.max(0, median(long) - median(short)),
      unit: "ms",
      bound: { kind: "at most", value: 8 },
      detail: `${ms(median(long))} against ${ms(median(short))} in a script of two lines, which is Monaco's own`,
    },
  ];
}

const LONG_LINE = 20_000;

/** What the page's thread does for a long line that is committed at once and then typed into, against a short one. */
export async function longLineFigure(app: Page): Promise<Figure> {
  const client = await app.context().newCDPSession(app);
  await client.send("Performance.enable");
  const taskMs = async () => {
    const { metrics } = await client.send("Performance.getMetrics");
    return 1000 * (metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0);
  };
  const work = async (characters: number) => {
    await app.evaluate(openScript, { name: "bench-line.lua", source: "print(1)\n\n" });
    await app.getByRole("textbox", { name: /^Lua script\. / }).focus();
    await app.keyboard.press("Control+Home");
    const before = await taskMs();
    await app.keyboard.insertText(`local text = "${"x".repeat(characters)}"`);
    await app.keyboard.type(" -- typed", { delay: 40 });
    // Marks and colours come when the keys rest.
    await app.waitForTimeout(1500);
    return (await taskMs()) - before;
  };
  const long: number[] = [];
  const short: number[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const pair = [await work(LONG_LINE), await work(20)] as const;
    if (round === 0) continue;
    long.push(pair[0]);
    short.push(pair[1]);
  }
  await client.detach();
  return {
    name: `Typing: a line of ${LONG_LINE} characters committed and typed into, against one of 20`,
    value: median(long) / median(short),
    unit: "×",
    bound: { kind: "at most", value: 3 },
    detail: `${ms(median(long))} against ${ms(median(short))} on the page's main thread`,
  };
}

const ROUNDS = 5;

/** The longest task of each round, in milliseconds of the thread's own time. */
async function longestTasks(browser: Browser, app: Page, name: string, source: string): Promise<number[]> {
  await app.evaluate(openScript, { name, source });
  const field = app.getByRole("textbox", { name: /^Lua script\. / });
  await field.focus();
  await app.keyboard.press("Control+Home");
  for (let down = 0; down < 2; down++) await app.keyboard.press("ArrowDown");
  const longest: number[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    await browser.startTracing(app, { categories: ["toplevel", "disabled-by-default-devtools.timeline"] });
    await app.keyboard.type(`local value${round} = "${name}"`, { delay: 40 });
    // Marks, colours and hints come when the keys rest.
    await app.waitForTimeout(1500);
    const trace = await browser.stopTracing();
    if (round > 0) longest.push(longestTask(trace.toString("utf8")));
    await app.keyboard.press("Enter");
  }
  return longest;
}

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly ph: string;
  /** Microseconds of the thread's own time; of the wall where the system has no such clock. */
  readonly tdur?: number;
  readonly dur?: number;
  readonly args?: { readonly name?: string };
}

function longestTask(text: string): number {
  const { traceEvents }: { readonly traceEvents: readonly TraceEvent[] } = JSON.parse(text);
  const mains = new Set(
    traceEvents
      .filter(({ name, args }) => name === "thread_name" && args?.name === "CrRendererMain")
      .map(({ pid, tid }) => `${pid}/${tid}`),
  );
  const tasks = traceEvents.filter(
    ({ name, ph, pid, tid }) => ph === "X" && name.endsWith("RunTask") && mains.has(`${pid}/${tid}`),
  );
  if (tasks.length === 0) throw new Error("The trace has no tasks of a page.");
  return Math.max(...tasks.map(({ tdur, dur }) => tdur ?? dur ?? 0)) / 1000;
}
