import type { Page } from "@playwright/test";
import { linkFragment } from "../../src/share/link";
import { expect, test } from "../support/app-page";

const FAILS = `pcall(app.integrations.whatsapp.send_template, { to = "15551234567", template_name = "nope" })`;
const MESSAGE = "WhatsApp API error (404): (#132001)";
const WHY = "No approved template has this name and language.";
const EXPLANATIONS = /\/assets\/explainer-[^/]*\.js$/;
const alone = { name: "fails.lua", source: FAILS, world: null };

/** Keeps the explanations from loading until the returned function is called. */
async function holdExplanations(page: Page): Promise<() => void> {
  let load = () => {};
  const held = new Promise<void>((resolve) => {
    load = resolve;
  });
  await page.route(EXPLANATIONS, async (route) => {
    await held;
    await route.continue();
  });
  return load;
}

test("a failed call is explained although its explanation loads after it is shown", async ({ app }) => {
  const { page, calls } = app;
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  const load = await holdExplanations(page);
  await app.run(FAILS);
  await app.finished();
  // Only who looks at calls needs them.
  expect(asked.filter((url) => EXPLANATIONS.test(url))).toEqual([]);
  await (await app.callRows()).click();
  await expect(calls).toContainText(MESSAGE);
  await expect(calls).not.toContainText(WHY);
  load();
  await expect(calls).toContainText(WHY);
  await calls.getByRole("button", { name: "Read more: templates" }).click();
  await expect(app.docs).toBeVisible();
});

test("if the explanations can't be loaded, a failed call still says why it failed, and they can be asked for again", async ({
  app,
}) => {
  const { page, calls } = app;
  await page.route(EXPLANATIONS, (route) => route.abort());
  await app.run(FAILS);
  await app.finished();
  await (await app.callRows()).click();
  await expect(calls).toContainText(MESSAGE);
  const alert = calls.getByRole("alert");
  await expect(alert).toContainText("Couldn't load the explanations of calls. Check your connection");
  await page.unroute(EXPLANATIONS);
  await alert.getByRole("button", { name: "Try again" }).click();
  await expect(calls).toContainText(WHY);
  await expect(alert).toHaveCount(0);
});

test("the hint of a call that succeeded comes when the explanations have loaded", async ({ app }) => {
  const load = await holdExplanations(app.page);
  await app.run(`app.integrations.whatsapp.send_message({ to = "212 555 0142", body = "Hi" })`);
  await app.finished();
  const rows = await app.callRows();
  await expect(rows).toContainText("ok 200");
  await expect(rows).not.toContainText("hint");
  load();
  await expect(rows).toContainText("ok 200 · hint");
  await rows.click();
  await expect(app.calls).toContainText("has no country code");
});

test("an example of the docs is explained, too", async ({ app }) => {
  const load = await holdExplanations(app.page);
  const docs = await app.tab("Docs");
  const example = docs.getByRole("figure").first();
  const field = example.getByRole("textbox", { name: /^Lua: / });
  await field.fill(FAILS);
  await field.press("ControlOrMeta+Enter");
  const list = example.getByRole("region", { name: "Calls" });
  await expect(list).toContainText("failed 404");
  await expect(list).not.toContainText(WHY);
  load();
  await expect(list).toContainText(WHY);
});

test("an embed says that it couldn't load the explanations, where the failed call is", async ({ page }) => {
  await page.route(EXPLANATIONS, (route) => route.abort());
  await page.goto(`embed.html${await linkFragment(alone)}`);
  await page.getByRole("button", { name: "Run" }).click();
  const list = page.getByRole("region", { name: "Calls" });
  await expect(list).toContainText("failed 404");
  await expect(list.getByRole("alert")).toContainText("Couldn't load the explanations of calls.");
});
