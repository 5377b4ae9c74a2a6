import { AppPage, expect, test } from "../support/app-page";

test.use({ monaco: "comes" });

test("the script is there as text before the full editor has loaded, and runs without it", async ({
  page,
}) => {
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route(/\/monaco-[^/]*\.js$/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto("");
  const editor = page.getByRole("textbox", { name: "Lua script" });
  await expect(editor).toHaveValue(/^-- An agent runs/);
  await page.getByRole("button", { name: "Run", exact: true }).click();
  await expect(page.getByRole("log", { name: "Output" })).toContainText("Sent as wamid.");
  await editor.press("ControlOrMeta+End");
  await page.keyboard.type("\n-- typed early");
  letGo();
  await expect(page.getByRole("textbox", { name: /^Lua script\. / })).toBeFocused();
  await page.keyboard.type(", and on");
  await expect(page.getByText("-- typed early, and on")).toBeVisible();
});

test.describe("with everything a browser loads", () => {
  test.use({ serviceWorkers: "allow" });

  test("a visit and a run leave the browser's console empty", async ({ page }) => {
    const logged: string[] = [];
    page.on("console", (message) => logged.push(message.text()));
    const app = new AppPage(page);
    await app.open();
    await app.fullEditor();
    await app.runButton().click();
    await app.finished();
    expect(logged).toEqual([]);
  });
});

test("Run shows what the script printed and what it returned", async ({ app }) => {
  await app.runButton().click();
  await app.finished();
  await expect(app.output).toContainText("Hello, Juniper Lane Tea");
  const returned = app.output.getByRole("region", { name: "Returned values" });
  await expect(returned).toContainText('messaging_product: "whatsapp"');
  await returned.getByRole("button", { name: /^messages/ }).click();
  await returned.getByRole("button", { name: /^1/ }).click();
  await expect(returned).toContainText(/id: "wamid\./);
});

test("Ctrl+Enter runs, from the editor and from anywhere else", async ({ app }) => {
  await app.fullEditor();
  await app.editor.focus();
  await app.page.keyboard.press("ControlOrMeta+Enter");
  await app.finished();
  await app.page.getByRole("tab", { name: "Docs" }).focus();
  await app.page.getByRole("button", { name: "Clear console" }).click();
  await expect(app.output).not.toContainText("Sent as");
  await app.page.keyboard.press("ControlOrMeta+Enter");
  await expect(app.output).toContainText("Sent as wamid.");
});

test("each call opens to its arguments, its request as curl without the token, and the response", async ({
  app,
}) => {
  await app.runButton().click();
  await app.finished();
  const rows = await app.callRows();
  await expect(rows).toHaveCount(2);
  await expect(rows.nth(0)).toContainText("get_current_user");
  await expect(rows.nth(1)).toContainText("send_message");
  await rows.nth(1).click();
  const details = app.calls.locator(".calls-details");
  const part = (title: string | RegExp) =>
    details.locator("section").filter({ has: app.page.getByRole("heading", { name: title }) });
  await expect(part("Arguments")).toContainText('body: "Hello from Lua!"');
  await expect(part("Request")).toContainText(/POST https:\/\/graph\.facebook\.com\/v26\.0\/\d+\/messages/);
  await expect(part("Request")).toContainText('-H "Authorization: Bearer $WHATSAPP_TOKEN"');
  await expect(part("Response · HTTP 200")).toContainText("messages: [{id: ");
  await details.getByRole("button", { name: /^Go to line \d+$/ }).click();
  await app.fullEditor();
  await expect(app.editor).toBeFocused();
});

test("a failed call says what went wrong, with a link into the docs", async ({ app }) => {
  await app.run(`app.integrations.whatsapp.send_template({ to = "15551234567", template_name = "nope" })`);
  await app.failed(/^test\.lua:1: WhatsApp API error \(404\)/);
  const rows = await app.callRows();
  await rows.click();
  await app.calls.getByRole("button", { name: /^Read more:/ }).click();
  await expect(app.docs).toBeVisible();
});
