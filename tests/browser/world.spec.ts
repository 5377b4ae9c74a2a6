import { readFile } from "node:fs/promises";
import type { Locator, Page } from "@playwright/test";
import { violations, violationsAtThisWidth, violationsInBothThemes } from "../support/accessibility";
import { type AppPage, expect, test } from "../support/app-page";

const GREET = `local ok, problem = pcall(app.integrations.whatsapp.send_message, { to = "+1 555 010 0142", body = "Hello Ada" })
print(ok, problem)`;

const ORDER = `local ok, problem = pcall(app.integrations.whatsapp.send_template, {
  to = "15551234567", template_name = "order_update", language = "en",
  components = { { type = "body", parameters = { { type = "text", text = "#1" }, { type = "text", text = "packed" } } } },
})
print(ok, problem)`;

/** Opens the editor from the page's menu. */
async function openWorld(page: Page): Promise<Locator> {
  await page.getByRole("button", { name: "Menu", exact: true }).click();
  await page.getByRole("menuitem", { name: "Edit world" }).click();
  const dialog = page.getByRole("dialog", { name: "Edit world" });
  await expect(dialog.getByRole("tablist", { name: "Parts of the world" })).toBeVisible();
  return dialog;
}

/** Brings a part of the world to the front. */
async function part(dialog: Locator, name: string): Promise<Locator> {
  await dialog.getByRole("tab", { name: new RegExp(`^${name}`) }).click();
  return dialog.getByRole("tabpanel", { name: new RegExp(`^${name}`) });
}

/** Runs a script with the editor closed. */
async function run(app: AppPage, source: string, name: string): Promise<void> {
  await app.page.keyboard.press("Escape");
  await expect(app.page.getByRole("dialog")).toHaveCount(0);
  await app.run(source, name);
  await app.finished();
}

async function addAda(dialog: Locator): Promise<void> {
  const contacts = await part(dialog, "Contacts");
  await contacts.getByRole("button", { name: "Add contact" }).click();
  const form = contacts.getByRole("form", { name: "New contact" });
  await form.getByLabel("Name").fill("Ada");
  await form.getByLabel("Phone number").fill("+15551234567");
  await expect(form.getByLabel("Phone number")).toHaveAccessibleDescription(
    /Maya Torres already has this number/,
  );
  await form.getByRole("button", { name: "Add contact" }).click();
  await expect(form.getByLabel("Phone number")).toBeFocused();
  await form.getByLabel("Phone number").fill("+1 555 010 0142");
  await form.getByLabel("default, hours ago").fill("2");
  await expect(form.getByText("Open for 22 h 0 min more.")).toBeVisible();
  await form.getByRole("button", { name: "Add contact" }).click();
  await expect(form).toBeHidden();
  await expect(contacts.getByRole("button", { name: "Add contact" })).toBeFocused();
}

test("a number is added, renamed and used by a script; a template is paced", async ({ app }) => {
  const { page } = app;
  const dialog = await openWorld(page);
  const world = await part(dialog, "World");
  const another = world.getByRole("form", { name: "Add a phone number" });
  await another.getByRole("textbox").fill("support");
  await another.getByRole("textbox").press("Enter");
  await expect(another.getByRole("textbox")).toHaveAccessibleDescription(/already a number named/);
  await another.getByRole("textbox").fill("berlin");
  await another.getByRole("textbox").press("Enter");
  await world.locator("summary", { hasText: "berlin" }).click();
  const name = world.locator("details[open]").getByLabel("Name in scripts");
  await name.fill("end");
  await expect(name).toHaveAccessibleDescription(/reserved word/);
  await name.fill("hamburg");
  await world.getByRole("textbox", { name: "Maximum latency (ms)" }).fill("10");
  await expect(world.getByRole("textbox", { name: "Maximum latency (ms)" })).toHaveAccessibleDescription(
    /can't exceed the maximum/,
  );
  const templates = await part(dialog, "Templates");
  await templates.getByRole("button", { name: /^hello_world en_US/ }).click();
  const form = templates.getByRole("form", { name: "Template hello_world" });
  await form.getByLabel("Pacing").selectOption("Paced, then released");
  await form.getByLabel("Messages sent first").fill("none");
  await form.getByRole("button", { name: "Save" }).click();
  await expect(form.getByLabel("Messages sent first")).toBeFocused();
  await form.getByLabel("Messages sent first").fill("1");
  await form.getByRole("button", { name: "Save" }).click();
  await expect(form).toBeHidden();
  expect(await violations(page, "dialog[open]")).toEqual([]);
  await run(
    app,
    `local wa = app.integrations.whatsapp.hamburg
for _ = 1, 2 do
  local sent = wa.send_template({ to = "15551234567", template_name = "hello_world", language = "en_US" })
  print(sent.messages[1].message_status)
end`,
    "hamburg.lua",
  );
  await expect(app.output).toContainText("accepted");
  await expect(app.output).toContainText("held_for_quality_assessment");

  await openWorld(page);
  await part(dialog, "World");
  await world.locator("summary", { hasText: "hamburg" }).click();
  await world.getByRole("button", { name: "Remove hamburg" }).click();
  await expect(world.locator("summary", { hasText: "hamburg" })).toBeHidden();
  await dialog.getByRole("button", { name: "Undo" }).click();
  await expect(world.locator("summary", { hasText: "hamburg" })).toBeVisible();
});

test("a contact is added, a template broken, a fault met; the world is exported, reset and imported", async ({
  app,
}) => {
  const { page } = app;
  let dialog = await openWorld(page);
  await addAda(dialog);
  const contacts = await part(dialog, "Contacts");
  await expect(contacts.getByRole("button", { name: /^Ada \+15550100142/ })).toBeVisible();

  const templates = await part(dialog, "Templates");
  await templates.getByRole("button", { name: /^order_update en ·/ }).click();
  const form = templates.getByRole("form", { name: "Template order_update" });
  await form.getByLabel(/^Body/).fill("");
  await expect(form.getByLabel(/^Body/)).toHaveAccessibleDescription(/needs a body/);
  await form.getByRole("button", { name: "Save" }).click();
  await expect(form.getByLabel(/^Body/)).toBeFocused();
  await form.getByLabel(/^Body/).fill("Your *order* {{1}} is {{3}} now.");
  await expect(form.getByLabel(/^Body/)).toHaveAccessibleDescription(/\{\{2\}\} is missing/);
  await expect(templates.getByRole("figure", { name: "Preview" })).toContainText(
    "Your order Order #10421 is",
  );
  // Nothing is lost on Escape.
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  dialog = await openWorld(page);
  await expect(form.getByLabel(/^Body/)).toHaveValue("Your *order* {{1}} is {{3}} now.");
  await form.getByLabel(/^Body/).fill("Your order {{1}} is {{2}} now.");
  await form.getByLabel("Status").selectOption("Paused");
  await form.getByRole("button", { name: "Save" }).click();
  await expect(form).toBeHidden();

  const faults = await part(dialog, "Faults");
  await faults.getByRole("button", { name: "Add fault" }).click();
  const fault = faults.getByRole("form", { name: "New fault" });
  await expect(fault.getByLabel("Which calls")).toHaveAccessibleDescription("No send_message calls yet.");
  await fault.getByLabel("Error", { exact: true }).selectOption({
    label: "131056 (Business Account, Consumer Account) pair rate limit hit",
  });
  await expect(
    fault.getByText(/The 1st send_message fails with 131056 \(.*pair rate limit hit\)\./),
  ).toBeVisible();
  await fault.getByRole("button", { name: "Add fault" }).click();
  await expect(faults.getByText("Applies to the next call")).toBeVisible();

  await run(app, GREET, "greet.lua");
  await expect(app.output).toContainText("131056");
  await run(app, ORDER, "order.lua");
  await expect(app.output).toContainText("132015");

  dialog = await openWorld(page);
  const world = await part(dialog, "World");
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    world.getByRole("button", { name: "Export" }).click(),
  ]);
  expect(file.suggestedFilename()).toBe("juniper-lane-tea-2026-11-02.json");
  const text = await readFile(await file.path(), "utf8");
  await world.getByRole("button", { name: "Reset" }).click();
  await expect(dialog.getByText("World reset.")).toBeVisible();
  await expect(dialog.getByRole("tab", { name: "Contacts 12" })).toBeVisible();

  const choose = (name: string, content: string) =>
    world
      .getByLabel("World file")
      .setInputFiles({ name, mimeType: "application/json", buffer: Buffer.from(content) });
  await choose("broken.json", text.replace('"status": "PAUSED"', '"status": "SLEEPING"'));
  await expect(world.getByRole("alert")).toContainText(/broken\.json: templates\.\d+\.status: /);
  await choose("newer.json", text.replace('"version": 2', '"version": 99'));
  await expect(world.getByRole("alert")).toContainText("Reload the page");
  await expect(dialog.getByRole("tab", { name: "Contacts 12" })).toBeVisible();
  await choose("mine.json", text);
  await expect(dialog.getByText("Loaded mine.json.")).toBeVisible();
  await expect(world.getByRole("alert")).toBeHidden();
  await expect(dialog.getByRole("tab", { name: "Contacts 13" })).toBeVisible();

  // The first send_message has been: the fault is over, and Ada's window is open.
  await run(app, GREET, "greet-again.lua");
  await expect(app.output).toContainText("true");
  await run(app, ORDER, "order-again.lua");
  await expect(app.output).toContainText("132015");
});

test("choosing another ready-made world can be undone, and so can removals; the clock only goes forward", async ({
  app,
}) => {
  const { page } = app;
  const dialog = await openWorld(page);
  const world = await part(dialog, "World");
  await world.getByRole("button", { name: /^Willow Street Clinic/ }).click();
  const notice = dialog.getByRole("region", { name: "Notices" });
  await expect(notice).toContainText("Loaded Willow Street Clinic.");
  await expect(world.getByText("based on “Willow Street Clinic”")).toBeVisible();
  await notice.getByRole("button", { name: "Undo" }).click();
  await expect(world.getByText("based on “Juniper Lane Tea”")).toBeVisible();

  await world.getByText("support", { exact: true }).click();
  await world.getByRole("button", { name: "Expire now" }).click();
  await expect(world.getByText(/fails? with 190, subcode 463/)).toBeVisible();
  const limit = world.getByLabel("Messages per second").first();
  await world.getByText("default", { exact: true }).click();
  await limit.fill("none");
  await expect(limit).toHaveAccessibleDescription(/whole number/);

  const contacts = await part(dialog, "Contacts");
  await contacts.getByRole("searchbox", { name: "Filter contacts" }).fill("maya");
  await contacts.getByRole("button", { name: "Remove Maya Torres" }).click();
  await expect(contacts.getByText("No contacts match the filter.")).toBeVisible();
  await notice.getByRole("button", { name: "Undo" }).click();
  await expect(contacts.getByRole("button", { name: /^Maya Torres/ })).toBeVisible();

  const clock = await part(dialog, "Clock");
  const field = clock.getByLabel("Set the clock to");
  const before = await field.inputValue();
  await clock.getByRole("button", { name: "+25 h" }).click();
  await expect(field).not.toHaveValue(before);
  await field.fill(before);
  await clock.getByRole("button", { name: "Set" }).click();
  await expect(field).toHaveAccessibleDescription(/can't go back/);
  await clock.getByRole("button", { name: "Reset the world" }).click();
  await expect(field).toHaveValue(before);
});

test("a world file dropped on the page becomes the simulated world, and an invalid one says why", async ({
  app,
}) => {
  const { page } = app;
  const notices = page.getByRole("region", { name: "Notices" });
  await app.drop("wrong.json", '{"version": 2}');
  await expect(notices.getByRole("alert")).toContainText("Couldn't import wrong.json: ");

  const dialog = await openWorld(page);
  const world = await part(dialog, "World");
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    world.getByRole("button", { name: "Export" }).click(),
  ]);
  const text = await readFile(await file.path(), "utf8");
  await app.drop("renamed.json", text.replaceAll("Juniper Lane Tea", "Marigold Books"));
  await expect(dialog.getByText("Loaded renamed.json.")).toBeVisible();
  await expect(world.getByLabel("Business name")).toHaveValue("Marigold Books");
});

test.describe("no axe violation in either theme", () => {
  test.use({ reducedMotion: "reduce" });

  for (const width of [1280, 360])
    test(`at ${width} px: each part of the world, each form`, async ({ app }) => {
      const { page } = app;
      await page.setViewportSize({ width, height: 780 });
      const dialog = await openWorld(page);
      const scan = width === 1280 ? violationsInBothThemes : violationsAtThisWidth;
      const check = async (what: string) => {
        expect(await dialog.evaluate((it) => it.scrollWidth - it.clientWidth), what).toBeLessThanOrEqual(0);
        expect(await scan(page, "dialog[open]"), what).toEqual([]);
      };
      const world = await part(dialog, "World");
      await world.getByText("default", { exact: true }).click();
      await check("world");
      const contacts = await part(dialog, "Contacts");
      await check("contacts");
      await contacts.getByRole("button", { name: /^Owen Blake/ }).click();
      await contacts.getByLabel("default, hours ago").fill("soon");
      await check("contact");
      const templates = await part(dialog, "Templates");
      await check("templates");
      await templates.getByRole("button", { name: /^autumn_offer/ }).click();
      await templates.getByLabel("Name", { exact: true }).fill("Not A Name");
      await templates.getByLabel(/^Body/).fill("{{1}} and {{3}}");
      await check("template");
      const faults = await part(dialog, "Faults");
      await faults.getByRole("button", { name: "Add fault" }).click();
      await check("fault");
      await part(dialog, "Clock");
      await check("clock");
    });
});

const ORDERS = `local t = {}
for i = 1, 30 do t["key" .. i] = i end
local keys = {}
for key in pairs(t) do keys[#keys + 1] = key end
print(table.concat(keys, " "), math.random(1 << 40), t == nil, print)`;

test("a run repeats exactly, and another seed gives a different order", async ({ app }) => {
  const { page } = app;
  await app.run(ORDERS, "orders.lua");
  await app.finished();
  const printed = async () => (await app.output.textContent())?.split("Finished")[0] ?? "";
  const first = await printed();
  await app.run("print('something else')", "between.lua");
  await app.finished();
  await app.run(ORDERS, "orders-again.lua");
  await app.finished();
  expect(await printed()).toBe(first);

  const dialog = await openWorld(page);
  const world = await part(dialog, "World");
  await world.getByLabel("Seed").fill("12345");
  await world.getByLabel("Seed").press("Tab");
  await run(app, ORDERS, "orders-seeded.lua");
  await expect(app.output).toContainText("key30");
  expect(await printed()).not.toBe(first);
});
