import { test as base, expect, type Page } from "@playwright/test";
import { startTestSite } from "./test-site";

/** The box's test page, opened once for a whole worker. */
export interface BoxPage {
  /** Runs one of the page's tests by name; it must find nothing wrong. */
  pass(name: string): Promise<void>;
  /** Requests that left the box so far. */
  readonly escaped: readonly string[];
}

/** Playwright's `test` with the test page in `box`. */
export const test = base.extend<object, { box: BoxPage }>({
  box: [
    async ({ browser }, use) => {
      const site = await startTestSite();
      try {
        const page = await browser.newPage();
        await page.goto(site.url);
        await page.evaluate((config) => globalThis.openTests(config), site.config);
        await use({ pass: (name) => pass(page, name), escaped: site.escaped });
        await page.close();
      } finally {
        await site.close();
      }
    },
    { scope: "worker", timeout: 60_000 },
  ],
});

async function pass(page: Page, name: string): Promise<void> {
  expect(await page.evaluate((each) => globalThis.runTest(each), name)).toBeNull();
}
