import { whatsapp } from "../../src/integrations/whatsapp";
import { expect, test } from "../support/app-page";

test.beforeEach(async ({ app }) => {
  await app.tab("Docs");
});

test("the namespace page counts its functions, and each one has its page", async ({ app }) => {
  await app.docs.getByRole("link", { name: "integrations.whatsapp", exact: true }).click();
  const reads = whatsapp.functions.filter(({ kind }) => kind === "read").length;
  await expect(app.docs).toContainText(
    `${whatsapp.functions.length} functions, ${reads} read, ${whatsapp.functions.length - reads} write, bearer token`,
  );
  await app.docs.getByRole("button", { name: "Pages", exact: true }).click();
  const pages = app.docs.getByRole("navigation", { name: "Docs pages" });
  for (const { name } of whatsapp.functions) {
    await expect(pages.getByRole("button", { name, exact: true })).toBeVisible();
  }
  await pages.getByRole("button", { name: "send_template", exact: true }).click();
  const article = app.docs.getByRole("article", { name: "send_template" });
  await expect(article.getByRole("columnheader", { name: "Name" })).toBeVisible();
  await expect(article.getByRole("cell", { name: "template_name" }).first()).toBeVisible();
});

test("search finds a page by words in it", async ({ app }) => {
  await app.docs.getByRole("button", { name: "Pages", exact: true }).click();
  await app.docs.getByRole("searchbox", { name: "Search the docs" }).fill("customer service window");
  const hits = app.docs.locator(".docs-hits").getByRole("button");
  await expect(hits.filter({ hasText: /template/i }).first()).toBeVisible();
  await hits.first().click();
  await expect(app.docs.getByRole("article")).toContainText(/window/i);
  await app.docs.getByRole("button", { name: "Pages", exact: true }).click();
  await app.docs.getByRole("searchbox").fill("send_template");
  await expect(hits.first().locator("mark").first()).toHaveText("send_template");
  await app.page.keyboard.press("Enter");
  await expect(app.docs.getByRole("article", { name: "send_template" })).toBeVisible();
  await app.docs.getByRole("button", { name: "Pages", exact: true }).click();
  await app.docs.getByRole("searchbox").fill("xylophone quartet");
  await expect(app.docs.getByText(/No results for “xylophone quartet”/)).toBeVisible();
});

test("the function at the cursor is shown, unless following is off", async ({ app }) => {
  await app.fullEditor();
  await app.script("local w = app.integrations.whatsapp\nw.list_contacts()\nw.get_message()\n");
  await app.editor.focus();
  const article = (name: string) => app.docs.getByRole("article", { name });
  await app.page.keyboard.press("ControlOrMeta+Home");
  await app.page.keyboard.press("ArrowDown");
  for (let i = 0; i < 5; i += 1) await app.page.keyboard.press("ArrowRight");
  await expect(article("list_contacts")).toBeVisible();
  await app.page.getByRole("checkbox", { name: "Follow cursor" }).uncheck();
  await app.editor.focus();
  await app.page.keyboard.press("ArrowDown");
  await app.page.keyboard.press("ArrowLeft");
  await expect(article("list_contacts")).toBeVisible();
  await app.page.getByRole("checkbox", { name: "Follow cursor" }).check();
  await app.editor.focus();
  await app.page.keyboard.press("ArrowRight");
  await expect(article("get_message")).toBeVisible();
});

test("an example runs in place without changing the simulated world, and opens in the editor", async ({
  app,
}) => {
  const example = app.docs.getByRole("figure").first();
  await example.getByRole("button", { name: /^Run/ }).click();
  await expect(example).toContainText(/Finished in .* · 1 call · mock/);
  await expect(example).toContainText("Accepted as wamid.");
  await expect(app.output).toContainText("Nothing printed yet");
  await expect(app.page.getByRole("tab", { name: "Calls" })).toHaveText("Calls");
  await example.getByRole("button", { name: "Hide output" }).click();
  await expect(example).not.toContainText("Accepted as wamid.");
  await example.getByRole("button", { name: /^Open in editor/ }).click();
  await app.runButton().click();
  await app.finished();
  await expect(app.output).toContainText("Accepted as wamid.");
});

test("the page can be read as the Markdown an agent gets", async ({ app }) => {
  await app.docs.getByRole("switch", { name: "Show Markdown" }).click();
  await expect(app.docs.locator("pre")).toContainText("# Overview");
  await expect(app.docs.locator("pre")).toContainText("```lua");
  const shown = ((await app.docs.locator("pre").textContent()) ?? "").trim();
  await app.run(`print(docs.read("overview"))`);
  await app.finished();
  await expect(app.output).toContainText(shown.split("\n")[0] ?? "");
});

test("an example is edited in place: its calls and phone appear below it, and reset restores it", async ({
  app,
}) => {
  const example = app.docs.getByRole("figure").first();
  const field = example.getByRole("textbox", { name: /^Lua: / });
  const original = await field.inputValue();
  await field.fill(
    `app.integrations.whatsapp.send_message{ to = "15551234567", body = "*Edited* in place" }\nreturn 7`,
  );
  await field.press("ControlOrMeta+Enter");
  await expect(example).toContainText(/Finished in .* · 1 call · mock/);
  await expect(example).toContainText("Returned (JSON) 7");
  await expect(example.getByRole("region", { name: "Calls" })).toContainText("send_message");
  await expect(example.getByRole("region", { name: "Phone" })).toContainText("Edited in place");
  // The page's own run, world and calls know nothing of it.
  await expect(app.output).toContainText("Nothing printed yet");
  await expect(app.page.getByRole("tab", { name: "Calls" })).toHaveText("Calls");
  await example.getByRole("button", { name: /^Reset/ }).click();
  await expect(field).toHaveValue(original);
});
