import { expect, test } from "../support/app-page";

const TOKEN = "EAAGmT9qkZfoBOw3TestTokenOfNoOne7Qp2";
const MIDDLE = TOKEN.slice(6, 22);

test("an account's name is checked as it is typed, its other fields on saving", async ({ app }) => {
  const panel = await app.tab("Accounts");
  await panel.getByRole("button", { name: "Add account" }).click();
  const form = panel.getByRole("form", { name: "New account" });
  const name = form.getByRole("textbox", { name: "Name" });
  await expect(name).toBeFocused();
  for (const [typed, wrong] of [
    ["2nd", "not a digit"],
    ["my shop", "not a space"],
    ["end", "reserved word in Lua"],
    ["send_message", "function's name"],
    ["default", "always means the default account"],
  ] as const) {
    await name.fill(typed);
    await expect(form.getByText(wrong)).toBeVisible();
    await expect(name).toHaveAttribute("aria-invalid", "true");
  }
  await name.fill("shop");
  await expect(name).toHaveAttribute("aria-invalid", "false");
  await expect(form.getByText("app.integrations.whatsapp.shop")).toBeVisible();
  await form.getByLabel("Access token").fill(TOKEN);
  await form.getByLabel("Phone number ID").fill("+1 555 123 4567");
  await form.getByLabel(/Base URL/).fill("http://example.com/v26.0");
  await form.getByRole("button", { name: "Save" }).click();
  await expect(form.getByText("This looks like a phone number")).toBeVisible();
  await expect(form.getByText("Use https, which encrypts the token")).toBeVisible();
  await expect(form.getByLabel("Phone number ID")).toBeFocused();
});

test("saving an empty account marks all that it lacks, and no button that deletes comes near Save", async ({
  app,
}) => {
  const panel = await app.tab("Accounts");
  await panel.getByRole("button", { name: "Add account" }).click();
  const form = panel.getByRole("form", { name: "New account" });
  const save = form.getByRole("button", { name: "Save" });
  await save.click();
  for (const [name, wrong] of [
    ["Name", "An account needs a name"],
    ["Access token", "Enter the access token."],
    ["Phone number ID", "Enter the phone number ID."],
  ] as const) {
    const field = form.getByLabel(name, { exact: true });
    await expect(field).toHaveAttribute("aria-invalid", "true");
    await expect(field).toHaveAccessibleDescription(new RegExp(wrong));
  }
  await expect(form.getByRole("textbox", { name: "Name" })).toBeFocused();
  // Wherever the form's height moves it, it stays on its side.
  for (const width of [1440, 360]) {
    await app.page.setViewportSize({ width, height: 800 });
    const cancel = await form.getByRole("button", { name: "Cancel" }).boundingBox();
    const forget = await panel.getByRole("button", { name: "Delete all accounts…" }).boundingBox();
    expect((cancel?.x ?? 0) + (cancel?.width ?? 0)).toBeLessThan(forget?.x ?? 0);
  }
});

test("what the page says about built-in accounts is true in the current mode", async ({ app }) => {
  const panel = await app.tab("Accounts");
  await expect(panel.getByText("These need no token because the simulator responds.")).toBeVisible();
  await app.page.getByRole("radio", { name: "Live", exact: true }).click();
  await expect(panel.getByText("These exist only in mock mode.")).toBeVisible();
  await expect(panel.getByText("the simulator responds")).toHaveCount(0);
});

test("on a phone, a saved account is shown below its heading", async ({ app }) => {
  const { page } = app;
  await page.setViewportSize({ width: 360, height: 740 });
  await app.addAccount({ name: "shop", token: "EAAGmT9qkZfoBOw3TestTokenOfNoOne7Qp2" });
  await expect(app.accounts.getByRole("heading", { name: "WhatsApp Business" })).toBeInViewport({ ratio: 1 });
});

test("a saved token is shown as its last four characters and is nowhere in plain text", async ({ app }) => {
  await app.addAccount({ name: "shop", token: TOKEN });
  await expect(app.accounts.getByText(`••••${TOKEN.slice(-4)}`)).toBeVisible();
  await app.accounts.getByRole("button", { name: "Edit shop" }).click();
  const form = app.accounts.getByRole("form", { name: "Account shop" });
  await expect(form.getByLabel("Access token")).toHaveValue("");
  const all = await app.everything();
  expect(all).toContain(`saved, ends in ${TOKEN.slice(-4)}`);
  expect(all).not.toContain(MIDDLE);
  await app.page.reload();
  await app.tab("Accounts");
  await expect(app.accounts.getByText(`••••${TOKEN.slice(-4)}`)).toBeVisible();
  expect(await app.everything()).not.toContain(MIDDLE);
});

test("a new account can be called in the next run, and completion knows it", async ({ app }) => {
  await app.fullEditor();
  await app.run(`print(pcall(app.integrations.whatsapp.shop.get_current_user))`);
  await expect(app.output).toContainText("Unknown function: app.integrations.whatsapp.shop.get_current_user");
  await app.addAccount({ name: "shop", token: TOKEN });
  await app.run(`print("number", app.integrations.whatsapp.shop.get_current_user().id)`, "shop.lua");
  await app.finished();
  await expect(app.output).toContainText(/number\s*\d+/);
  const rows = await app.callRows();
  await expect(rows).toContainText("shop");
  await app.script("", "empty.lua");
  await app.editor.focus();
  await app.page.keyboard.type("app.integrations.whatsapp.");
  const offered = app.page.locator(".suggest-widget");
  await expect(offered.getByRole("option", { name: /^shop\b/ })).toBeVisible();
  await expect(offered.getByRole("option", { name: /^send_message\b/ })).toBeVisible();
});

test("an account is renamed with its token kept, and deleted only after asking", async ({ app }) => {
  await app.addAccount({ name: "shop", token: TOKEN });
  await app.addAccount({ name: "desk", token: `${TOKEN}desk` });
  const panel = app.accounts;
  await panel.getByRole("button", { name: "Edit desk" }).click();
  const form = panel.getByRole("form", { name: "Account desk" });
  await form.getByRole("textbox", { name: "Name" }).fill("shop");
  await expect(form.getByText("There is already an account named “shop”.")).toBeVisible();
  await form.getByRole("textbox", { name: "Name" }).fill("counter");
  await expect(form.getByText("app.integrations.whatsapp.counter")).toBeVisible();
  await form.getByRole("button", { name: "Save" }).click();
  await expect(panel.getByRole("heading", { name: "counter" })).toBeVisible();
  await expect(panel.getByText("••••desk")).toBeVisible();
  await panel.getByRole("button", { name: /^Make default.*counter/ }).click();
  await expect(panel.getByRole("button", { name: /^Make default.*shop/ })).toBeVisible();

  await panel.getByRole("button", { name: "Delete counter" }).click();
  const question = app.page.getByRole("dialog", { name: "Delete the account “counter”?" });
  await expect(question.getByRole("button", { name: "Cancel" })).toBeFocused();
  await app.page.keyboard.press("Escape");
  await expect(question).toBeHidden();
  await expect(panel.getByRole("heading", { name: "counter" })).toBeVisible();
  await panel.getByRole("button", { name: "Delete counter" }).click();
  await question.getByRole("button", { name: "Delete" }).click();
  await expect(panel.getByRole("heading", { name: "counter" })).toHaveCount(0);
  await app.page.reload();
  await app.tab("Accounts");
  await expect(panel.getByRole("heading", { name: "shop" })).toBeVisible();
  await expect(panel.getByRole("heading", { name: "counter" })).toHaveCount(0);
});

test("with a passphrase, accounts are locked until it is entered, even after a reload", async ({ app }) => {
  const passphrase = "correct horse battery";
  await app.addAccount({ name: "shop", token: TOKEN });
  const panel = app.accounts;
  await panel.getByRole("button", { name: "Set passphrase" }).click();
  const form = panel.getByRole("form", { name: "Passphrase" });
  await form.getByLabel("New passphrase").fill("short");
  await form.getByRole("button", { name: "Set passphrase" }).click();
  await expect(form.getByText("Use at least 8 characters.")).toBeVisible();
  await form.getByLabel("New passphrase").fill(passphrase);
  await form.getByLabel("Repeat passphrase").fill(passphrase);
  await form.getByRole("button", { name: "Set passphrase" }).click();
  await panel.getByRole("button", { name: "Lock now" }).click();
  await expect(panel.getByText("The accounts are locked")).toBeVisible();
  await expect(panel.getByRole("button", { name: "Edit shop" })).toBeDisabled();

  await app.page.reload();
  await app.tab("Accounts");
  await expect(panel.getByText("The accounts are locked")).toBeVisible();
  const all = await app.everything();
  expect(all).not.toContain(MIDDLE);
  expect(all).not.toContain(passphrase);

  await panel.getByLabel("Passphrase").fill("wrong passphrase");
  await panel.getByRole("button", { name: "Unlock" }).click();
  await expect(panel.locator("[aria-invalid=true]")).toBeFocused();
  await panel.getByLabel("Passphrase").fill(passphrase);
  await panel.getByRole("button", { name: "Unlock" }).click();
  await expect(panel.getByRole("button", { name: "Edit shop" })).toBeEnabled();
});

test("after a forgotten passphrase, typing a word deletes all accounts", async ({ app }) => {
  await app.addAccount({ name: "quillfeather", token: TOKEN });
  const panel = app.accounts;
  await panel.getByRole("button", { name: "Set passphrase" }).click();
  const form = panel.getByRole("form", { name: "Passphrase" });
  await form.getByLabel("New passphrase").fill("correct horse battery");
  await form.getByLabel("Repeat passphrase").fill("correct horse battery");
  await form.getByRole("button", { name: "Set passphrase" }).click();
  await panel.getByRole("button", { name: "Lock now" }).click();
  await panel.getByRole("button", { name: "Forgot the passphrase?" }).click();
  const question = app.page.getByRole("dialog", { name: "Delete all accounts?" });
  const forget = question.getByRole("button", { name: "Delete all accounts" });
  await expect(forget).toBeDisabled();
  await question.getByLabel(/Type delete/).fill("delete");
  await forget.click();
  await expect(panel.getByText("No account saved.")).toBeVisible();
  await expect(panel.getByRole("button", { name: "Set passphrase" })).toBeVisible();
  await app.page.reload();
  await app.tab("Accounts");
  await expect(panel.getByText("No account saved.")).toBeVisible();
  expect(await app.everything()).not.toContain("quillfeather");
});
