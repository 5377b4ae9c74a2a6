import { appendFile, cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import { linkFragment } from "../../src/share/link";
import { AppPage, test as base, expect } from "../support/app-page";
import { type RunningServer, serveDist } from "../support/static-server";

/** A copy of the built folder on a host that sends no headers, below a sub-path. */
const test = base.extend<{ folder: string; host: RunningServer }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of needed fixtures here
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), "playground-"));
    await cp(fileURLToPath(new URL("../../dist", import.meta.url)), folder, { recursive: true });
    await use(folder);
    await rm(folder, { recursive: true });
  },
  host: async ({ folder }, use) => {
    const host = await serveDist({ headers: "plain", base: "/teams/play/", folder });
    await use(host);
    await host.close();
  },
});
test.use({ serviceWorkers: "allow" });

/** Waits until every file is kept and the page's requests are answered from there. */
async function kept(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (navigator.serviceWorker.controller === null) {
      await new Promise((done) => navigator.serviceWorker.addEventListener("controllerchange", done));
    }
  });
}

const notices = (page: Page) => page.getByRole("region", { name: "Notices" });

test("after one visit, the page, its editor, docs, lessons, runs and embed work offline", async ({
  page,
  context,
  host,
}) => {
  const app = new AppPage(page);
  await app.open(host.url);
  await kept(page);
  await context.setOffline(true);
  await page.reload();
  await app.fullEditor();
  await app.script("if   true then\nprint( 1 )\nend", "untidy.lua");
  await page.keyboard.press("Shift+Alt+F");
  await expect(page.getByRole("region", { name: "Script", exact: true })).toContainText("if true then");
  await app.run("print('no network: ' .. #app.integrations.whatsapp.list_contacts().data)");
  await app.finished();
  await expect(app.output).toContainText(/no network: \d+/);
  await app.tab("Docs");
  const example = app.docs.getByRole("article");
  await example
    .getByRole("button", { name: /^Run: / })
    .first()
    .click();
  await expect(example.getByText(/Finished in .* · mock/).first()).toBeVisible();
  await app.tab("Phone");
  await page.getByRole("tab", { name: "Lesson" }).click();
  const lesson = page.getByRole("tabpanel", { name: "Lesson" });
  await lesson.getByRole("button", { name: "Start" }).click();
  await lesson.getByRole("button", { name: "Check" }).click();
  await expect(lesson.getByRole("status", { name: "Check" })).toContainText("Not right yet");
  // A link to a lesson, too.
  await page.goto(`${host.url}?lesson=pages`);
  await expect(lesson.getByRole("heading", { name: "Pages and cursors" })).toBeVisible();
  await page.goto(
    `${host.url}embed.html?theme=dark${await linkFragment({ name: "a.lua", source: "print(6 * 7)", world: null })}`,
  );
  await page.getByRole("button", { name: "Run" }).click();
  await expect(page.getByText("42", { exact: true })).toBeVisible();
});

test("on a host without headers, one announced reload enables live mode, and there is no second", async ({
  page,
  host,
}) => {
  const app = new AppPage(page);
  await app.open(host.url);
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(false);
  await notices(page).getByRole("button", { name: "Reload" }).click();
  await page.waitForFunction(() => crossOriginIsolated);
  await app.fullEditor();
  await app.runButton().click();
  await app.finished();
  await page.getByRole("radio", { name: "Live", exact: true }).check({ force: true });
  await expect(page.getByRole("radio", { name: "Live", exact: true })).toBeChecked();
  await expect(notices(page).getByRole("button", { name: "Reload" })).toHaveCount(0);
});

test("a new version is announced, and installed on request", async ({ page, folder, host }) => {
  const app = new AppPage(page);
  await app.open(host.url);
  await kept(page);
  await page.reload();
  await app.script("print('mine')", "mine.lua");
  await appendFile(join(folder, "service-worker.js"), "\n// a newer version\n");
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
  await expect(notices(page)).toContainText("A new version is ready");
  await expect(app.editor.first()).toBeAttached();
  const reloaded = page.waitForEvent("load");
  await notices(page).getByRole("button", { name: "Update" }).click();
  await reloaded;
  await expect(page.locator(".script-row.is-current .row-main")).toHaveText("mine.lua");
  await expect(notices(page).getByRole("button", { name: "Update" })).toHaveCount(0);
});

test("without offline use, a page whose host has been updated says why a part can't be loaded", async ({
  browser,
  folder,
  host,
}) => {
  const context = await browser.newContext({ serviceWorkers: "block" });
  const page = await context.newPage();
  const app = new AppPage(page);
  await app.open(host.url);
  await expect.poll(() => host.requests.some((path) => path.includes("/register-"))).toBe(true);
  const assets = join(folder, "assets");
  const replaced = (await readdir(assets)).filter((name) => name.startsWith("docs-pane"));
  await Promise.all(replaced.map((name) => rm(join(assets, name))));
  await page.getByRole("tab", { name: "Docs" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Check your connection" })).toBeVisible();
  await expect(notices(page)).not.toContainText("was updated");

  const index = join(folder, "index.html");
  await writeFile(index, (await readFile(index, "utf8")).replaceAll(/index-[\w-]+\.js/g, "index-newer.js"));
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(notices(page)).toContainText("The playground was updated");
  await context.close();
});
