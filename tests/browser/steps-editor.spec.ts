/** Steps and breakpoints in the script editor, in the built page. */
import type { AppPage } from "../support/app-page";
import { expect, test } from "../support/app-page";
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
  await caretAt(app, line);
  await app.page.keyboard.press("F9");
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

async function run(app: AppPage): Promise<void> {
  await app.page.keyboard.press("Control+Enter");
}

test("a run with a breakpoint opens at its first hit, and F5 goes from hit to hit", async ({ app }) => {
  const { page } = app;
  await edit(app, SOURCE);
  await breakAt(app, 4);
  await expect(page.locator(".steps-point-stop")).toHaveCount(1);
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
  await expect(page.locator(".steps-point-stop")).toHaveCount(1);
  await express(app, 4, "Stop if this is true", 'item == "cake"');
  await expect(page.locator(".steps-point-condition")).toHaveCount(1);
  await run(app);
  await expect(values(app)).toHaveText(said('i = 2, item = "cake"'));
  await page.keyboard.press("F5");
  await expect(place(app)).toHaveText(/^End/);

  await express(app, 4, "Stop if this is true", "item.price.net > 1");
  await expect(page.locator(".steps-point-problem")).toHaveCount(1);
});

test("run to here, line counts and a logpoint's rows", async ({ app }) => {
  const { page } = app;
  await edit(app, SOURCE);
  await express(app, 4, "List the value of this at every visit", "sum");
  await expect(page.locator(".steps-point-log")).toHaveCount(1);
  await run(app);
  const rows = page.getByRole("region", { name: "Logpoint at line 4" }).getByRole("row");
  await expect(rows).toHaveText(["StepValue", /0$/, /3$/, /8$/]);
  await rows.nth(2).getByRole("button").click();
  await expect(values(app)).toHaveText(said('i = 2, item = "cake"'));

  const command = async (name: string) => {
    await page.keyboard.press("F1");
    await page.getByRole("combobox", { name: "Command" }).fill(name);
    await page.keyboard.press("Enter");
  };
  await caretAt(app, 6);
  await command("Run to the caret's line");
  await expect(place(app)).toHaveText(/^Line 6 · /);
  await caretAt(app, 2);
  await command("Run back to the caret's line");
  await expect(place(app)).toHaveText(/^Line 2 · /);
  await command("Show or hide how often each line ran");
  await expect(page.locator(".steps-counts")).toHaveText([/1×/, /1×/, /4×/, /3×/, /1×/, /1×/]);
  await command("Show or hide how often each line ran");
  await expect(page.locator(".steps-counts")).toHaveCount(0);
});
