import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, type Frame, type Page } from "@playwright/test";

declare global {
  var axe: typeof import("axe-core") | undefined;
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/**
 * Returns what axe finds wrong, one line for each place: on the whole page, or in what a CSS selector matches. Runs axe by
 * itself: its builder for Playwright injects it anew for each analysis and opens a tab to sum up, which takes four times
 * as long. What other frames hold is not looked at; pass a frame to look into it.
 */
export async function violations(page: Page | Frame, within?: string): Promise<readonly string[]> {
  if (await page.evaluate(() => globalThis.axe === undefined)) await page.evaluate(`${axeSource};0`);
  return page.evaluate(async (selector) => {
    const results = await globalThis.axe?.run(selector ?? document, {
      iframes: false,
      resultTypes: ["violations"],
    });
    if (results === undefined) return ["axe could not be loaded"];
    return results.violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.target.join(" ")} ${node.failureSummary ?? ""}`),
    );
  }, within);
}

/** The same in the light theme and in the dark one. The page must follow the system's. */
export async function violationsInBothThemes(page: Page, within?: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await expect(page.locator("html")).toHaveAttribute("data-theme", colorScheme);
    found.push(...(await violations(page, within)).map((line) => `${colorScheme}: ${line}`));
  }
  return found;
}
