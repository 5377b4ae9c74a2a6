import { readFile } from "node:fs/promises";
import { expect, test } from "../support/app-page";

test("typing survives an immediate reload", async ({ app }) => {
  await app.fullEditor();
  await app.editor.focus();
  await app.page.keyboard.press("ControlOrMeta+Home");
  await app.page.keyboard.type("-- kept ");
  await app.page.reload();
  await app.fullEditor();
  await expect(app.page.getByRole("region", { name: "Script", exact: true })).toContainText(
    "-- kept -- An agent runs",
  );
});

test("scripts are created, renamed, duplicated, deleted and restored by undo", async ({ app }) => {
  const { page } = app;
  const list = page.getByRole("region", { name: "Scripts", exact: true }).getByRole("list");
  const row = (name: string) => list.getByRole("button", { name, exact: true });
  const menu = async (name: string, item: string) => {
    await list.getByRole("button", { name: `More for ${name}` }).click();
    await page.getByRole("menuitem", { name: item }).click();
  };
  await app.fullEditor();
  await page.getByRole("button", { name: "New script" }).click();
  await expect(row("untitled.lua")).toHaveAttribute("aria-current", "true");
  await page.keyboard.type("print('mine')");
  await menu("untitled.lua", "Rename");
  const field = list.getByRole("textbox", { name: "New name for untitled.lua" });
  await field.fill("welcome");
  await field.press("Enter");
  await expect(list.getByRole("alert")).toContainText(/\S/);
  await field.fill("mine.lua");
  await field.press("Enter");
  await expect(row("mine.lua")).toBeFocused();
  await menu("mine.lua", "Duplicate");
  await expect(list.getByRole("listitem")).toHaveCount(3);
  await menu("mine.lua", "Delete");
  await expect(row("mine.lua")).toHaveCount(0);
  await page.getByRole("region", { name: "Notices" }).getByRole("button", { name: "Undo" }).click();
  await row("mine.lua").click();
  await page.reload();
  await expect(list.getByRole("listitem")).toHaveCount(3);
  await row("mine.lua").click();
  await app.runButton().click();
  await expect(app.output).toContainText("mine");
});

test("what is typed the moment another script is opened goes into that one", async ({ app }) => {
  const { page } = app;
  await app.fullEditor();
  await app.script("print('first')\n", "first.lua");
  await app.script("print('second')\n", "second.lua");
  const first = page.getByRole("button", { name: "first.lua", exact: true });
  await expect(app.editor).toBeAttached();
  // In one task: before the browser could paint the other script.
  await first.evaluate(
    (row, field) => {
      row.dispatchEvent(new MouseEvent("click", { bubbles: true }));
      field?.focus();
    },
    await app.editor.elementHandle(),
  );
  await page.keyboard.insertText("-- mine ");
  const script = page.getByRole("region", { name: "Script", exact: true });
  await expect(script).toContainText("-- mine print('first')");
  await page.getByRole("button", { name: "second.lua", exact: true }).click();
  await expect(script).toContainText("print('second')");
  await expect(script).not.toContainText("mine");
});

test("scripts are exported as .lua files and imported by choosing or dropping them", async ({ app }) => {
  const { page } = app;
  await app.script(`print("größer")`, "out.lua");
  await page.getByRole("button", { name: "More for out.lua" }).click();
  const download = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: "Export .lua" }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe("out.lua");
  expect(await readFile(await file.path(), "utf8")).toBe(`print("größer")`);

  const dropped = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([`print("dropped in")`], "dropped.lua"));
    transfer.items.add(new File(["%PDF"], "paper.pdf"));
    return transfer;
  });
  await page.dispatchEvent("main", "dragover", { dataTransfer: dropped });
  await expect(page.getByText("Drop .lua files to open them")).toBeVisible();
  await page.dispatchEvent("main", "drop", { dataTransfer: dropped });
  await expect(page.getByText("Drop .lua files to open them")).toBeHidden();
  await expect(page.getByText(/^Couldn't open paper\.pdf/)).toBeVisible();
  await expect(page.locator(".script-row.is-current .row-main")).toHaveText("dropped.lua");
  await app.runButton().click();
  await expect(app.output).toContainText("dropped in");
});

test("the simulated world survives a reload, and a reset can be undone", async ({ app }) => {
  const { page } = app;
  const find = `local id = "ID"
print(pcall(app.integrations.whatsapp.get_message, { message_id = id }))`;
  await app.run(
    `print(app.integrations.whatsapp.send_message({ to = "15551234567", body = "keep" }).messages[1].id)`,
  );
  await app.finished();
  const id =
    /wamid\.[\w=+/-]+/.exec((await app.output.locator(".console-text").textContent()) ?? "")?.[0] ?? "";
  expect(id).not.toBe("");
  await page.reload();
  await app.run(find.replace("ID", id), "find.lua");
  await expect(app.output).toContainText("true");
  await app.menu("Reset world");
  await app.runButton().click();
  await expect(app.output).toContainText("false");
  await app.menu("Reset world");
  await page.getByRole("region", { name: "Notices" }).getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("World reset.")).toBeHidden();
});

test("split sizes and the theme are remembered", async ({ app }) => {
  const { page } = app;
  const splitter = page.getByRole("separator", { name: "Resize script and console" });
  const console = page.getByRole("separator", { name: "Resize script", exact: true });
  const before = await splitter.getAttribute("aria-valuenow");
  await splitter.focus();
  await page.keyboard.press("Shift+ArrowLeft");
  await expect(splitter).not.toHaveAttribute("aria-valuenow", before ?? "");
  const columns = await splitter.getAttribute("aria-valuenow");
  const box = await console.boundingBox();
  if (box === null) throw new Error("The splitter has no place.");
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2, box.y - 120, { steps: 4 });
  await page.mouse.up();
  await expect.poll(async () => (await console.boundingBox())?.y ?? 0).toBeLessThan(box.y - 80);
  const rows = await console.getAttribute("aria-valuenow");

  await app.menu("Toggle light and dark");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect(splitter).toHaveAttribute("aria-valuenow", columns ?? "");
  await expect(console).toHaveAttribute("aria-valuenow", rows ?? "");
});

test("a second tab shows what the first one types", async ({ app, context }) => {
  await app.fullEditor();
  const other = await context.newPage();
  await other.goto(app.page.url());
  await expect(other.getByRole("textbox", { name: /^Lua script\. / })).toBeAttached();
  await app.editor.focus();
  await app.page.keyboard.press("ControlOrMeta+Home");
  await app.page.keyboard.type("-- from the first tab ");
  await expect(other.getByRole("region", { name: "Script", exact: true })).toContainText(
    "-- from the first tab -- An agent runs",
  );
});
