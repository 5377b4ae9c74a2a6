import { violations } from "../support/accessibility";
import { expect, test } from "../support/app-page";

test("the palette finds commands, scripts and docs pages by a few letters, by keyboard", async ({ app }) => {
  const { page } = app;
  await app.fullEditor();
  await app.script("print('found by name')", "orders.lua");
  await app.editor.focus();
  await page.keyboard.press("ControlOrMeta+Shift+p");
  const dialog = page.getByRole("dialog", { name: "All commands" });
  const input = dialog.getByRole("combobox", { name: "Command" });
  await expect(input).toBeFocused();
  expect(await violations(page, "dialog")).toEqual([]);

  await input.fill("docs send_temp");
  await expect(dialog.getByRole("option")).toHaveText(["Docs: send_template"]);
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
  await expect(app.docs.getByRole("article", { name: "send_template" })).toBeVisible();

  await page.keyboard.press("F1");
  await input.fill("run");
  await expect(dialog.getByRole("option").first()).toContainText("Run the script");
  await page.keyboard.press("Enter");
  await expect(app.output).toContainText("found by name");

  await page.keyboard.press("F1");
  await input.fill("zzz");
  await expect(dialog.getByRole("status")).toContainText("Nothing is called “zzz”");
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
});

test("the tour goes round the page and can be left at any time", async ({ app }) => {
  const { page } = app;
  await page.getByRole("button", { name: "Take a tour of the page" }).click();
  const card = (name: string) => page.getByRole("dialog", { name });
  await expect(card("Your script")).toBeFocused();
  expect(await violations(page, ".tour-card")).toEqual([]);
  await card("Your script").getByRole("button", { name: "Next" }).click();
  await expect(card("Run it")).toBeInViewport({ ratio: 1 });
  await card("Run it").getByRole("button", { name: "Back" }).click();
  // What the card speaks of is framed.
  const script = await page.getByRole("region", { name: "Script", exact: true }).boundingBox();
  const ring = await page.locator(".tour-ring").boundingBox();
  expect(Math.abs((ring?.width ?? 0) - (script?.width ?? 0))).toBeLessThan(2);
  for (let stop = 0; stop < 5; stop += 1) await page.getByRole("button", { name: "Next" }).click();
  await expect(card("Learn by doing")).toBeInViewport({ ratio: 1 });
  await page.keyboard.press("Escape");
  await expect(page.locator(".tour-card")).toHaveCount(0);
});
