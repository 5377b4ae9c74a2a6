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
