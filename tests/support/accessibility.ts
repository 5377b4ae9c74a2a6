import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, type Frame, type Page } from "@playwright/test";
import { DEEP } from "./sample";

declare global {
  var axe: typeof import("axe-core") | undefined;
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** The page without its code editor: for states that follow one in which the whole page was scanned. */
export const BESIDE_EDITOR = { exclude: [".monaco-editor"] };

/** A CSS selector, or what axe takes. */
type Part = string | typeof BESIDE_EDITOR;

/** The rules that depend on colours, the only thing that a theme changes. */
const COLOUR_RULES = ["color-contrast", "link-in-text-block"];

/**
 * Returns what axe finds wrong, one line for each place: on the whole page, or in a part of it. Runs axe by itself: its
 * builder for Playwright injects it anew for each analysis and opens a tab to sum up, which takes four times as long. What
 * other frames hold is not looked at; pass a frame to look into it.
 */
export async function violations(
  page: Page | Frame,
  within?: Part,
  rules?: readonly string[],
): Promise<readonly string[]> {
  if (await page.evaluate(() => globalThis.axe === undefined)) await page.evaluate(`${axeSource};0`);
  return page.evaluate(
    async ({ part, only }) => {
      const results = await globalThis.axe?.run(part ?? document, {
        iframes: false,
        resultTypes: ["violations"],
        ...(only === undefined ? {} : { runOnly: [...only] }),
      });
      if (results === undefined) return ["axe could not be loaded"];
      return results.violations.flatMap(({ id, nodes }) =>
        nodes.map((node) => `${id}: ${node.target.join(" ")} ${node.failureSummary ?? ""}`),
      );
    },
    { part: within, only: rules },
  );
}

/** The same in the light theme, and of the dark one the colours. The page must follow the system's. */
export async function violationsInBothThemes(page: Page, within?: Part): Promise<readonly string[]> {
  const found: string[] = [];
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await expect(page.locator("html")).toHaveAttribute("data-theme", colorScheme);
    const rules = colorScheme === "dark" && !DEEP ? COLOUR_RULES : undefined;
    found.push(...(await violations(page, within, rules)).map((line) => `${colorScheme}: ${line}`));
  }
  return found;
}

/**
 * For states that another test scans in both themes at its own width: the theme's colours don't depend on it.
 * `npm run test:deep` looks at both here too.
 */
export const violationsAtThisWidth = DEEP ? violationsInBothThemes : violations;
