import { violationsInBothThemes } from "../support/accessibility";
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

test("results of another script name it, and lead to it", async ({ app }) => {
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
