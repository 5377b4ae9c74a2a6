import type { BrowserContext, Page } from "@playwright/test";
import type { SlowServer } from "./slow-server";
import { type Marks, type Watched, watchStart } from "./watch";

declare const startMarks: Marks;

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

/** What a visitor does: writes as soon as that works, or waits for the script's output. */
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
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  await begin(tab, page, { typed: { selector: page.typed, text: letter } });
  if (visitor === "writes") await typeUntilSeen(tab, page, letter);
  else {
    await tab.waitForFunction(() => startMarks.visible);
    if (page.runKey !== null) await tab.keyboard.press(page.runKey);
    await tab.waitForFunction(() => startMarks.output);
  }
  await tab.waitForFunction(() => startMarks.visible);
  const marks = await tab.evaluate(() => startMarks);
  await tab.close();
  return marks;
}

/** Visits a page at full speed until it has loaded everything that it keeps for the next visit. */
export async function quickVisit(context: BrowserContext, page: StartPage): Promise<void> {
  page.server.slow = false;
  const tab = await context.newPage();
  await begin(tab, page);
  await tab.waitForFunction(() => startMarks.visible);
  await page.server.quiet();
  if (page.offline) await tab.evaluate(async () => void (await navigator.serviceWorker.ready));
  await tab.close();
}

async function begin(tab: Page, page: StartPage, more: Watched = {}): Promise<void> {
  tab.setDefaultTimeout(PATIENCE_MS);
  await tab.addInitScript(watchStart, { ...page.watched, ...more });
  await tab.goto(page.server.url, { waitUntil: "commit" });
}

async function typeUntilSeen(tab: Page, { name, editor }: StartPage, letter: string): Promise<void> {
  const giveUp = performance.now() + PATIENCE_MS;
  while (!(await tab.evaluate(() => startMarks.typed))) {
    if (performance.now() > giveUp) throw new Error(`Nothing that was typed appeared on the page ${name}.`);
    await tab.mouse.click(editor.x, editor.y);
    await tab.keyboard.type(letter);
    await tab.waitForTimeout(NEXT_KEY_MS);
  }
}
