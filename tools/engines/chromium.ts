import { chromium } from "@playwright/test";
import { findChromium } from "../find-chromium.mjs";
import type { Session } from "./session";

/** Starts Chromium; throws when none can be found. */
export async function startChromium(): Promise<Session> {
  const { path, args } = await findChromium();
  const browser = await chromium.launch({ executablePath: path, args });
  const page = await browser.newPage();
  return {
    browser: `Chromium ${browser.version()}`,
    open: async (url) => {
      await page.goto(url);
    },
    evaluate: (expression) => page.evaluate(expression),
    close: () => browser.close(),
  };
}
