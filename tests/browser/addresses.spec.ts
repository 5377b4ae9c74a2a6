import type { Page } from "@playwright/test";
import { deferred } from "../../src/shared/deferred";
import { AppPage, expect, test } from "../support/app-page";

const hash = (page: Page) => decodeURIComponent(new URL(page.url()).hash);
const heading = (app: AppPage, name: string) => app.docs.getByRole("heading", { name, level: 2 });
const notices = (app: AppPage) => app.page.getByRole("region", { name: "Notices" });

/** Opens a docs page from the list. */
async function docsPage(app: AppPage, title: string): Promise<void> {
  await app.docs.getByRole("button", { name: "Pages", exact: true }).click();
  await app.docs.getByRole("navigation").getByRole("button", { name: title, exact: true }).click();
  await expect(heading(app, title)).toBeVisible();
}

test("Back closes what is open over the page: it is about the place before", async ({ app }) => {
  const { page } = app;
  for (const open of [() => app.menu("Settings"), () => page.keyboard.press("F1")]) {
    await app.tab("Docs");
    await expect(page).toHaveTitle(/^Overview · /);
    await docsPage(app, "Errors");
    await expect.poll(() => hash(page)).toBe("#docs/errors");
    await open();
    await expect(page.getByRole("dialog")).toBeVisible();
    await page.goBack();
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await expect(heading(app, "Overview")).toBeVisible();
  }
});

test("a tab chosen before the page watches its address gets one, and Back leads from it", async ({
  page,
}) => {
  const watcher = deferred<void>();
  await page.route(/\/assets\/watch-address-[^/]*\.js$/, async (route) => {
    await watcher.promise;
    await route.continue();
  });
  const app = new AppPage(page);
  await app.open();
  await app.phone.getByRole("log").waitFor();
  await app.tab("Docs");
  expect(hash(page)).toBe("");
  watcher.resolve();
  await expect.poll(() => hash(page)).toBe("#docs/overview");
  await page.goBack();
  await expect(app.phone).toBeVisible();
  expect(hash(page)).toBe("");
});

test("Back and Forward lead from docs page to docs page, to the phone and to a lesson", async ({ app }) => {
  const { page } = app;
  await app.phone.getByRole("log").waitFor();
  await app.tab("Docs");
  await expect.poll(() => hash(page)).toBe("#docs/overview");
  await docsPage(app, "Errors");
  await expect.poll(() => hash(page)).toBe("#docs/errors");
  await app.tab("Lesson");
  const lesson = page.getByRole("tabpanel", { name: "Lesson" });
  await lesson.getByRole("button", { name: "Lessons" }).click();
  await lesson.getByRole("button", { name: /Several accounts/ }).click();
  await expect.poll(() => new URL(page.url()).search).toBe("?lesson=accounts");
  await expect(page).toHaveTitle(/^Several accounts · /);

  await page.goBack();
  await expect(lesson.getByRole("heading", { name: "Several accounts" })).toBeHidden();
  await page.goBack();
  await expect(heading(app, "Errors")).toBeVisible();
  await page.goBack();
  await expect(heading(app, "Overview")).toBeVisible();
  await page.goBack();
  await expect(app.phone).toBeVisible();
  expect(hash(page)).toBe("");
  for (const title of ["Overview", "Errors"]) {
    await page.goForward();
    await expect(heading(app, title)).toBeVisible();
  }
  expect(hash(page)).toBe("#docs/errors");
});

test("a copied address opens the same in a fresh profile, and runs nothing", async ({ app, browser }) => {
  const { page } = app;
  await app.phone.getByRole("button", { name: "All chats" }).click();
  await app.phone.getByRole("button", { name: /^Priya/ }).click();
  await expect.poll(() => hash(page)).toMatch(/^#phone\/\d+$/);
  const chat = page.url();
  await app.tab("Docs");
  await docsPage(app, "send_message");
  await expect.poll(() => hash(page)).toBe("#docs/integrations.whatsapp.send_message");
  const docs = page.url();

  const fresh = await browser.newContext();
  const theirs = new AppPage(await fresh.newPage());
  await theirs.open(chat);
  await expect(theirs.phone.getByRole("log", { name: /Messages with Priya/ })).toBeVisible();
  await theirs.open(docs);
  await expect(heading(theirs, "send_message")).toBeVisible();
  await theirs.open(`${page.url().split("#")[0]}#docs/send_template`);
  await expect(heading(theirs, "send_template")).toBeVisible();
  await expect.poll(() => hash(theirs.page)).toBe("#docs/integrations.whatsapp.send_template");
  await theirs.open(`${page.url().split("#")[0]}#example/handle-errors`);
  await expect(theirs.page.locator(".script-row.is-current .row-main")).toHaveText("handle-errors.lua");
  await expect(theirs.page.getByRole("region", { name: "Script", exact: true })).toContainText("pcall");
  await expect(theirs.output).toContainText("Nothing printed yet");
  await theirs.page.reload();
  await expect(theirs.page.locator(".script-row .row-main")).toHaveText(["handle-errors.lua", "welcome.lua"]);
  await fresh.close();
});

test("an example has its own entry: Back brings the script before, Forward the example as it was edited", async ({
  app,
}) => {
  const { page } = app;
  const current = page.locator(".script-row.is-current .row-main");
  await app.fullEditor();
  await app.script("print('mine')", "mine.lua");
  await page.getByText("First steps").click();
  await page.getByRole("button", { name: "Send a message", exact: true }).click();
  await expect(current).toHaveText("send-a-message.lua");
  await expect.poll(() => hash(page)).toBe("#example/send-a-message");
  await app.editor.focus();
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.insertText("print('edited')");
  await page.goBack();
  await expect(current).toHaveText("mine.lua");
  await page.goForward();
  await expect(current).toHaveText("send-a-message.lua");
  await expect(page.getByRole("region", { name: "Script", exact: true })).toContainText("print('edited')");
  await expect(page.locator(".script-row")).toHaveCount(3);
});

test("typing adds no history entries, and text typed into a chat or a docs example is restored", async ({
  app,
}) => {
  const { page } = app;
  await app.fullEditor();
  await app.tab("Docs");
  await docsPage(app, "Errors");
  const example = app.docs.locator(".lua-field textarea").first();
  await example.fill("print('kept')");
  const before = await page.evaluate(() => history.length);
  await app.editor.focus();
  await page.keyboard.press("ControlOrMeta+A");
  for (const name of ["list_templates", "send_message", "get_message", "list_contacts"]) {
    await page.keyboard.insertText(`\napp.integrations.whatsapp.${name}`);
    await expect(heading(app, name)).toBeVisible();
  }
  await expect.poll(() => hash(page)).toBe("#docs/integrations.whatsapp.list_contacts");
  expect(await page.evaluate(() => history.length)).toBe(before + 1);
  await page.goBack();
  await expect(heading(app, "Errors")).toBeVisible();
  await expect(example).toHaveValue("print('kept')");

  await app.tab("Phone");
  await app.phone.getByRole("button", { name: /^Priya/ }).click();
  const compose = app.phone.getByRole("textbox", { name: /^Write as/ });
  await compose.fill("half a message");
  await app.phone.getByRole("button", { name: "All chats" }).click();
  await expect(compose).toBeHidden();
  await page.goBack();
  await expect(compose).toHaveValue("half a message");
});

test("an address that names nothing says so and what to do", async ({ app }) => {
  const { page } = app;
  const base = page.url();
  await page.goto(`${base}#docs/erors`);
  await expect(notices(app)).toContainText("There is no docs page “erors”. Did you mean “errors”?");
  await page.goto(`${base}#example/welcom`);
  await expect(notices(app)).toContainText("Did you mean “welcome”?");
  await page.goto(`${base}#phone/123456789`);
  await expect(notices(app)).toContainText("The simulated world has no chat “123456789”.");
  await page.goto(`${base}#nonsense`);
  await expect(notices(app)).toContainText("Nothing found at “#nonsense”.");
  await expect(page.locator(".script-row")).toHaveCount(1);
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 360, height: 720 } });

  test("Back returns from a view to the one before", async ({ app }) => {
    const { page } = app;
    const views = page.getByRole("navigation", { name: "Views" });
    await app.fullEditor();
    await views.getByRole("button", { name: "Docs" }).click();
    await expect(app.docs).toBeVisible();
    await views.getByRole("button", { name: "Calls" }).click();
    await expect(app.calls).toBeVisible();
    await page.goBack();
    await expect(app.docs).toBeVisible();
    await page.goBack();
    await expect(page.getByRole("region", { name: "Script", exact: true })).toBeVisible();
  });
});
