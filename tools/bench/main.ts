/**
 * `npm run bench [-- --json] [-- --only=TEXT]`: the project's figures, each a ratio measured in alternation with its baseline
 * in one run. `npm run bench -- start [--rounds=5] [--json]`: how fast the page starts, compared with others. Both need the
 * built app (`npm run build`), and exit with 1 when a figure is missed.
 */
import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, chromium } from "@playwright/test";
import { startGraphServer } from "../../tests/support/graph-server";
import { type RunningServer, serveDist } from "../../tests/support/static-server";
import { buildPage, buildPlainPage } from "../build-page";
import { findChromium } from "../find-chromium.mjs";
import { measure } from "../size.mjs";
import { type Baselines, printFigures, runFigure, stopFigure } from "./app-figures";
import { answerFigures, longLineFigure, typingFigures } from "./editor-figures";
import { type Figure, figureTable, keeps, median, ms } from "./figure";
import { interactionFigures } from "./interactions";
import { journalFigures } from "./journal";
import type { Bench } from "./page/main";
import { startFigures } from "./start/figures";
import { replayFigures, stepFigure } from "./steps-figures";
import { withWindow } from "./window";
import { worldSizeFigures } from "./world-size";

declare const bench: Bench;

const args = process.argv.slice(2);
const asJson = args.includes("--json");
const option = (name: string) => args.find((arg) => arg.startsWith(name))?.slice(name.length);
const only = option("--only=") ?? "";
const dist = fileURLToPath(new URL("../../dist", import.meta.url));
if (!existsSync(join(dist, "index.html"))) {
  console.error('There is no built app. Run "npm run build" first.');
  process.exit(1);
}

const figures: Figure[] = [];
if (args[0] === "start") figures.push(...(await startFigures(dist, Number(option("--rounds=") ?? 5))));
else await measureSpeed();
if (asJson)
  console.log(
    JSON.stringify(
      figures.map((figure) => ({ ...figure, ok: keeps(figure) })),
      null,
      2,
    ),
  );
else console.log(`\n${figureTable(figures)}`);
process.exit(figures.length > 0 && figures.every(keeps) ? 0 : 1);

async function measureSpeed(): Promise<void> {
  const app = await serveDist({ headers: "isolated" });
  const sideFolder = await buildPage("bench");
  const side = await serveDist({ headers: "isolated", folder: sideFolder });
  const graph = await startGraphServer();
  const { path, args: launchArgs } = await findChromium();
  const browser = await chromium.launch({ executablePath: path, args: launchArgs });
  try {
    await measureAll(browser, { app, side, graph });
  } finally {
    await browser.close();
    await Promise.all([app.close(), side.close(), graph.close()]);
    await rm(sideFolder, { recursive: true });
  }
}

interface Servers {
  readonly app: RunningServer;
  readonly side: RunningServer;
  readonly graph: Awaited<ReturnType<typeof startGraphServer>>;
}

async function measureAll(browser: Browser, { app, side, graph }: Servers): Promise<void> {
  // A window for each: neither page is in the background.
  const benchPage = await (await browser.newContext()).newPage();
  await benchPage.goto(`${side.url}index.html`);
  const { token, ...fields } = graph.account;
  await benchPage.evaluate((live) => globalThis.startBench(live), {
    baseUrls: { default: graph.baseUrl() },
    token,
    fields,
  });
  const baselines: Baselines = {
    roundTrip: () => benchPage.evaluate(() => bench.roundTrip()),
    countedRun: (source) => benchPage.evaluate((text) => bench.countedRun(text), source),
  };

  await take("bytes", sizeFigures);
  await take("lua speed", async () => {
    const results: Figure[] = [];
    for (const name of await benchPage.evaluate(() => bench.workloadNames())) {
      const samples = await benchPage.evaluate((each) => bench.luaSpeed(each), name);
      const measured = median(samples.map((pair) => pair.measured));
      const baseline = median(samples.map((pair) => pair.baseline));
      results.push({
        name: `Lua in the box, against bare Wasmoon: ${name}`,
        value: median(samples.map((pair) => pair.baseline / pair.measured)),
        unit: "×",
        bound: { kind: "at least", value: 0.95 },
        detail: `${ms(measured)} against ${ms(baseline)}`,
        samples,
      });
    }
    return results;
  });
  await take("world size", async () => worldSizeFigures());
  await take("journal", journalFigures);
  await take("mock calls", async () => {
    const results: Figure[] = [];
    // Sends are few, so the engine has not optimized them yet.
    for (const [name, most] of [
      ["get_current_user", 4],
      ["list_contacts", 3],
      ["send_message", 5],
    ] as const) {
      const { measured, baseline } = await benchPage.evaluate((each) => bench.mockCall(each), name);
      results.push({
        name: `A mock call, against an echo: ${name}`,
        value: measured / baseline,
        unit: "×",
        bound: { kind: "at most", value: most },
        detail: `${ms(measured)} against ${ms(baseline)}`,
      });
    }
    return results;
  });
  await take("live calls", async () => {
    const { call, empty, httpCall, emptyFetch } = await benchPage.evaluate(() => bench.liveCall());
    return [
      {
        name: "A live call whose transport answers at once, against an empty round trip",
        value: call / empty,
        unit: "×",
        bound: { kind: "at most", value: 1.5 },
        detail: `${ms(call)} against ${ms(empty)}`,
      },
      {
        name: "A live call over HTTP, its time taken off, against a round trip with a bare fetch, its time taken off",
        value: httpCall / emptyFetch,
        unit: "×",
        bound: null,
        detail: `${ms(httpCall)} against ${ms(emptyFetch)}`,
      },
    ];
  });

  await take("editor", () =>
    answerFigures((request) => benchPage.evaluate((each) => bench.languageTimes(each), request)),
  );

  const appPage = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
  await appPage.goto(app.url);
  await appPage.locator(".run-button").waitFor();
  // The warm page is measured: Monaco has loaded, and the spare is ready.
  await appPage.waitForLoadState("networkidle");
  await take("run", async () => [await runFigure(appPage, baselines)]);
  await take("prints", () => printFigures(appPage, baselines));
  await take("editor typing", () => typingFigures(browser, appPage));
  await take("long line", async () => [await longLineFigure(appPage)]);
  await take("steps", replayFigures);
  await take("steps", async () => [await stepFigure(appPage)]);
  await take("interactions", async () => {
    const folder = await buildPlainPage("monaco");
    const monaco = await serveDist({ headers: "plain", folder });
    try {
      return await withWindow((browser) => interactionFigures(browser, app.url, monaco.url));
    } finally {
      await monaco.close();
      await rm(folder, { recursive: true });
    }
  });
  await take("stop", async () => [await stopFigure(appPage)]);
}

/** Measures one group of figures, unless another one was requested. */
async function take(group: string, run: () => Promise<readonly Figure[]>): Promise<void> {
  if (!group.includes(only)) return;
  if (!asJson) console.log(`measuring ${group} …`);
  figures.push(...(await run()));
}

async function sizeFigures(): Promise<readonly Figure[]> {
  const { stages } = await measure(dist);
  return stages.map(({ title, bytes, budget }) => ({
    name: `Bytes over the wire (Brotli): ${title}`,
    value: bytes / 1000,
    unit: "kB",
    bound: { kind: "at most", value: budget / 1000 },
    detail: `${bytes} bytes`,
  }));
}
