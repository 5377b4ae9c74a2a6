import { setTimeout } from "node:timers/promises";
import type { BrowserContext } from "@playwright/test";

const LOOK_MS = 500;
/** Seconds of processor time in `LOOK_MS` up to which a browser counts as idle. */
const IDLE_S = 0.02;
const PATIENCE_MS = 60_000;

/**
 * Resolves when the browser has nothing to do. A new Chromium is busy for about two seconds with windows and tool bars of its
 * own, and nobody opens a page before these are there.
 *
 * @throws {Error} if it is still busy after a minute
 */
export async function untilIdle(context: BrowserContext): Promise<void> {
  const browser = context.browser();
  if (browser === null) throw new Error("This context has no browser to ask.");
  const devtools = await browser.newBrowserCDPSession();
  const used = async () => {
    const { processInfo } = await devtools.send("SystemInfo.getProcessInfo");
    return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0);
  };
  const giveUp = performance.now() + PATIENCE_MS;
  for (let before = await used(); ; ) {
    await setTimeout(LOOK_MS);
    const now = await used();
    if (now - before <= IDLE_S) break;
    if (performance.now() > giveUp) throw new Error("The browser didn't become idle within a minute.");
    before = now;
  }
  await devtools.detach();
}
