/** Lists of more than a hundred rows: their code loads when the first of them is shown. */
import type { Locator, Page } from "@playwright/test";
import { deferred } from "../../src/shared/deferred";
import { type AppPage, expect, test } from "../support/app-page";

const CODE = /\/assets\/virtual-rows-[^/]*\.js$/;
/** Most rows in the document, of however many. */
const MOST = 100;

const print = (lines: number) => `for i = 1, ${lines} do print("line " .. i) end`;
/** Printed before the page follows a run's end, so the first ones stay in view. */
const SOON = 1_000;

const line = (app: AppPage, n: number) => app.output.getByText(`line ${n}`, { exact: true });
const rows = (app: AppPage) => app.output.locator(".console-row");

/** Holds the code for long lists back until the function that this returns is called. */
async function heldBack(page: Page): Promise<() => void> {
  const held = deferred<void>();
  await page.route(CODE, async (route) => {
    await held.promise;
    await route.continue();
  });
  return () => held.resolve();
}

/** Waits until a list is as tall as all its rows. */
async function whole(list: Locator, pixels: number): Promise<void> {
  await expect.poll(() => list.evaluate((it) => it.scrollHeight)).toBeGreaterThan(pixels);
}

/** Expects a row that is in view to stay where it is in its list. */
async function staysInPlace(list: Locator, row: Locator, during: () => Promise<void>): Promise<void> {
  const place = async () => {
    await expect(row).toBeInViewport();
    const [inner, outer] = await Promise.all([row.boundingBox(), list.boundingBox()]);
    return (inner?.y ?? 0) - (outer?.y ?? 0);
  };
  const before = await place();
  await during();
  expect(await place()).toBe(before);
}

test("a hundred lines need no code for long lists, and all can be read", async ({ app }) => {
  const asked: string[] = [];
  await app.page.route(CODE, async (route) => {
    asked.push(route.request().url());
    await route.abort();
  });
  await app.run(print(MOST));
  await app.finished();
  await app.output.press("End");
  await expect(line(app, MOST)).toBeInViewport();
  await app.output.press("Home");
  await expect(line(app, 1)).toBeInViewport();
  await expect(rows(app)).toHaveCount(MOST);
  expect(asked).toEqual([]);
});

test("while the code for long lists is on its way, long output begins with its first lines; then all of it is there, and nothing has moved", async ({
  app,
}) => {
  const load = await heldBack(app.page);
  await app.fullEditor();
  await app.run(print(SOON));
  await app.finished();
  await expect(line(app, 1)).toBeInViewport();
  await expect(rows(app)).toHaveCount(MOST);
  await line(app, 60).scrollIntoViewIfNeeded();
  await staysInPlace(app.output, line(app, 60), async () => {
    load();
    await whole(app.output, 20_000);
  });
  expect(await rows(app).count()).toBeLessThan(MOST);
  await app.output.press("End");
  await expect(line(app, SOON)).toBeInViewport();
  await app.output.press("Home");
  await expect(line(app, 1)).toBeInViewport();
});

test("while the code for long lists is on its way, a run in progress is followed; lines that are looked at stay in place", async ({
  app,
}) => {
  const load = await heldBack(app.page);
  await app.run(`${print(20_000)} while true do end`);
  await expect(line(app, 20_000)).toBeInViewport();
  await expect(rows(app)).toHaveCount(MOST);
  await app.output.hover();
  await app.page.mouse.wheel(0, -100);
  await expect(line(app, 20_000)).not.toBeInViewport();
  await line(app, 19_980).scrollIntoViewIfNeeded();
  await staysInPlace(app.output, line(app, 19_980), async () => {
    load();
    await whole(app.output, 400_000);
  });
  await app.output.press("Home");
  await expect(line(app, 1)).toBeInViewport();
  await app.page.getByRole("button", { name: "Jump to latest" }).click();
  await expect(line(app, 20_000)).toBeInViewport();
  await app.stopButton().click();
});

test("the end of a run in progress stays in view when the code for long lists arrives", async ({ app }) => {
  const load = await heldBack(app.page);
  await app.run(`${print(20_000)} while true do end`);
  await expect(line(app, 20_000)).toBeInViewport();
  load();
  await whole(app.output, 400_000);
  await expect(line(app, 20_000)).toBeInViewport();
  await app.stopButton().click();
});

test("if the code for long lists can't be loaded, the page says so and shows a hundred rows; trying again brings the rest", async ({
  app,
}) => {
  const { page } = app;
  await page.route(CODE, (route) => route.abort());
  await app.fullEditor();
  await app.run(print(SOON));
  await app.finished();
  const notice = page.getByRole("alert").filter({ hasText: "Couldn't show the rest of the list" });
  await expect(notice).toBeVisible();
  await expect(line(app, 1)).toBeInViewport();
  await expect(rows(app)).toHaveCount(MOST);
  await page.unroute(CODE);
  await notice.getByRole("button", { name: "Try again" }).click();
  await whole(app.output, 20_000);
  await expect(notice).toBeHidden();
  await expect(line(app, 1)).toBeInViewport();
  await app.output.press("End");
  await expect(line(app, SOON)).toBeInViewport();
});

test("when the console drops its oldest entries, the ones that are read stay in place", async ({ app }) => {
  const { page, phone } = app;
  // It keeps 64 MB.
  await app.run(`local wa = app.integrations.whatsapp
local function long(from, to)
  for n = from, to do print("entry " .. n .. ": " .. string.rep("x", 4 * 1024 * 1024 - 100)) end
end
long(1, 15)
repeat
  local sent, answer = pcall(wa.send_message, { to = "33639980123", body = "Go on?" })
  local status = sent and "accepted" or "failed"
  while status == "accepted" do
    status = wa.get_message({ message_id = answer.messages[1].id }).messages[1].message_status
  end
until status ~= "failed"
long(16, 20)`);
  const entry = (n: number) => rows(app).filter({ hasText: `entry ${n}:` });
  await expect(entry(15)).toBeInViewport();
  await app.output.hover();
  await page.mouse.wheel(0, -100);
  await entry(9).scrollIntoViewIfNeeded();
  await staysInPlace(app.output, entry(9), async () => {
    await phone.getByRole("textbox", { name: "Write as Camille Durand" }).fill("Yes");
    await phone.getByRole("button", { name: "Send as Camille Durand" }).click();
    await app.finished();
    await expect(page.getByText("older entries dropped")).toBeVisible();
    await expect(entry(1)).toHaveCount(0);
  });
});

test("while the code for long lists is on its way, a message leads to its call, behind hundreds of others", async ({
  app,
}) => {
  const load = await heldBack(app.page);
  await app.run(`local wa = app.integrations.whatsapp
for n = 1, 250 do wa.get_current_user() end
wa.send_message({ to = "15551234567", body = "Find me" })
for n = 1, 250 do wa.get_current_user() end`);
  await app.finished();
  await app.tab("Phone");
  await app.phone.getByRole("button", { name: "Call 251" }).click();
  const calls = app.calls.locator(".calls-item");
  const call = app.calls.getByRole("button", { name: /send_message/ });
  await expect(call).toHaveAttribute("aria-expanded", "true");
  await expect(call).toBeFocused();
  await expect(calls).toHaveCount(MOST);
  const list = app.calls.getByRole("region", { name: "Calls of the last run" });
  await staysInPlace(list, call, async () => {
    load();
    await whole(list, 10_000);
  });
  await expect(call).toBeFocused();
  await list.press("End");
  await expect(calls.last()).toHaveAttribute("aria-posinset", "501");
});
