import { violations } from "../support/accessibility";
import type { AppPage } from "../support/app-page";
import { expect, test } from "../support/live-page";

const SEND = `app.integrations.whatsapp.send_message({ to = "15551234567", body = "First" })`;

const field = (app: AppPage) => app.calls.getByRole("textbox", { name: "Call" });

/** Opens the only call of a run for editing. */
async function edit(app: AppPage): Promise<void> {
  const narrow = app.page.getByRole("navigation", { name: "Views" });
  if (await narrow.isVisible()) await narrow.getByRole("button", { name: "Calls" }).click();
  else await app.tab("Calls");
  await app.calls.locator(".calls-row").first().click();
  await app.calls.getByRole("button", { name: "Edit and send again" }).click();
  await expect(field(app)).toBeFocused();
}

test("a call is edited and sent again in the simulated world, by keyboard", async ({ app }) => {
  await app.run(SEND);
  await app.finished();
  await edit(app);
  await field(app).fill(SEND.replace("First", "Second"));
  const rows = app.calls.locator(".calls-row");
  expect(await violations(app.page)).toEqual([]);
  await app.page.keyboard.press("ControlOrMeta+Enter");
  await expect(rows).toHaveCount(2);
  await expect(rows.nth(1)).toContainText("ok 200");
  await expect(rows.nth(1)).toContainText("again");
  await expect(rows.nth(1)).toBeFocused();
  // The script's own run stays as it was.
  await expect(app.output).toContainText("1 call");
  const phone = await app.tab("Phone");
  await expect(phone).toContainText("Second");
});

test("arguments are checked as in a script, and anything but a call says why", async ({ app }) => {
  await app.run(SEND);
  await app.finished();
  await edit(app);
  await field(app).fill(`app.integrations.whatsapp.send_message({ to = "", body = "x" })`);
  await app.calls.getByRole("button", { name: "Send", exact: true }).click();
  await expect((await app.callRows()).nth(1)).toContainText("failed");
  await expect(app.calls).toContainText(`Recipient "to" is required.`);

  await field(app).fill("app.integrations.whatsapp.send_message({");
  await app.calls.getByRole("button", { name: "Send", exact: true }).click();
  await expect(app.calls.getByRole("alert")).toContainText("call.lua:1:");
  await app.calls.getByRole("button", { name: "Close" }).click();
  await expect(field(app)).toHaveCount(0);
});

test("a call copied as Lua runs", async ({ app, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await app.run(
    `app.integrations.whatsapp["default"].send_message({ to = 15551234567, body = 'a "b"\\n\\0c' })`,
  );
  await app.finished();
  await (await app.callRows()).first().click();
  await app.calls.getByRole("button", { name: "Copy as Lua" }).click();
  await expect(app.page.getByText("Copied as Lua.")).toBeVisible();
  const copied = await app.page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain("app.integrations.whatsapp.default.send_message({\n");
  await app.run(copied, "copied.lua");
  await app.finished();
  await expect((await app.callRows()).first()).toContainText("ok 200");
});

test("a failed call's link to the docs is one line of text, and in live the pane says that the calls were mock", async ({
  app,
}) => {
  const { page } = app;
  await app.run(
    `pcall(app.integrations.whatsapp.send_template, { to = "15551234567", template_name = "nope" })`,
  );
  await app.finished();
  await (await app.callRows()).click();
  const more = app.calls.getByRole("button", { name: "Read more: templates" });
  await expect(more).toBeVisible();
  const [icon, link] = [await more.locator("svg").boundingBox(), await more.boundingBox()];
  expect(link?.height).toBeLessThan(24);
  expect(icon?.y).toBeGreaterThanOrEqual(link?.y ?? 0);
  await expect(app.calls.getByText("Mock run")).toHaveCount(0);
  await page.getByRole("radio", { name: "Live", exact: true }).click();
  await app.tab("Calls");
  await expect(app.calls.getByText("Mock run")).toBeVisible();
});

test("in live it asks before it sends", async ({ app, live }) => {
  await live.begin();
  await app.run(SEND);
  await live.question().getByRole("button", { name: "Send", exact: true }).click();
  await app.finished();
  const before = live.arrived("POST");
  await edit(app);
  await field(app).fill(SEND.replace("First", "Second"));
  await app.calls.getByRole("button", { name: "Send live" }).click();
  await expect(live.question()).toContainText("Second");
  expect(live.arrived("POST")).toBe(before);
  await live.question().getByRole("button", { name: "Send", exact: true }).click();
  await expect(await app.callRows()).toHaveCount(2);
  expect(live.arrived("POST")).toBe(before + 1);
});

test.describe("on a small phone", () => {
  test.use({ viewport: { width: 360, height: 780 }, hasTouch: true, isMobile: true });

  test("a call is sent again by touch", async ({ app }) => {
    await app.run(SEND);
    await app.finished();
    await edit(app);
    await app.calls.getByRole("button", { name: "Send", exact: true }).tap();
    await expect(app.calls.locator(".calls-row")).toHaveCount(2);
    expect(await app.page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    expect(await violations(app.page)).toEqual([]);
  });
});
