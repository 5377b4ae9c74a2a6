import { violations } from "../support/accessibility";
import { AppPage, expect, test } from "../support/app-page";

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

/** Presses Ctrl+S and gives the link that was copied. */
async function copiedLink(app: AppPage): Promise<string> {
  await app.page.keyboard.press("ControlOrMeta+s");
  await expect(app.page.getByText(/^Link copied/)).toBeVisible();
  return app.page.evaluate(() => navigator.clipboard.readText());
}

const notices = (app: AppPage) => app.page.getByRole("region", { name: "Notices" });

test("a link opens in a fresh profile: not run, in mock, beside what is there, and only once", async ({
  app,
  browser,
}) => {
  await app.script("print('shared ' .. 6 * 7)\n", "shared.lua");
  const link = await copiedLink(app);
  expect(link).toMatch(/#s=1\.[A-Za-z0-9_-]+$/);

  const fresh = await browser.newContext();
  const theirs = new AppPage(await fresh.newPage());
  await theirs.open(link);
  const scripts = theirs.page.locator(".script-row");
  await expect(scripts.locator('[aria-current="true"]')).toHaveText("shared.lua");
  await expect(scripts).toHaveCount(2);
  await expect(notices(theirs)).toContainText("shared.lua opened from a link");
  await expect(theirs.output).not.toContainText("shared");
  await expect(theirs.page.getByRole("radio", { name: "Mock", exact: true })).toBeChecked();
  expect(new URL(theirs.page.url()).hash).toBe("");
  await theirs.runButton().click();
  await expect(theirs.output).toContainText("shared 42");

  await theirs.page.goto(link);
  await expect(notices(theirs)).toContainText("You already have this script: shared.lua");
  await expect(scripts).toHaveCount(2);
  await fresh.close();
});

test("a changed world is included, and replaces the recipient's only after asking", async ({
  app,
  browser,
}) => {
  await app.run(`app.integrations.whatsapp.send_message{ to = "15551234567", body = "From the link" }`);
  await expect(app.status).toContainText(/Finished|Failed/);
  const link = await copiedLink(app);
  await expect(notices(app)).toContainText("and its world");

  const fresh = await browser.newContext();
  const theirs = new AppPage(await fresh.newPage());
  await theirs.open(link);
  const dialog = theirs.page.getByRole("dialog", { name: "This link includes a world" });
  await expect(dialog).toContainText("Juniper Lane Tea");
  expect(await violations(theirs.page, "dialog")).toEqual([]);
  await dialog.getByRole("button", { name: "Use the link's world" }).click();
  await expect(dialog).toBeHidden();
  await expect(notices(theirs).getByRole("button", { name: "Undo" })).toBeVisible();
  await theirs.tab("Phone");
  await expect(theirs.phone).toContainText("From the link");
  await fresh.close();
});

test("a damaged link and a newer one say what is wrong and do nothing else", async ({ app }) => {
  const link = await copiedLink(app);
  const address = link.slice(0, link.indexOf("#"));
  await app.page.goto(`${address}#s=1.${"A".repeat(40)}`);
  await expect(notices(app)).toContainText("incomplete or damaged");
  await app.page.goto(`${address}#s=7.AAAA`);
  await expect(notices(app)).toContainText("from a newer version of the playground (format 7");
  await expect(app.page.locator(".script-row .row-main")).toHaveCount(1);
});

test("a script too long for a link is offered as a file", async ({ app }) => {
  const lines = Array.from(
    { length: 1500 },
    (_, n) => `print(${(n * 7919) % 104729}, ${(n * 104729) % 7919})`,
  );
  await app.script(lines.join("\n"), "long.lua");
  await app.page.getByRole("button", { name: "Share", exact: true }).click();
  const dialog = app.page.getByRole("dialog", { name: "Too long for a link" });
  const download = app.page.waitForEvent("download");
  await dialog.getByRole("button", { name: "Script (.lua)" }).click();
  expect((await download).suggestedFilename()).toBe("long.lua");
});

test("a world that is too large for a link can be left out, and so can a small one", async ({ app }) => {
  const fill = (count: number) =>
    `for i = 1, ${count} do
  pcall(app.integrations.whatsapp.send_message, { to = "15551234567", body = ("%x"):rep(9):format(i * 7919, i * 104729, i * 31, i, i * 17, i * 3, i * 1301, i * 977, i * 7) })
end`;
  const clipboard = () => app.page.evaluate(() => navigator.clipboard.readText());
  const share = () => app.page.getByRole("button", { name: "Share", exact: true }).click();
  await app.run(fill(2), "fill.lua");
  await app.finished();
  await share();
  await expect(notices(app)).toContainText("and its world");
  const withWorld = await clipboard();
  await notices(app).getByRole("button", { name: "Copy without the world" }).click();
  await expect(notices(app)).toContainText("fill.lua only");
  expect((await clipboard()).length).toBeLessThan(withWorld.length);

  await app.run(fill(300), "more.lua");
  await app.finished();
  await share();
  const dialog = app.page.getByRole("dialog", { name: "Too long for a link" });
  await dialog.getByRole("button", { name: "Link without the world" }).click();
  await expect(dialog).toBeHidden();
  await expect.poll(async () => (await clipboard()).length).toBeLessThan(2_000);
});

test("a script is copied as a tool call, and its result as JSON", async ({ app }) => {
  const choose = async (name: string) => {
    await app.menu(name);
  };
  const clipboard = () => app.page.evaluate(() => navigator.clipboard.readText());
  await app.run("print('hi') app.integrations.whatsapp.get_current_user() return 42");
  await app.finished();
  await choose("Copy last call as curl");
  await expect(notices(app)).toContainText("Copied as curl");
  expect(await clipboard()).toMatch(/^curl .*\/me\?fields=id,name,email'[\s\S]*\$WHATSAPP_TOKEN/);
  await choose("Copy as execute_lua call");
  await expect(notices(app)).toContainText("Copied as an execute_lua call.");
  expect(JSON.parse(await clipboard()).arguments.code).toContain("return 42");
  await choose("Copy result as JSON");
  await expect(notices(app)).toContainText("Copied as JSON.");
  expect(JSON.parse(await clipboard())).toMatchObject({ success: true, output: "hi", result: [42] });
});
