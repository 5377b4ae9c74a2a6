/** The plain editor, which phones keep: its lines wrap, unless the person chose otherwise. */
import type { Page } from "@playwright/test";
import { expect, test } from "../support/app-page";

test.use({ monaco: "comes" });

test.use({ viewport: { width: 360, height: 780 }, hasTouch: true, isMobile: true });

const LONG = `-- ${"a long comment, ".repeat(10)}`;
const FAILS = `${LONG}\nprint("${"x".repeat(100)}")\nlocal a = 1\nlocal b = a.x.y -- ${LONG}\nreturn b`;

const field = (page: Page) => page.getByRole("textbox", { name: "Lua script" });

/** How far the text reaches beyond the editor. */
function beyond(page: Page): Promise<number> {
  return field(page).evaluate((area) => area.scrollWidth - area.clientWidth);
}

async function showCode(page: Page): Promise<void> {
  await page.getByRole("navigation", { name: "Views" }).getByRole("button", { name: "Code" }).tap();
  await expect(field(page)).toBeVisible();
}

test("long lines wrap on a phone, until the person chooses otherwise", async ({ app }) => {
  const { page } = app;
  await app.script(FAILS);
  expect(await beyond(page)).toBe(0);
  await app.settings(async (dialog) => {
    const wrap = dialog.getByRole("checkbox", { name: "Wrap long lines" });
    await expect(wrap).toBeChecked();
    // Another setting is no choice of this one.
    await dialog.getByRole("checkbox", { name: "Format on run" }).check();
  });
  await page.reload();
  await expect.poll(() => beyond(page)).toBe(0);
  await app.settings((dialog) => dialog.getByRole("checkbox", { name: "Wrap long lines" }).uncheck());
  expect(await beyond(page)).toBeGreaterThan(0);
  await page.reload();
  await expect.poll(() => beyond(page)).toBeGreaterThan(0);
});

test("a failed line that wraps is marked as a whole, and shown when asked for", async ({ app }) => {
  const { page } = app;
  await app.run(`${FAILS}\n${"-- more\n".repeat(60)}`);
  await app.failed("attempt to index");
  await app.errorBlock().getByRole("button", { name: "Go to line 4" }).tap();
  const mark = page.locator(".script-editor-line");
  const line = page.locator(".script-colours .line").nth(3);
  await expect(mark).toBeInViewport();
  const [marked, text] = await Promise.all([mark.boundingBox(), line.boundingBox()]);
  if (marked === null || text === null) throw new Error("The line or its mark is not there.");
  expect(text.height).toBeGreaterThan(2 * 19);
  expect(marked.y).toBeLessThanOrEqual(text.y);
  expect(marked.y + marked.height).toBeGreaterThanOrEqual(text.y + text.height);
  expect(marked.height - text.height).toBeLessThan(19);
});

test("without wrapping, a failed run shows the beginnings of lines", async ({ app }) => {
  const { page } = app;
  await app.settings((dialog) => dialog.getByRole("checkbox", { name: "Wrap long lines" }).uncheck());
  await app.script(FAILS);
  await field(page).evaluate((area) => area.scrollTo(500, 0));
  await app.runButton().tap();
  await app.failed("attempt to index");
  await showCode(page);
  await expect.poll(() => field(page).evaluate((area) => area.scrollLeft)).toBe(0);
});

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test("no pixel of the script changes when the page takes the first frame over", async ({ app }) => {
      const { page } = app;
      const script = page.locator(".editor-area");
      let goOn = () => {};
      const files = new Promise<void>((resolve) => {
        goOn = resolve;
      });
      await page.route(/\/assets\/(?:index|page)-[^/]*\.js$/, async (route) => {
        await files;
        await route.continue();
      });
      await page.reload({ waitUntil: "commit" });
      await expect(page.locator(".script-colours")).toBeVisible();
      const before = await script.screenshot();
      goOn();
      await expect(app.runButton()).toBeVisible();
      expect((await script.screenshot()).equals(before)).toBe(true);
    });
  });
}
