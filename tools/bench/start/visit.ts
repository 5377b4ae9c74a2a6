import type { BrowserContext, CDPSession, Page } from "@playwright/test";
import { untilIdle } from "./idle-browser";
import type { SlowServer } from "./slow-server";
import { type Marks, type Watched, watchStart } from "./watch";

/** As long as a visit may take. */
const PATIENCE_MS = 180_000;
/** Milliseconds for a character to appear before the next one is typed. */
const NEXT_KEY_MS = 30;

/** A page that is measured. */
export interface StartPage {
  readonly name: string;
  readonly server: SlowServer;
  readonly watched: Pick<Watched, "visible" | "output">;
  /** Elements that show what is typed. */
  readonly typed: string;
  /** A place in the editor, below the script. */
  readonly editor: { readonly x: number; readonly y: number };
  /** The key that runs the script, or `null` if it runs automatically. */
  readonly runKey: string | null;
  /** Whether the page has a service worker. */
  readonly offline: boolean;
}

/** What a visitor does: writes as soon as that works, or waits for the script, runs it and waits for its output. */
export type Visitor = "writes" | "runs";

/** Visits a page with a slow processor, over its slow line, and returns what was seen when. */
export async function slowVisit(
  context: BrowserContext,
  page: StartPage,
  visitor: Visitor,
  letter: string,
): Promise<Marks> {
  page.server.slow = true;
  const tab = await context.newPage();
  const devtools = await context.newCDPSession(tab);
  // First, since a slowed page is busy with waiting.
  await untilIdle(context);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  const watch = await begin(tab, devtools, page, { typed: { selector: page.typed, text: letter } });
  if (visitor === "writes") await typeUntilSeen(tab, page, letter, watch);
  else {
    await watch.seen("visible");
    if (page.runKey !== null) await tab.keyboard.press(page.runKey);
    if (page.watched.output !== undefined) await watch.seen("output");
  }
  await tab.close();
  return watch.marks;
}

/** Visits a page at full speed until it has loaded everything that it keeps for the next visit. */
export async function quickVisit(context: BrowserContext, page: StartPage): Promise<void> {
  page.server.slow = false;
  const tab = await context.newPage();
  const watch = await begin(tab, await context.newCDPSession(tab), page);
  await watch.seen("visible");
  await page.server.quiet();
  if (page.offline) await tab.evaluate(async () => void (await navigator.serviceWorker.ready));
  await tab.close();
}

/** What the page has shown so far. */
interface Watch {
  readonly marks: Marks;
  /** Resolves when it has been shown. */
  seen(name: keyof Marks): Promise<void>;
}

/**
 * Opens the page and watches it. The page reports what it shows: to ask it, Playwright's `waitForFunction` would first have
 * 330 kB of script compiled in it, which takes 200 ms at this speed.
 */
async function begin(tab: Page, devtools: CDPSession, page: StartPage, more: Watched = {}): Promise<Watch> {
  const marks: Marks = {};
  const waiting = new Map<string, () => void>();
  await devtools.send("Runtime.enable");
  await devtools.send("Runtime.addBinding", { name: "reportStartMarks" });
  devtools.on("Runtime.bindingCalled", ({ payload }) => {
    Object.assign(marks, JSON.parse(payload));
    for (const name of Object.keys(marks)) waiting.get(name)?.();
  });
  tab.setDefaultTimeout(PATIENCE_MS);
  await tab.addInitScript(watchStart, { ...page.watched, ...more });
  await tab.goto(page.server.url, { waitUntil: "commit" });
  return {
    marks,
    seen: (name) =>
      new Promise((resolve, reject) => {
        if (marks[name] !== undefined) return resolve();
        const late = setTimeout(
          () => reject(new Error(`The page ${page.name} didn't show its ${name} mark.`)),
          PATIENCE_MS,
        );
        waiting.set(name, () => {
          clearTimeout(late);
          resolve();
        });
      }),
  };
}

async function typeUntilSeen(
  tab: Page,
  { name, editor }: StartPage,
  letter: string,
  { marks }: Watch,
): Promise<void> {
  const giveUp = performance.now() + PATIENCE_MS;
  while (marks.typed === undefined) {
    if (performance.now() > giveUp) throw new Error(`Nothing that was typed appeared on the page ${name}.`);
    await tab.mouse.click(editor.x, editor.y);
    await tab.keyboard.type(letter);
    await tab.waitForTimeout(NEXT_KEY_MS);
  }
}
