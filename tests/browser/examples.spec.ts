import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "../support/app-page";

test("every example of the list opens, runs and succeeds", async ({ app }) => {
  const { page } = app;
  const list = page.getByRole("region", { name: "Examples" }).getByRole("list").getByRole("button");
  await expect(list.first()).toBeVisible();
  const count = await list.count();
  expect(count).toBeGreaterThanOrEqual(10);
  for (let index = 0; index < count; index += 1) {
    const example = list.nth(index);
    await example.click();
    const name = await page.getByRole("combobox", { name: "Script" }).locator("option:checked").textContent();
    await app.runButton().click();
    // Announced by name: the status of the example before cannot be taken for this one's.
    await expect(page.getByRole("status").filter({ hasText: `${name} finished in` })).toBeAttached();
  }
});

// The user's own page, beside the project where it is developed and in CI; the unit tests run all of it.
const seedFile = fileURLToPath(new URL("../../../shared/facts/seed-whatsapp-lua.txt", import.meta.url));
const seed = existsSync(seedFile) ? readFileSync(seedFile, "utf8") : "";
const markdown = seed.split("\nRaw agent markdown\n")[1]?.split("\nMetadata-Derived Lua Example\n")[0] ?? "";
const blocks = [...markdown.matchAll(/^```lua\n([\s\S]*?)^```$/gm)].map((match) => match[1] ?? "");

test("the seed page's examples, pasted unchanged, succeed", async ({ app, context }) => {
  test.skip(seed === "", "the seed page is not beside this project");
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await app.fullEditor();
  expect(blocks.length).toBeGreaterThanOrEqual(9);
  for (const [index, block] of blocks.slice(0, 4).entries()) {
    await app.script("", `seed-${index}.lua`);
    await app.page.evaluate((text) => navigator.clipboard.writeText(text), block);
    await app.editor.focus();
    await app.page.keyboard.press("ControlOrMeta+V");
    await app.page.keyboard.press("ControlOrMeta+Enter");
    await expect(
      app.page.getByRole("status").filter({ hasText: `seed-${index}.lua finished in` }),
    ).toBeAttached();
  }
  const rows = await app.callRows();
  await expect(rows.first()).toContainText(/ok 200/);
});
