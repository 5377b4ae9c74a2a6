import { expect, test } from "../support/app-page";
import { userExamples } from "../support/user-page";

test("every example in the list opens, runs and succeeds", async ({ app }) => {
  const { page } = app;
  const list = page.getByRole("region", { name: "Examples" }).getByRole("list").getByRole("button");
  const levels = page.getByRole("region", { name: "Examples" }).locator("summary");
  await expect(levels).toHaveCount(3);
  for (const level of await levels.all()) await level.click();
  const count = await list.count();
  expect(count).toBeGreaterThanOrEqual(10);
  for (let index = 0; index < count; index += 1) {
    const example = list.nth(index);
    await example.click();
    const name = await page.locator(".script-row.is-current .row-main").textContent();
    await app.runButton().click();
    // Announced by name: the status of the example before cannot be taken for this one's.
    await expect(page.getByRole("status").filter({ hasText: `${name} finished in` })).toBeAttached();
  }
});

test("an example is a preview until it is edited, and can be reset", async ({ app }) => {
  const { page } = app;
  const scripts = page.getByRole("navigation", { name: "Scripts", exact: true });
  const rows = scripts.locator(".script-row");
  await page.getByRole("region", { name: "Examples" }).getByText("Advanced").click();
  for (const title of ["Retry later", "A small campaign"])
    await page.getByRole("button", { name: title, exact: true }).click();
  await expect(rows).toHaveCount(2);
  const campaign = scripts.getByRole("button", { name: "small-campaign.lua", exact: true });
  await expect(campaign).toHaveAccessibleDescription(/preview/);
  await expect(campaign).toBeInViewport();
  await page.reload();
  await expect(rows).toHaveCount(2);
  await expect(campaign).toHaveAttribute("aria-current", "true");

  await app.fullEditor();
  await app.editor.focus();
  await page.keyboard.press("ControlOrMeta+Home");
  await page.keyboard.type("-- mine\n");
  await expect(campaign).not.toHaveAccessibleDescription(/preview/);
  await expect(page.locator(".view-lines")).toContainText("mine");

  await scripts.getByRole("button", { name: "More for small-campaign.lua" }).click();
  await page.getByRole("menuitem", { name: "Reset to example" }).click();
  await expect(page.locator(".view-lines")).not.toContainText("mine");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.locator(".view-lines")).toContainText("mine");
});

test("the preview is closed and kept by keyboard", async ({ app }) => {
  const { page } = app;
  const rows = page.locator(".script-row");
  await page.getByRole("region", { name: "Examples" }).getByText("Advanced").click();
  const retry = page.getByRole("button", { name: "Retry later", exact: true });
  await retry.click();
  await page.locator(".is-preview .row-main").press("Delete");
  await expect(rows).toHaveCount(1);
  await retry.click();
  await page.getByRole("button", { name: "More for retry-later.lua" }).press("Enter");
  await page.getByRole("menuitem", { name: "Keep as a script" }).press("Enter");
  await expect(rows).toHaveCount(2);
  await expect(page.locator(".is-preview")).toHaveCount(0);
});

// The unit tests run all of them.
test("the examples of the user's own page, pasted unchanged, succeed", async ({ app, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await app.fullEditor();
  expect(userExamples.length).toBeGreaterThanOrEqual(9);
  for (const [index, block] of userExamples.slice(0, 4).entries()) {
    await app.script("", `example-${index}.lua`);
    await app.page.evaluate((text) => navigator.clipboard.writeText(text), block);
    await app.editor.focus();
    await app.page.keyboard.press("ControlOrMeta+V");
    await app.page.keyboard.press("ControlOrMeta+Enter");
    await expect(
      app.page.getByRole("status").filter({ hasText: `example-${index}.lua finished in` }),
    ).toBeAttached();
  }
  const rows = await app.callRows();
  await expect(rows.first()).toContainText(/ok 200/);
});
