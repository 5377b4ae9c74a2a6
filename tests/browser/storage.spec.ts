import { readFile } from "node:fs/promises";
import { AppPage, expect, test } from "../support/app-page";

const notices = (app: AppPage) => app.page.getByRole("region", { name: "Notices" });

test("if the browser refuses storage, the session continues in memory and says so", async ({ page }) => {
  // As private windows of some browsers do.
  await page.addInitScript(() => {
    const refuse = () => {
      throw new DOMException("The operation is insecure.", "SecurityError");
    };
    IDBFactory.prototype.open = refuse;
    Object.defineProperty(window, "localStorage", { get: refuse });
  });
  const app = new AppPage(page);
  await app.open();
  await expect(notices(app)).toContainText(/Scripts aren't being saved \(The operation is insecure/);
  await expect(page.getByText("Not saved", { exact: true })).toBeVisible();
  await app.run("print('still runs: ' .. app.integrations.whatsapp.get_current_user().name)");
  await app.finished();
  await expect(app.output).toContainText("still runs");
  await app.settings(async (dialog) => {
    await dialog.getByRole("checkbox", { name: "Wrap long lines" }).check();
  });
  await expect(notices(app)).toContainText("Settings aren't being saved");
});

test("if IndexedDB never answers, the session continues in memory, says so and survives a reload", async ({
  page,
}) => {
  // As some browsers do after a crash: `open` fires no event.
  await page.addInitScript(() => {
    Object.defineProperty(IDBFactory.prototype, "open", { value: () => ({}) });
  });
  const app = new AppPage(page);
  await app.open();
  await expect(notices(app)).toContainText(
    /Scripts aren't being saved \(the browser's storage isn't responding/,
  );
  await expect(page.getByText("Not saved", { exact: true })).toBeVisible();
  await app.run("print('still runs: ' .. app.integrations.whatsapp.get_current_user().name)");
  await app.finished();
  await expect(app.output).toContainText("still runs");
  await page.reload();
  await app.runButton().click();
  await expect(app.output).toContainText("still runs");
});

test("if storage is full, unsaved work stays in memory and the page says so", async ({ page }) => {
  await page.addInitScript(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  });
  const app = new AppPage(page);
  await app.open();
  await app.script("print('unsaved')", "full.lua");
  await expect(notices(app)).toContainText(/Scripts aren't being saved \(the browser's storage is full\)/);
  await app.runButton().click();
  await expect(app.output).toContainText("unsaved");
});

test("everything is exported to one file and imported into another browser beside its own data", async ({
  app,
  browser,
}) => {
  await app.script("print('carried over')", "carried.lua");
  await app.run(
    `app.integrations.whatsapp.send_message{ to = "15551234567", body = "In the world" }`,
    "send.lua",
  );
  await app.finished();
  await app.menu("Settings");
  const download = app.page.waitForEvent("download");
  await app.page.getByRole("button", { name: "Export everything" }).click();
  const file = await (await download).path();
  expect(await readFile(file, "utf8")).not.toMatch(/EAA[A-Za-z0-9]{20}/);

  const fresh = await browser.newContext();
  const theirs = new AppPage(await fresh.newPage());
  await theirs.open();
  await theirs.menu("Settings");
  await theirs.page.getByLabel("Backup file").setInputFiles(file);
  const choices = theirs.page.getByRole("form", { name: /^Import from / });
  await expect(choices.getByRole("checkbox", { name: /2 scripts, added to yours/ })).toBeChecked();
  const world = choices.getByRole("checkbox", { name: /World “Juniper Lane Tea”/ });
  await expect(world).not.toBeChecked();
  await world.check();
  await choices.getByRole("button", { name: "Import selected" }).click();
  await theirs.page.keyboard.press("Escape");
  await expect(theirs.page.locator(".script-row .row-main")).toHaveText([
    "carried.lua",
    "send.lua",
    "welcome.lua",
  ]);
  await theirs.tab("Phone");
  await expect(theirs.phone).toContainText("In the world");
  await fresh.close();
});
