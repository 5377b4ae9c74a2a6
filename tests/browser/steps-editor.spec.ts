/** Steps and breakpoints in the script editor, in the built page. */
import { deferred } from "../../src/shared/deferred";
import { violationsInBothThemes } from "../support/accessibility";
import { AppPage, expect, test } from "../support/app-page";
import { edit } from "../support/script-editor";

const SOURCE = `local prices = { tea = 3, cake = 5 }
local sum = 0
for i, item in ipairs({ "tea", "cake", "tea" }) do
  sum = sum + prices[item]
end
print(sum)`;

const place = ({ page }: AppPage) => page.locator(".steps-place").first();
/** Monaco writes blanks that do not break. */
const said = (text: string) => new RegExp(`${text.replaceAll(" ", "\\s")}$`);
const values = ({ page }: AppPage) => page.locator(".script-editor .steps-values");

/** Puts the caret at the beginning of a 1-based line. */
async function caretAt({ editor, page }: AppPage, line: number): Promise<void> {
  await editor.first().focus();
  await page.keyboard.press("Control+Home");
  for (let at = 1; at < line; at++) await page.keyboard.press("ArrowDown");
}

async function breakAt(app: AppPage, line: number): Promise<void> {
  const points = app.page.locator(".steps-point-stop");
  const before = await points.count();
  await caretAt(app, line);
  await app.page.keyboard.press("F9");
  await expect(points).toHaveCount(before + 1);
}

/** Writes the expression of the breakpoint at a line. */
async function express(app: AppPage, line: number, choice: string, text: string): Promise<void> {
  const { page } = app;
  await page
    .locator(".monaco-editor .margin-view-overlays > div", { hasText: new RegExp(`^${line}$`) })
    .click({ button: "right", position: { x: 8, y: 8 }, force: true });
  const dialog = page.getByRole("dialog", { name: "Breakpoint" });
  await dialog.getByRole("radio", { name: choice }).check();
  await dialog.getByRole("textbox", { name: "Lua expression" }).fill(text);
  await dialog.getByRole("button", { name: "Save" }).click();
}

/** Gives a command by its name. */
async function command({ page }: AppPage, name: string): Promise<void> {
  await page.keyboard.press("F1");
  await page.getByRole("combobox", { name: "Command" }).fill(name);
  await page.keyboard.press("Enter");
}

async function run(app: AppPage): Promise<void> {
  await app.page.keyboard.press("Control+Enter");
}

test("F9 acts on the line where it was pressed, wherever the cursor goes until the steps are loaded", async ({
  app,
}) => {
  const { page } = app;
  await edit(app, SOURCE);
  const files = deferred<void>();
  await page.route(/assets\/stepping-.*\.js/, async (route) => {
    await files.promise;
    await route.continue();
  });
  await caretAt(app, 4);
  await page.keyboard.press("F9");
  await caretAt(app, 1);
  await page.keyboard.press("Enter");
  files.resolve();
  await expect(page.locator(".steps-point-stop")).toHaveCount(1);
  await run(app);
  await expect(place(app)).toHaveText(/^Line 5 · step/);
});

test("a run with a breakpoint opens at its first hit, and F5 goes from hit to hit", async ({ app }) => {
  const { page } = app;
  await edit(app, SOURCE);
  await breakAt(app, 4);
  await run(app);
  await expect(place(app)).toHaveText(/^Line 4 · step 5 of/);
  await expect(page.locator(".steps-line")).toHaveCount(1);
  await expect(values(app)).toHaveText(said('i = 1, item = "tea"'));
  await page.keyboard.press("F10");
  await expect(values(app)).toHaveText(said("sum = 3"));
  await page.keyboard.press("F5");
  await expect(values(app)).toHaveText(said('i = 2, item = "cake"'));
  await page.keyboard.press("F5");
  await expect(values(app)).toHaveText(said('i = 3, item = "tea"'));
  await page.keyboard.press("Shift+F5");
  await expect(values(app)).toHaveText(said('i = 2, item = "cake"'));

  // Its value above what the language says of it.
  await page.locator(".view-line", { hasText: "print(sum)" }).getByText("sum", { exact: true }).hover();
  await expect(page.locator(".monaco-hover:visible")).toContainText("sum = 3");

  // Moved with its line; the steps are those of the text before.
  await caretAt(app, 1);
  await page.keyboard.press("Enter");
  await expect(page.locator(".steps-line.steps-stale")).toHaveCount(1);
  await expect(values(app)).toHaveCount(0);
  await run(app);
  await expect(place(app)).toHaveText(/^Line 5 · /);

  // Kept for the next visit.
  await expect(page.getByText("Saved", { exact: true }).first()).toBeVisible();
  await page.reload();
  await app.fullEditor();
  await expect(page.locator(".steps-point-stop")).toHaveCount(1);
});

test("a condition decides which visits are hits, and says why it cannot be evaluated", async ({ app }) => {
  const { page } = app;
  await edit(app, SOURCE);
  await breakAt(app, 4);
  await express(app, 4, "Stop when true", 'item == "cake"');
  await expect(page.locator(".steps-point-condition")).toHaveCount(1);
  await run(app);
  await expect(values(app)).toHaveText(said('i = 2, item = "cake"'));
  await page.keyboard.press("F5");
  await expect(place(app)).toHaveText(/^End/);

  await express(app, 4, "Stop when true", "item.price.net > 1");
  await expect(page.locator(".steps-point-problem")).toHaveCount(1);
});

test("run to here, line counts and a logpoint's rows", async ({ app }) => {
  const { page } = app;
  await edit(app, SOURCE);
  await express(app, 4, "Log this value", "sum");
  await expect(page.locator(".steps-point-log")).toHaveCount(1);
  await run(app);
  const rows = page.getByRole("region", { name: "Logpoint at line 4" }).getByRole("row");
  await expect(rows).toHaveText(["StepValue", /0$/, /3$/, /8$/]);
  await rows.nth(2).getByRole("button").click();
  await expect(values(app)).toHaveText(said('i = 2, item = "cake"'));

  await caretAt(app, 6);
  await command(app, "Run to cursor");
  await expect(place(app)).toHaveText(/^Line 6 · /);
  await caretAt(app, 2);
  await command(app, "Run back to cursor");
  await expect(place(app)).toHaveText(/^Line 2 · /);
  const counts = page.locator(".monaco-editor .line-numbers", { hasText: /×/ });
  const button = page.getByRole("button", { name: "Line counts" });
  await button.click();
  await expect(button).toHaveAttribute("aria-pressed", "true");
  await expect(counts).toHaveText([/^1×\s+1$/, /^1×\s+2$/, /^4×\s+3$/, /^3×\s+4$/, /^1×\s+5$/, /^1×\s+6$/]);
  await command(app, "Toggle line counts");
  await expect(counts).toHaveCount(0);
});

test("a line's menu leads to it forward and back, and a chosen function's line is marked", async ({
  app,
}) => {
  const { page } = app;
  await edit(
    app,
    [
      "local function add(a)",
      "  local sum = a + 1",
      "  return sum",
      "end",
      "local first = add(1)",
      "local second = add(first)",
      "print(second)",
    ].join("\n"),
  );
  await run(app);
  await app.finished();
  await page.keyboard.press("Control+F10");
  await expect(place(app)).toHaveText(/^Line 4 · /);
  const row = (text: string) => page.locator(".view-line", { hasText: text });
  const fromMenu = async (text: string, item: string) => {
    await row(text).click({ button: "right", position: { x: 20, y: 9 } });
    // A fresh menu takes no clicks for a moment, but keys.
    await page.getByRole("menuitem", { name: item, exact: true }).hover();
    await page.keyboard.press("Enter");
  };
  await fromMenu("print(second)", "Run to here");
  await expect(place(app)).toHaveText(/^Line 7 · /);
  await fromMenu("local\u00a0sum", "Run back to here");
  await expect(place(app)).toHaveText(/^Line 2 · /);
  await expect(page.locator(".steps-caller")).toHaveCount(0);

  await page.getByRole("region", { name: "Call stack" }).getByRole("button", { name: "main chunk" }).click();
  await expect(page.locator(".steps-caller")).toHaveCount(1);
  const topOf = async (selector: ReturnType<typeof row>) =>
    Math.round((await selector.boundingBox())?.y ?? -1);
  // The editor draws a mark anew while it scrolls.
  const expected = () => topOf(row("local\u00a0second"));
  await expect.poll(async () => (await topOf(page.locator(".steps-caller"))) - (await expected())).toBe(0);
});

test("hits are marked on the timeline, and a click leads to them", async ({ app }) => {
  const { page } = app;
  await edit(app, SOURCE);
  await breakAt(app, 6);
  await run(app);
  await expect(place(app)).toHaveText(/^Line 6 · /);
  const marks = page.getByRole("img", { name: /^On the timeline: 1 print, 0 calls, 1 breakpoint hit$/ });
  await expect(marks).toBeVisible();
  await page.keyboard.press("Alt+Home");
  await expect(place(app)).toHaveText(/^Line 1 · /);
  const hit = page.locator(".steps-ticks .is-hit");
  const from = (await marks.boundingBox()) ?? { x: 0, y: 0, height: 0 };
  const at = await hit.evaluate((path) => Number(/M([\d.]+)/.exec(path.getAttribute("d") ?? "")?.[1]));
  await page.mouse.click(from.x + at, from.y + from.height / 2);
  await expect(place(app)).toHaveText(/^Line 6 · /);
});

test("by keyboard alone at a phone's width: a condition, its hits, a count, and back", async ({ app }) => {
  const { page } = app;
  await page.setViewportSize({ width: 360, height: 740 });
  await edit(app, SOURCE);
  await breakAt(app, 4);
  await command(app, "Edit breakpoint condition");
  await expect(page.getByRole("dialog", { name: "Breakpoint" }).getByRole("textbox")).toBeFocused();
  await page.keyboard.type('item == "cake"');
  await page.keyboard.press("Enter");
  await run(app);
  await expect(place(app)).toHaveText(/^Line 4 · /);
  await expect(values(app)).toHaveText(said('i = 2, item = "cake"'));
  await page.keyboard.press("F10");
  await expect(values(app)).toHaveText(said("sum = 8"));
  await page.keyboard.press("Alt+F10");
  await expect(place(app)).toHaveText(/^Line 4 · /);
  await page.keyboard.press("F5");
  await expect(place(app)).toHaveText(/^End · /);
  await page.keyboard.press("Shift+F5");
  await expect(place(app)).toHaveText(/^Line 4 · /);
  await command(app, "Close steps");
  await expect(place(app)).toHaveCount(0);
});

test.describe("on a small touch screen", () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

  test("breakpoints, logpoints and running to a line are reached by a tap beside the text", async ({
    app,
  }) => {
    const { page } = app;
    await app.script(SOURCE);
    const gutter = page.getByRole("button", { name: "Breakpoint at the cursor's line" });
    await expect(gutter).toBeVisible();
    const dialog = page.getByRole("dialog", { name: "Breakpoint" });
    const touch = async (line: number) => {
      // The last row of a line that wraps.
      const text = await page
        .locator(".script-colours .line")
        .nth(line - 1)
        .boundingBox();
      const from = await gutter.boundingBox();
      if (text === null || from === null) throw new Error(`Line ${line} is not there.`);
      await gutter.tap({ position: { x: 12, y: text.y + text.height - 4 - from.y } });
      await expect(dialog).toContainText(`When line ${line} is about to run`);
    };
    const save = () => dialog.getByRole("button", { name: "Save" }).tap();

    await touch(4);
    await dialog.getByRole("radio", { name: "Log this value" }).tap();
    await dialog.getByRole("textbox", { name: "Lua expression" }).fill("sum");
    expect(await violationsInBothThemes(page)).toEqual([]);
    await save();
    await touch(6);
    await save();
    await expect(page.locator(".steps-point-stop")).toHaveCount(1);
    await app.runButton().tap();
    await expect(place(app)).toHaveText(/^Line 6 · /);

    await touch(2);
    await dialog.getByRole("button", { name: "Run back to here" }).tap();
    await expect(place(app)).toHaveText(/^Line 2 · /);
    await page.getByRole("button", { name: "Line counts" }).tap();
    await expect(page.locator(".steps-counts")).toHaveText(["1×", "1×", "4×", "3×", "1×", "1×"]);
    await touch(6);
    await dialog.getByRole("button", { name: "Remove" }).tap();
    await expect(page.locator(".steps-point-stop")).toHaveCount(0);

    await page.getByRole("navigation", { name: "Views" }).getByRole("button", { name: "Steps" }).tap();
    const table = page.getByRole("region", { name: "Logpoint at line 4" });
    await expect(table.getByRole("row")).toHaveText(["StepValue", /0$/, /3$/, /8$/]);
    expect(await violationsInBothThemes(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
  });
});

test("breakpoints are the same in another tab", async ({ app, context }) => {
  const { page } = app;
  await edit(app, SOURCE);
  await expect(page.getByText("Saved", { exact: true }).first()).toBeVisible();
  await breakAt(app, 4);
  const other = new AppPage(await context.newPage());
  await other.open();
  await other.fullEditor();
  await expect(other.page.locator(".steps-point-stop")).toHaveCount(1);
  await breakAt(other, 6);
  await expect(page.locator(".steps-point-stop")).toHaveCount(2);
});
