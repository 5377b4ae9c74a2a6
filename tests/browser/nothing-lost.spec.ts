/** Storage that fails and pages that go at a bad moment: what is still there afterwards. `docs/storage.md` has the table. */
import type { Page } from "@playwright/test";
import { AppPage, expect } from "../support/app-page";
import { test } from "../support/live-page";

const SEND = `app.integrations.whatsapp.shop.send_message({ to = "15551234567", body = "Live hello" })`;

const notices = (page: Page) => page.getByRole("region", { name: "Notices" });
const saved = (page: Page) => page.getByText("Saved", { exact: true });

/** Another tab of the same browser. */
async function otherTab({ page }: AppPage): Promise<AppPage> {
  const tab = new AppPage(await page.context().newPage());
  await tab.open(page.url());
  return tab;
}

/** Ends a tab's process, as the system does when memory runs out. */
async function crash(page: Page): Promise<void> {
  const crashed = page.waitForEvent("crash");
  page.goto("chrome://crash").catch(() => {});
  await crashed;
}

/** Types at the beginning of the script. */
async function typeFirst(app: AppPage, text: string): Promise<void> {
  await app.fullEditor();
  await app.editor.focus();
  await app.page.keyboard.press("ControlOrMeta+Home");
  await app.page.keyboard.type(text);
}

/** Names and texts of all scripts, as the editor shows them. */
async function scripts(app: AppPage): Promise<string[]> {
  await app.fullEditor();
  const rows = app.page.locator(".script-row .row-main");
  const texts: string[] = [];
  for (const row of await rows.all()) {
    const name = (await row.textContent()) ?? "";
    await row.click();
    await expect(row).toHaveAttribute("aria-current", "true");
    const lines = app.page.locator(".script-editor .view-lines");
    await expect(lines).toHaveText(/\S/);
    texts.push(`${name}: ${(await lines.innerText()).replaceAll("\u00a0", " ")}`);
  }
  return texts;
}

test("a tab closed right after a key press keeps it", async ({ app }) => {
  await app.fullEditor();
  await app.editor.focus();
  await app.page.keyboard.press("ControlOrMeta+Home");
  const closed = app.page.waitForEvent("close");
  await app.page.keyboard.type("-- the last key");
  await app.page.close({ runBeforeUnload: true });
  await closed;
  const next = await otherTab(app);
  expect(await scripts(next)).toEqual([
    expect.stringContaining("welcome.lua: -- the last key-- An agent runs"),
  ]);
});

test("a tab that crashes keeps everything it said was saved", async ({ app }) => {
  await typeFirst(app, "-- before the crash ");
  await expect(saved(app.page)).toBeVisible();
  const next = await otherTab(app);
  await crash(app.page);
  await next.page.reload();
  expect(await scripts(next)).toEqual([expect.stringContaining("-- before the crash -- An agent runs")]);
});

test("typing is not interrupted when another tab's text arrives", async ({ app }) => {
  const other = await otherTab(app);
  await other.fullEditor();
  await other.editor.focus();
  await other.page.keyboard.press("ControlOrMeta+End");
  await typeFirst(app, "-- from one tab ");
  const shown = other.page.getByRole("region", { name: "Script", exact: true });
  await expect(shown).toContainText("-- from one tab ");
  await other.page.keyboard.type(" -- and from the other");
  await expect(shown).toContainText("-- and from the other");
  await expect(app.page.getByRole("region", { name: "Script", exact: true })).toContainText(
    "-- and from the other",
  );
});

test("two tabs that type into the same script at once lose no word", async ({ app }) => {
  const other = await otherTab(app);
  const words = (tab: string) => Array.from({ length: 12 }, (_, n) => `${tab}${n}`);
  await app.fullEditor();
  await other.fullEditor();
  for (const one of [app, other]) {
    await one.editor.focus();
    await one.page.keyboard.press("ControlOrMeta+Home");
  }
  // Each word in one piece: on a slow machine the other tab's text may come between two letters.
  for (let n = 0; n < 12; n++)
    await Promise.all([app.page.keyboard.insertText(`a${n} `), other.page.keyboard.insertText(`b${n} `)]);
  for (const one of [app, other]) await expect(saved(one.page)).toBeVisible();
  for (const one of [app, other]) {
    await one.page.reload();
    const all = (await scripts(one)).join("\n");
    for (const word of [...words("a"), ...words("b")]) expect(all).toContain(`${word} `);
  }
});

test("storage that fills up while typing: the page says so, and a reload keeps the text", async ({ app }) => {
  const { page } = app;
  await page.evaluate(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  });
  await typeFirst(app, "-- no room ");
  await expect(notices(page)).toContainText("Scripts aren't being saved (the browser's storage is full)");
  await page.reload();
  expect(await scripts(app)).toEqual([expect.stringContaining("-- no room -- An agent runs")]);
  await expect(saved(page)).toBeVisible();
});

test("storage that is cleared under an open page: all is saved again, but for tokens, and the page says so", async ({
  app,
}) => {
  const { page } = app;
  await app.addAccount({ name: "shop", token: "EAAGm0PX4ZCpsBAKZ1234" });
  await app.script("print('second')", "second.lua");
  await app.run(`app.integrations.whatsapp.send_message{ to = "15551234567", body = "Kept" }`, "send.lua");
  await app.finished();
  await app.settings(async (dialog) => {
    await dialog.getByRole("checkbox", { name: "Wrap long lines" }).check();
  });
  await expect(saved(page)).toBeVisible();
  const client = await page.context().newCDPSession(page);
  const origin = new URL(page.url()).origin;
  await client.send("Storage.clearDataForOrigin", { origin, storageTypes: "all" });
  await typeFirst(app, "-- after ");
  await expect(notices(page)).toContainText("This page's browser storage was cleared.");
  await expect(notices(page)).toContainText("Saved accounts are gone");
  await expect(saved(page)).toBeVisible();
  await page.reload();
  expect(await scripts(app)).toEqual([
    "second.lua: print('second')",
    expect.stringMatching(/^send\.lua: -- after app\.integrations/),
    expect.stringContaining("-- An agent runs"),
  ]);
  await app.tab("Phone");
  await expect(app.phone).toContainText("Kept");
  await app.settings(async (dialog) => {
    await expect(dialog.getByRole("checkbox", { name: "Wrap long lines" })).toBeChecked();
  });
});

test("a reload in the middle of a mock run keeps what it had sent", async ({ app }) => {
  const { page } = app;
  await app.run(`for n = 1, math.huge do
  app.integrations.whatsapp.send_message{ to = "15551234567", body = "Number " .. n }
  print("sent " .. n)
end`);
  await expect(app.output).toContainText("sent 3");
  await page.reload();
  await expect(app.stopButton()).toBeHidden();
  await app.tab("Phone");
  await expect(app.phone.getByRole("log")).toContainText(/Number \d+/);
  await app.run("print('runs again')", "again.lua");
  await app.finished();
});

test("a reload while a live call is asked about sends nothing", async ({ app, live }) => {
  await live.begin();
  await app.run(SEND);
  await expect(live.question()).toBeVisible();
  await app.page.reload();
  await expect(app.page.getByRole("radio", { name: "Mock", exact: true })).toBeChecked();
  await expect(live.question()).toBeHidden();
  await expect(app.page.locator(".script-row.is-current .row-main")).toHaveText("test.lua");
  expect(live.arrived("POST")).toBe(0);
});

test("a reload while a live write is under way: the next page says that its outcome is unknown", async ({
  app,
  live,
}) => {
  await live.begin("slow");
  await app.run(SEND);
  await live.question().getByRole("button", { name: "Send", exact: true }).click();
  await expect.poll(() => live.arrived("POST")).toBe(1);
  const other = await otherTab(app);
  await app.page.reload();
  const told = async () =>
    (await Promise.all([app, other].map(({ page }) => notices(page).allTextContents()))).join();
  await expect
    .poll(told)
    .toContain(
      "test.lua was running live when its page closed. Outcome unknown: whatsapp.send_message with the account “shop”.",
    );
  expect(live.arrived("POST")).toBe(1);
});

test("a tab that crashes in a live run: an open one says what was answered and what is unknown", async ({
  app,
  live,
}) => {
  await live.begin();
  await app.run(`for n = 1, 2 do
  app.integrations.whatsapp.shop.send_message({ to = "15551234567", body = "Number " .. n })
end`);
  const send = live.question().getByRole("button", { name: "Send", exact: true });
  await send.click();
  await expect(live.question()).toContainText("Number 2");
  const other = await otherTab(app);
  await other.fullEditor();
  await expect(notices(other.page)).not.toContainText("running live");
  await crash(app.page);
  await expect(notices(other.page)).toContainText(
    "test.lua was running live when its page closed. 1 write got a response. No others were pending.",
  );
});

test("leaving the page ends its run; coming back shows that, and the next run works", async ({ app }) => {
  await app.run(`print("begun") while true do end`);
  await expect(app.output).toContainText("begun");
  // Chromium keeps no page while it is driven, so the frame is told what it hears when its page is left.
  for (const frame of app.page.frames())
    await frame.evaluate(() => dispatchEvent(new PageTransitionEvent("pagehide", { persisted: true })));
  await app.failed("You left the page");
  await app.run(`print("back")`, "back.lua");
  await expect(app.output).toContainText("back");
  await app.finished();
});
