import { expect, test } from "../support/app-page";

const THREE = `local whatsapp = app.integrations.whatsapp
local me = whatsapp.get_current_user()
for _, to in ipairs({ "15551234567", "", "" }) do
  pcall(whatsapp.send_message, { to = to, body = "Hi" })
end`;

test("calls are shown beside their lines, move with them, and turn grey if the text changes", async ({
  app,
  context,
}) => {
  const { page } = app;
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await app.fullEditor();
  await app.run(THREE);
  await app.finished();
  const line = (text: string) => page.locator(".view-line", { hasText: text });
  await expect(line("get_current_user")).toContainText(/200\s·\s[\d.]+\s(ms|s)/);
  await expect(line("send_message")).toContainText(/last\sfailed$/);

  // The note is no part of the line.
  await app.editor.focus();
  await page.keyboard.press("ControlOrMeta+Home");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ControlOrMeta+C");
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toBe("local me = whatsapp.get_current_user()\n");

  await page.keyboard.press("Home");
  await page.keyboard.press("Enter");
  const note = line("get_current_user").locator(".line-note");
  await expect(note).toHaveClass(/line-note-stale/);
  await page.keyboard.press("ControlOrMeta+Z");
  await expect(note).toHaveClass(/line-note-plain/);

  // A changed line has no note.
  await page.keyboard.press("Home");
  await page.keyboard.type("--");
  await expect(page.locator(".line-note")).toHaveCount(1);
  await expect(line("send_message").locator(".line-note")).toHaveClass(/line-note-stale/);
  await page.keyboard.press("ControlOrMeta+Z");
  await expect(page.locator(".line-note-stale")).toHaveCount(0);
  await expect(page.locator(".line-note")).toHaveCount(2);
  await app.write("print(1)\nprint(2)\nprint(3)\nprint(4)");
  await expect(page.locator(".line-note")).toHaveCount(0);
  await app.write(THREE);
  await expect(page.locator(".line-note")).toHaveCount(2);

  await app.script("print(1)", "other.lua");
  await expect(page.locator(".line-note")).toHaveCount(0);
  await page
    .getByRole("navigation", { name: "Scripts" })
    .getByRole("button", { name: "test.lua" })
    .first()
    .click();
  await expect(page.locator(".line-note")).toHaveCount(2);
});

test("the ends of lines belong to the steps while they are open", async ({ app }) => {
  const { page } = app;
  await app.fullEditor();
  await app.run(THREE);
  await app.finished();
  await expect(page.locator(".line-note")).toHaveCount(2);
  await app.output.getByRole("button", { name: "Steps" }).click();
  await expect(page.getByRole("slider")).toBeVisible();
  await expect(page.locator(".line-note")).toHaveCount(0);
});
