import type { Locator, Page } from "@playwright/test";
import { violationsAtThisWidth, violationsInBothThemes } from "../support/accessibility";
import { type AppPage, expect, test } from "../support/app-page";

/** Cy gets the wrong text: the loop keeps a discount that only Bo has. */
const STORY = [
  "local customers = {",
  '  { name = "Ann", to = "15551234567", total = 30 },',
  '  { name = "Bo", to = "15557654321", total = 40, discount = 10 },',
  '  { name = "Cy", to = "15550001111", total = 50 },',
  "}",
  "local discount = 0",
  "local function text_for(customer)",
  "  if customer.discount then discount = customer.discount end",
  "  local price = customer.total - discount",
  '  return "Hi " .. customer.name .. ", please pay " .. price',
  "end",
  "for _, customer in ipairs(customers) do",
  "  local text = text_for(customer)",
  "  pcall(app.integrations.whatsapp.send_message, { to = customer.to, body = text })",
  "  print(text)",
  "end",
].join("\n");

const bar = (page: Page) => page.getByRole("region", { name: "Steps", exact: true });
const slider = (page: Page) => bar(page).getByRole("slider", { name: "Step", exact: true });
const news = (page: Page) => bar(page).getByRole("status", { name: "Step shown" });
const side = (page: Page) => page.getByRole("tabpanel", { name: "Steps" });
const part = (page: Page, name: string) => side(page).getByRole("region", { name, exact: true });

/** Opens the steps of the story's run with the keyboard. */
async function openStory({ app }: { app: AppPage }): Promise<void> {
  const { page } = app;
  await app.script(STORY);
  await page.keyboard.press("Control+Enter");
  await app.finished();
  await page.keyboard.press("Control+F10");
  await expect(slider(page)).toBeVisible();
}

/** Presses keys in turn, each once the page shows the step that the last one led to. */
async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    const before = await slider(page).inputValue();
    await page.keyboard.press(key);
    await expect(slider(page)).not.toHaveValue(before);
  }
}

async function watch(page: Page, expression: string): Promise<Locator> {
  await part(page, "Watch").getByRole("textbox", { name: "Expression to watch" }).fill(expression);
  await page.keyboard.press("Enter");
  return part(page, "Watch").getByRole("listitem").filter({ hasText: expression });
}

test("the line that built a wrong text is found by stepping back, by keyboard", async ({ app }) => {
  const { page } = app;
  await openStory({ app });
  await expect(page.getByRole("tab", { name: "Steps" })).toHaveAttribute("aria-selected", "true");
  await expect(app.output).not.toContainText("Hi Ann");

  // The last print is the wrong one.
  await press(page, "Alt+End");
  await expect(app.output).toContainText("Hi Cy, please pay 40");
  const toolbar = bar(page).getByRole("toolbar", { name: "Step controls" });
  const before = toolbar.getByRole("button", { name: "Previous print" });
  await toolbar.getByRole("button", { name: "Step over", exact: true }).focus();
  await page.keyboard.press("End");
  for (let times = 0; times < 6; times++) await page.keyboard.press("ArrowLeft");
  await expect(before).toBeFocused();
  await press(page, "Enter", "Alt+F10", "Alt+F10");
  await expect(bar(page)).toContainText(/Line 14 · step \d+ of \d+/);
  await expect(part(page, "Locals")).toContainText('text: "Hi Cy, please pay 40"');

  // Back into the function, at the line where the price is computed.
  await press(page, "Alt+F11", "Alt+F11");
  await expect(bar(page)).toContainText("Line 9 ·");
  await expect(part(page, "Upvalues")).toContainText("discount: 10");
  await expect(part(page, "Call stack").getByRole("button")).toHaveText([
    /text_for.*line 9/,
    /main chunk.*line 13/,
  ]);
  await expect(await watch(page, "customer.total - discount")).toContainText("40");
  await expect(await watch(page, "customer.discount")).toContainText("nil");
  await expect(await watch(page, "print(1)")).toContainText("a call could change the run");
  await expect(await watch(page, "price +")).toContainText("This is not a Lua expression");

  // Nothing that came later is shown.
  await expect(app.output).toContainText("Hi Bo, please pay 30");
  await expect(app.output).not.toContainText("Hi Cy");
  await expect(app.output).not.toContainText("Finished");

  // One step on, the price is new, is marked, and is read out.
  await page.keyboard.press("F11");
  await expect(part(page, "Locals").getByRole("listitem").filter({ hasText: "price: 40" })).toContainText(
    "changed",
  );
  await expect(news(page)).toHaveText(/^Line 10, step \d+ of \d+, price = 40$/);

  // A frame further out has its own variables.
  await part(page, "Call stack").getByRole("button", { name: "main chunk" }).press("Enter");
  await expect(part(page, "Locals")).toContainText(/customers: \(3\) \[\{/);
  await expect(part(page, "Watch").getByRole("listitem").first()).toContainText("40");
  expect(await violationsInBothThemes(page)).toEqual([]);

  // Edited, the steps say so; a run replaces them.
  await app.fullEditor();
  await app.editor.first().focus();
  await page.keyboard.press("Control+End");
  await page.keyboard.type("\n-- more");
  await expect(bar(page)).toContainText("The script has changed since this run.");
  await page.keyboard.press("Control+Enter");
  await expect(bar(page)).toHaveCount(0);
  await expect(page.getByRole("tab", { name: "Steps" })).toHaveCount(0);
  await app.finished();
});

test("acting in the simulated world while looking back returns to the present", async ({ app }) => {
  const { page } = app;
  await openStory({ app });
  await page.getByRole("tab", { name: /^Phone/ }).click();
  await page.getByRole("tabpanel", { name: "Phone" }).getByRole("button", { name: "+1 h" }).click();
  await expect(bar(page)).toHaveCount(0);
  await expect(app.output).toContainText("Hi Cy, please pay 40");
  const notice = page.getByText("Steps closed because the world changed.");
  await expect(notice).toBeVisible();
  await page.getByRole("button", { name: "Open steps" }).click();
  await expect(slider(page)).toBeVisible();
});

test("everything works at a phone's width too", async ({ app }) => {
  const { page } = app;
  await page.setViewportSize({ width: 360, height: 740 });
  await openStory({ app });
  const views = page.getByRole("navigation", { name: "Views" });
  await expect(views.getByRole("button", { name: "Code" })).toHaveAttribute("aria-current", "page");
  await press(page, "Alt+End", "Alt+F10", "Alt+F10", "Alt+F10", "Alt+F10", "Alt+F11");
  await views.getByRole("button", { name: "Steps" }).press("Enter");
  await expect(part(page, "Locals")).toContainText("price: 40");
  await expect(await watch(page, "discount")).toContainText("10");
  expect(await violationsAtThisWidth(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  await bar(page).getByRole("button", { name: "Close steps" }).press("Enter");
  await expect(views.getByRole("button", { name: "Steps" })).toHaveCount(0);
  await expect(views.getByRole("button", { name: "Code" })).toHaveAttribute("aria-current", "page");
});

test("a failed check and an example in the docs are stepped through, but no script that never began to run", async ({
  app,
}) => {
  const { page } = app;
  await app.run("local x = = 1");
  await app.failed("unexpected symbol");
  await page.keyboard.press("Control+F10");
  await page.keyboard.press("F1");
  await page.keyboard.insertText("step");
  await expect(page.getByRole("listbox").getByRole("option").first()).toBeVisible();
  await expect(page.getByRole("option", { name: "Step through the last run" })).toHaveCount(0);
  await page.keyboard.press("Escape");
  await expect(app.output.getByRole("button", { name: "Steps" })).toHaveCount(0);
  await expect(bar(page)).toHaveCount(0);

  await page.getByRole("tab", { name: "Lesson" }).click();
  const panel = page.getByRole("tabpanel", { name: "Lesson" });
  await panel.getByRole("button", { name: "Start" }).click();
  await panel.getByRole("button", { name: "Check" }).click();
  await expect(panel.getByRole("status", { name: "Check" })).toContainText("Not right yet");
  await panel.getByRole("button", { name: "Step through" }).click();
  await expect(slider(page)).toBeVisible();
  await expect(part(page, "Call stack")).toContainText("main chunk");

  const docs = await app.tab("Docs");
  await docs
    .getByRole("button", { name: /^Run: / })
    .first()
    .click();
  await docs.getByRole("button", { name: /^Step through in the editor: / }).click();
  await expect(slider(page)).toBeVisible();
  await expect(part(page, "Call stack")).toContainText("main chunk");
});
