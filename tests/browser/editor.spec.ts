/** The editor's help, by keyboard, in the built page. */

import { edit, shown } from "../support/script-editor";
import { expect, test } from "../support/shared-page";

test("shows whose number it is, and the docs follow the cursor", async ({ app, page }) => {
  await app.tab("Docs");
  await edit(app, 'app.integrations.whatsapp.send_message({ to = "15551234567');
  await page.keyboard.press("ArrowLeft");
  await expect(app.docs.getByRole("heading", { name: "send_message", exact: true })).toBeVisible();
  await page.keyboard.press("End");
  await page.keyboard.type('"');
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Control+k");
  await page.keyboard.press("Control+i");
  await expect(page.getByRole("tooltip").first()).toContainText("Maya Torres");
});

test("completes a half-written call with values of the simulated world", async ({ app, page }) => {
  await edit(app, "local wa = app.integrations.whatsapp\n");
  await page.keyboard.type("wa.send_template({ to = ");
  await page.keyboard.press("Control+Space");
  const list = page.getByRole("listbox", { name: "Suggest" });
  await expect(list.getByRole("option", { name: /"15551234567".*Maya Torres/ })).toBeVisible();
  await page.keyboard.type('"1555123');
  await expect(list.getByRole("option", { name: /Maya Torres/ })).toBeVisible();
  await page.keyboard.press("Enter");
  await page.keyboard.type(", ");
  await expect(list.getByRole("option", { name: /template_name/ })).toBeVisible();
  await page.keyboard.type("templ");
  await page.keyboard.press("Enter");
  await expect(list.getByRole("option", { name: /"hello_world"/ })).toBeVisible();
  await page.keyboard.type('"order_u');
  await expect(list.getByRole("option", { name: /"hello_world"/ })).toBeHidden();
  await expect(list.locator(".focused")).toHaveAccessibleName(/"order_update".*approved/);
  await page.keyboard.press("Enter");
  await expect
    .poll(() => shown(page))
    .toContain('wa.send_template({ to = "15551234567", template_name = "order_update"');
});

test("Enter after a bracket starts a new line, whatever is suggested", async ({ app, page }) => {
  await edit(app, "local wa = app.integrations.whatsapp\n");
  await page.keyboard.type("wa.send_message({");
  const list = page.getByRole("listbox", { name: "Suggest" });
  await expect(list.getByRole("option", { name: /^to/ })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect.poll(() => shown(page)).toMatch(/send_message\(\{\n\s*\n\}\)$/);
});

test("Enter after a dot accepts the first suggestion, even one typed before the list appeared", async ({
  app,
  page,
}) => {
  await edit(app, "");
  const list = page.getByRole("listbox", { name: "Suggest" });
  await page.keyboard.type("app.");
  await expect(list.locator(".focused")).toHaveAccessibleName(/integrations/);
  await page.keyboard.press("Enter");
  await expect.poll(() => shown(page)).toBe("app.integrations");
  // Both in one go: the answer to the bracket is late.
  await page.keyboard.insertText(".whatsapp.send_message(");
  await page.keyboard.type("{bo");
  await expect(list.locator(".focused")).toHaveAccessibleName(/^body/);
  await page.keyboard.press("Enter");
  await expect.poll(() => shown(page)).toMatch(/send_message\(\{body = /);
});

test("goes to the next problem and fixes it", async ({ app, page }) => {
  await edit(app, 'local name = "Maya"\nprnt(name)\n');
  await expect(page.locator(".squiggly-warning")).toBeVisible();
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("F8");
  await expect(page.getByText(/prnt.? isn't defined/).first()).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Alt+Enter");
  await expect(page.getByText("Change to print")).toBeVisible();
  await page.keyboard.press("Enter");
  await expect.poll(() => shown(page)).toBe('local name = "Maya"\nprint(name)');
});

test("explains the code at the cursor", async ({ app, page }) => {
  await edit(app, 'app.integrations.whatsapp.send_message({ to = "15551234567", body = "Hi" })');
  await page.keyboard.press("Control+Home");
  for (let word = 0; word < 4; word++) await page.keyboard.press("Control+ArrowRight");
  await page.keyboard.press("Control+k");
  await page.keyboard.press("Control+i");
  const hover = page.getByRole("tooltip");
  await expect(hover.first()).toContainText(
    "send_message({ to: string, body: string, preview_url?: boolean })",
  );
  await expect(hover.first()).toContainText("Returns:");
});

test("shows the signature while a call is written", async ({ app, page }) => {
  await edit(app, "");
  await page.keyboard.type("app.integrations.whatsapp.send_message(");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+Shift+Space");
  await expect(page.locator(".parameter-hints-widget")).toContainText("body: string");
});

test("renames a variable everywhere", async ({ app, page }) => {
  await edit(app, "local total = 1\ntotal = total + 1\nprint(total)");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("F2");
  const field = page.getByRole("textbox", { name: /Rename input/ });
  await expect(field).toBeVisible();
  await field.fill("sum");
  await page.keyboard.press("Enter");
  await expect.poll(() => shown(page)).toBe("local sum = 1\nsum = sum + 1\nprint(sum)");
});

test("goes to the definition", async ({ app, page }) => {
  await edit(app, "local function greet(name)\n  print(name)\nend\n\ngreet()");
  await page.keyboard.press("Home");
  const caretRow = () =>
    page
      .locator(".script-editor .cursor")
      .first()
      .evaluate((caret) => caret.getBoundingClientRect().top);
  const below = await caretRow();
  await page.keyboard.press("F12");
  // It jumps when the definition is found.
  await expect.poll(caretRow).toBeLessThan(below);
  await page.keyboard.type("X");
  await expect.poll(() => shown(page)).toContain("local function Xgreet(name)");
});

test("formats a script and keeps the cursor in place", async ({ app, page }) => {
  await edit(app, 'if  true  then\nprint( "a" )\nend\nprint(  "here"  )');
  await page.keyboard.press("Shift+Alt+F");
  await expect.poll(() => shown(page)).toBe('if true then\n  print("a")\nend\nprint("here")');
  await page.keyboard.type("--");
  await expect.poll(() => shown(page)).toContain('print("here")--');
  await page.keyboard.press("Backspace");
  await page.keyboard.press("Backspace");
});

test("leaves a half-written script unchanged and names the line", async ({ app, page }) => {
  const source = "print(  1  )\nif true then\n  print(2)";
  await edit(app, source);
  await page.keyboard.press("Shift+Alt+F");
  await expect(page.getByText(/^Line 3 cannot be read.*Nothing was changed\.$/)).toBeVisible();
  expect(await shown(page)).toBe(source);
});

test("formats the script before it runs, if switched on", async ({ app, page }) => {
  await edit(app, 'print(  "tidy"  )');
  await app.settings(async (dialog) => {
    await dialog.getByLabel("Format on run").check();
  });
  await app.runButton().click();
  await expect(app.output).toContainText("tidy");
  await expect.poll(() => shown(page)).toBe('print("tidy")');
  await app.settings(async (dialog) => {
    await dialog.getByLabel("Format on run").uncheck();
  });
});

test("colours namespace, account and function differently", async ({ app, page }) => {
  await edit(
    app,
    'local wa = app.integrations.whatsapp\nwa.support.send_message({ to = "15551234567", body = "Hi" })',
  );
  const colour = (text: string) =>
    page
      .locator(".view-line")
      .nth(1)
      .locator("span > span", { hasText: new RegExp(`^${text}$`) })
      .first()
      .evaluate((element) => getComputedStyle(element).color);
  await expect
    .poll(
      async () => new Set([await colour("wa"), await colour("support"), await colour("send_message")]).size,
    )
    .toBe(3);
});

test("names keep their colours when the theme changes", async ({ app, page }) => {
  await app.fullEditor();
  await app.script("local wa = app.integrations.whatsapp\nlocal other = 1\nprint(wa, other)");
  const classOf = (text: string) =>
    page
      .locator(".view-line span > span", { hasText: new RegExp(`^${text}$`) })
      .first()
      .evaluate((it) => it.className);
  await expect
    .poll(async () => (await classOf("wa")) !== (await classOf("other")), "names are coloured")
    .toBe(true);
  const namesColour = await classOf("wa");
  // Counted in frames, whatever the time that they take.
  const after = await page.evaluate(async () => {
    const theme = document.documentElement;
    const changed = new Promise<void>((resolve) => {
      new MutationObserver(() => resolve()).observe(theme, { attributeFilter: ["data-theme"] });
    });
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    document.querySelector<HTMLElement>("[aria-label='Menu']")?.click();
    // The menu makes its commands as it opens.
    await frame();
    const items = Array.from(document.querySelectorAll<HTMLElement>("[role='menuitem']"));
    items.find((item) => item.textContent === "Toggle light and dark")?.click();
    await changed;
    for (let n = 0; n < 3; n += 1) await frame();
    const spans = Array.from(document.querySelectorAll(".view-line span > span"));
    return spans.filter((span) => span.textContent === "wa").map((span) => span.className);
  });
  expect(after).toEqual([namesColour, namesColour]);
});

test("folds by syntax", async ({ app, page }) => {
  await edit(app, "local function greet()\n  print(1)\n  print(2)\nend\ngreet()");
  await page.keyboard.press("Control+Home");
  await expect(page.locator(".codicon-folding-expanded").first()).toBeAttached();
  await page.keyboard.press("Control+Shift+[");
  await expect.poll(() => shown(page)).not.toContain("print(1)");
  expect(await shown(page)).toContain("end");
});

test("the editor follows the system's forced colours, on and off, at once", async ({ app, page }) => {
  await edit(app, "local x = 1");
  const monaco = page.locator(".script-editor .monaco-editor").first();
  await expect(monaco).not.toHaveClass(/hc-/);
  await page.emulateMedia({ forcedColors: "active", colorScheme: "light" });
  await expect(monaco).toHaveClass(/hc-light/);
  await page.emulateMedia({ forcedColors: "active", colorScheme: "dark" });
  await expect(monaco).toHaveClass(/hc-black/);
  await page.emulateMedia({ forcedColors: null, colorScheme: null });
  await expect(monaco).not.toHaveClass(/hc-/);
});
