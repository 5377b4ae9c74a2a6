import type { Page } from "@playwright/test";
import { deferred } from "../../src/shared/deferred";
import { NARROW } from "../../src/ui/pane-sizes";
import { violations, violationsInBothThemes } from "../support/accessibility";
import { expect, test } from "../support/app-page";

const FAILS = `print("printed")
app.integrations.whatsapp.get_current_user()
error("broken")`;

test("results of an earlier text are greyed and say so, until an undo", async ({ app }) => {
  const { page } = app;
  await app.fullEditor();
  await app.run(FAILS);
  await app.failed("broken");
  await app.tab("Calls");
  const note = page.getByText("From before your last edit.");
  await expect(note).toHaveCount(0);

  await app.editor.focus();
  await page.keyboard.press("ControlOrMeta+Home");
  await page.keyboard.press("Enter");
  // In the console and in the calls.
  await expect(note).toHaveCount(2);
  await expect(page.locator(".is-stale")).toHaveCount(2);

  expect(await violationsInBothThemes(page)).toEqual([]);

  // The line of the error has moved.
  await app.errorBlock().getByRole("button", { name: "Go to line 3" }).first().click();
  await page.keyboard.type("-- found");
  await expect(page.locator(".view-line", { hasText: "found" })).toContainText("error");

  await page.keyboard.press("ControlOrMeta+Z");
  await page.keyboard.press("ControlOrMeta+Z");
  await expect(note).toHaveCount(0);
  await expect(page.locator(".is-stale")).toHaveCount(0);
});

test("results of another script name it and link to it", async ({ app }) => {
  const { page } = app;
  await app.run(FAILS, "broken.lua");
  await app.failed("broken");
  await app.script("print(1)", "other.lua");
  const console = page.getByRole("region", { name: "Console" });
  await expect(console).toContainText("From broken.lua.");
  await console.getByRole("button", { name: "broken.lua", exact: true }).click();
  await expect(page.locator(".script-row.is-current")).toContainText("broken.lua");
  await expect(console).not.toContainText("From broken.lua.");
});

test("the last run and those before it are still there after a reload", async ({ app }) => {
  const { page } = app;
  await app.run(`print("first") return { answer = 42 }`, "first.lua");
  await app.finished();
  await app.run(FAILS, "broken.lua");
  await app.failed("broken");
  const runs = page.getByRole("region", { name: "Console" }).getByRole("combobox", { name: "Run" });
  await expect(runs.locator("option")).toHaveCount(2);
  await expect(runs.getByRole("option", { selected: true })).toContainText("broken.lua");
  await expect.poll(() => keptScripts(page)).toEqual(["broken.lua", "first.lua"]);

  await page.reload();
  await expect(app.output).toContainText("printed");
  await expect(app.errorBlock()).toContainText("broken");
  await expect(await app.callRows()).toHaveCount(1);
  await expect(page.locator(".is-stale")).toHaveCount(0);

  await runs.selectOption({ index: 1 });
  await expect(app.output).toContainText("first");
  await expect(app.output).toContainText("answer: 42");
  await expect(app.calls).toContainText("No calls");
  await expect(page.getByRole("region", { name: "Console" })).toContainText("From first.lua.");
  expect(await violations(page)).toEqual([]);

  // A new run takes their place.
  await app.runButton().click();
  await app.failed("broken");
  await expect(runs.locator("option")).toHaveCount(3);
  await expect(page.locator(".is-stale")).toHaveCount(0);
  await expect(app.output.getByRole("button", { name: "Steps" })).toBeVisible();
});

test("runs that end before the code that keeps them has arrived are kept too", async ({ app }) => {
  const { page } = app;
  const code = deferred<void>();
  await page.route(/\/assets\/run-history-[^/]*\.js$/, async (route) => {
    await code.promise;
    await route.continue();
  });
  await app.run(`print("one")`, "first.lua");
  await app.finished();
  await app.run(`print("two")`, "second.lua");
  await expect(app.output).toContainText("two");
  await app.finished();
  code.resolve();
  const runs = page.getByRole("region", { name: "Console" }).getByRole("combobox", { name: "Run" });
  await expect(runs.getByRole("option")).toHaveText([/second\.lua$/, /first\.lua$/]);
  await runs.selectOption({ index: 1 });
  await expect(app.output).toContainText("one");
  await expect.poll(() => keptScripts(page)).toEqual(["second.lua", "first.lua"]);
});

test("the run picker shows how a run ended, on the right, and the whole text where there is room", async ({
  app,
}) => {
  const { page } = app;
  await page.setViewportSize({ width: 1440, height: 900 });
  const runs = page.getByRole("region", { name: "Console" }).getByRole("combobox", { name: "Run" });
  await app.run(`return 1`, "first.lua");
  await app.finished();
  await app.run(`return 2`, "a_script_with_a_name.lua");
  await expect(runs.getByRole("option", { selected: true })).toHaveText(
    /^Finished in .* · .* · a_script_with_a_name\.lua$/,
  );
  // Without output it is the only control.
  const box = await runs.boundingBox();
  const pane = await page.getByRole("region", { name: "Console" }).boundingBox();
  expect((pane?.x ?? 0) + (pane?.width ?? 0) - (box?.x ?? 0) - (box?.width ?? 0)).toBeLessThan(20);
  expect(box?.width).toBeGreaterThan(300);
});

test("in the calls, a long name of a script is cut off, but never how and when the run ended", async ({
  app,
}) => {
  const { page } = app;
  const name = "a_long_name_that_says_what_the_script_does.lua";
  await app.run(`pcall(app.integrations.whatsapp.send_message, { to = "", body = "x" })`, name);
  await app.finished();
  await app.runButton().click();
  const options = page.getByRole("region", { name: "Console" }).getByRole("combobox", { name: "Run" });
  await expect(options.locator("option")).toHaveCount(2);
  for (const width of [1440, 1100, 440, 320]) {
    await page.setViewportSize({ width, height: 780 });
    const narrow = await page.evaluate((query) => matchMedia(query).matches, NARROW);
    if (narrow)
      await page.getByRole("navigation", { name: "Views" }).getByRole("button", { name: "Calls" }).click();
    else await app.tab("Calls");
    const runs = app.calls.getByRole("combobox", { name: "Run" });
    await expect(runs.getByRole("option", { selected: true })).toHaveText(
      new RegExp(`^Finished in .* · ${name}$`),
    );
    const sizes = await runs.evaluate((select) => {
      const without = document.createElement("select");
      without.className = select.className;
      without.style.cssText = "position: absolute; max-width: none";
      const text = select.querySelector("option:checked")?.textContent ?? "";
      without.add(new Option(text.slice(0, text.lastIndexOf(" · "))));
      select.after(without);
      const needed = without.getBoundingClientRect().width;
      without.remove();
      const head = select.parentElement;
      const over = (head?.scrollWidth ?? 0) - (head?.clientWidth ?? 0);
      return { needed, has: select.getBoundingClientRect().width, over };
    });
    expect(sizes.has).toBeGreaterThanOrEqual(sizes.needed);
    expect(sizes.over).toBe(0);
  }
});

test("stored runs can be deleted", async ({ app }) => {
  const { page } = app;
  await app.run(`print("secret")`);
  await app.finished();
  // Set once a run is stored.
  await expect
    .poll(() => page.evaluate(() => localStorage.getItem("lua-agent-playground.kept-runs")))
    .toBe("yes");
  expect(await keptScripts(page)).toEqual(["test.lua"]);
  await page.keyboard.press("F1");
  const palette = page.getByRole("dialog", { name: "All commands" });
  await palette.getByRole("combobox", { name: "Command" }).fill("delete saved runs");
  await palette.getByRole("option", { name: "Delete saved runs" }).click();
  await expect.poll(() => keptScripts(page)).toEqual([]);
  await page.reload();
  await expect(app.output).toContainText("Nothing printed yet");
});

test.describe("on a small phone", () => {
  test.use({ viewport: { width: 360, height: 780 }, hasTouch: true, isMobile: true });

  test("earlier runs can be opened", async ({ app }) => {
    const { page } = app;
    await app.run(`print("first")`, "first.lua");
    await app.finished();
    await app.run(`print("second")`, "second.lua");
    await app.finished();
    const runs = page.getByRole("region", { name: "Console" }).getByRole("combobox", { name: "Run" });
    await expect(runs.locator("option")).toHaveCount(2);
    await runs.selectOption({ index: 1 });
    await expect(app.output).toContainText("first");
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    expect(await violations(page)).toEqual([]);
  });
});

/** The scripts of the runs that the browser keeps, the newest first. */
function keptScripts(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const asked = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const name = "lua-agent-playground-runs";
    if (!(await indexedDB.databases()).some((one) => one.name === name)) return [];
    const database = await asked(indexedDB.open(name));
    const stored = await asked(database.transaction("records").objectStore("records").get("runs"));
    database.close();
    return ((stored?.runs ?? []) as { script: string }[]).map(({ script }) => script);
  });
}
