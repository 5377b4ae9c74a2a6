/** What keys and pastes do to the text, in the built page. */
import type { Page } from "@playwright/test";
import { edit, shown } from "../support/script-editor";
import { expect, test } from "../support/shared-page";

/** Pastes a text as the system's clipboard gives it. */
async function paste(page: Page, text: string): Promise<void> {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.evaluate((value) => navigator.clipboard.writeText(value), text);
  await page.keyboard.press("Control+v");
}

test("pasted code takes the indentation of its block", async ({ app, page }) => {
  await edit(app, "local function f()");
  await page.keyboard.press("Enter");
  await paste(page, "    if ready then\n      go()\n    end");
  await expect.poll(() => shown(page)).toBe("local function f()\n  if ready then\n    go()\n  end");
  await page.keyboard.type(" -- x");
  await expect.poll(() => shown(page)).toContain("  end -- x");
});

test("a whole script is pasted unchanged", async ({ app, page }) => {
  const source = 'local text = "a"\n  .. "b"\nif text then\n  print(text)\nend';
  await edit(app, "");
  await paste(page, source);
  await expect.poll(() => shown(page)).toBe(source);
});

test("Enter after a function passed as an argument opens its body", async ({ app, page }) => {
  await edit(app, "");
  await page.keyboard.type("pcall(function()");
  await page.keyboard.press("Enter");
  await page.keyboard.type("x()");
  await expect.poll(() => shown(page)).toBe("pcall(function()\n  x()\n)");
});

test("typing a closing bracket below its block reuses the one the editor inserted", async ({ app, page }) => {
  await edit(app, "");
  await page.keyboard.type("local t = {");
  await page.keyboard.press("Enter");
  await page.keyboard.type("a = f({");
  await page.keyboard.press("Enter");
  await page.keyboard.type("1,");
  await page.keyboard.press("Enter");
  await page.keyboard.type("}),");
  await page.keyboard.press("Enter");
  await page.keyboard.type("}");
  await page.keyboard.press("Enter");
  await page.keyboard.type("return t");
  await expect.poll(() => shown(page)).toBe("local t = {\n  a = f({\n    1,\n  }),\n}\nreturn t");
});

test("a syntax error says what to do, and its fix does it", async ({ app, page }) => {
  await edit(app, "local a, b = 1, 2\nif a != b then\n  print(a)\nend");
  await expect(page.locator(".squiggly-error")).toBeVisible();
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("F8");
  await expect(page.getByText(/'then' expected near '!'. Use '~=' for “not equal”/).first()).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Alt+Enter");
  const fix = page.getByText("Change to ~=").first();
  await expect(fix).toBeVisible();
  expect(await fix.evaluate((element) => element.scrollWidth <= element.clientWidth)).toBe(true);
  await page.keyboard.press("Enter");
  await expect.poll(() => shown(page)).toContain("if a ~= b then");
});

test("the lightbulb is beside the cursor's line, covers no text and opens the fixes", async ({
  app,
  page,
}) => {
  const bulb = page.locator(".quick-fix");
  // Where Monaco would put its own: over a short or an indented line beside this one.
  for (const source of [
    "t = {\n}\nif a != b then f() end",
    "if x then\n  f()\nend\nif a != b then f() end",
    "if a != b then f() end",
  ]) {
    await edit(app, source);
    const line = source.split("\n").findIndex((text) => text.includes("!="));
    await page.keyboard.press("Control+Home");
    for (let down = 0; down < line; down += 1) await page.keyboard.press("ArrowDown");
    await expect(bulb).toHaveCount(1);
    const [icon, text] = await Promise.all([bulb.boundingBox(), page.locator(".view-lines").boundingBox()]);
    expect((icon?.x ?? 0) + (icon?.width ?? 0)).toBeLessThanOrEqual(text?.x ?? 0);
    await expect(page.locator(".lightBulbWidget:visible")).toHaveCount(0);
  }
  await bulb.click({ position: { x: 6, y: 8 } });
  await page.getByText("Change to ~=").first().click();
  await expect.poll(() => shown(page)).toBe("if a ~= b then f() end");
  await expect(bulb).toHaveCount(0);
});

test("pasted Markdown and foreign characters are drawn, and cleaned on offer", async ({ app, page }) => {
  await edit(app, "");
  await paste(page, "Here’s the script:\n\n```lua\nprint(\u201chello\u201d)\u200b\n```\n");
  await expect(page.locator(".view-line .foreign-character").filter({ hasText: "U+200B" })).toBeVisible();
  await page.getByRole("button", { name: "Keep only the code" }).click();
  await expect.poll(() => shown(page)).toBe('print("hello")');
});

test("the console shows the editor's explanation below Lua's words", async ({ app, page }) => {
  await edit(app, "local n = 1\nif n != 2 then\n  print(n)\nend");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("Use '~=' for “not equal”.").first()).toBeVisible();
});

test.describe("a line of 20,000 characters", () => {
  const LENGTH = 20_000;

  for (const [how, letter] of [
    ["of ASCII", "x"],
    ["of another script", "\u65e5"],
    ["that cannot be seen", "\u00a0"],
  ] as const)
    test(`${how}, committed at once, is one edit and draws no more than can be read`, async ({
      app,
      page,
    }) => {
      await edit(app, 'print(utf8.len(""))');
      for (let back = 0; back < 3; back++) await page.keyboard.press("ArrowLeft");
      const client = await page.context().newCDPSession(page);
      await client.send("Profiler.enable");
      await client.send("Profiler.startPreciseCoverage", { callCount: true, detailed: false });
      await page.keyboard.insertText(letter.repeat(LENGTH));
      await page.keyboard.type("end");
      await page.keyboard.press("Control+Enter");
      await expect(app.output).toContainText(String(LENGTH + 3));
      const { result } = await client.send("Profiler.takePreciseCoverage");
      await client.detach();
      const edits = result
        .filter(({ url }) => url.includes("/monaco-"))
        .flatMap(({ functions }) => functions)
        .filter(({ functionName }) => functionName === "_executeEditOperation")
        .reduce((sum, { ranges }) => sum + (ranges[0]?.count ?? 0), 0);
      // The letters typed behind it, each by itself.
      expect(edits).toBeGreaterThanOrEqual(3);
      expect(edits).toBeLessThan(20);
      expect(await page.locator(".view-line .foreign-character").count()).toBeLessThanOrEqual(1_000);
    });
});

test("Run closes the list of completions, and Enter is a new line again", async ({ app, page }) => {
  await edit(app, "return ");
  await page.keyboard.type("pri");
  await expect(page.locator(".suggest-widget.visible")).toBeVisible();
  await page.keyboard.press("ControlOrMeta+Enter");
  await app.finished();
  await expect(page.locator(".suggest-widget.visible")).toHaveCount(0);
  await page.keyboard.press("Enter");
  await page.keyboard.type("--");
  await expect.poll(() => shown(page)).toBe("return pri\n--");
});

test("the list of completions closes when it could add nothing to what is typed", async ({ app, page }) => {
  const list = page.locator(".suggest-widget.visible");
  const options = list.getByRole("option");
  const type = async (start: string, rest: string) => {
    await page.keyboard.type(start);
    await expect(list).toBeVisible();
    await page.keyboard.type(rest);
  };
  await edit(app, "local total, price, price_list\nif total then\n");
  await type("tot", "al");
  await expect(list).toHaveCount(0);
  await page.keyboard.type(" = 1\n");
  await type("en", "d");
  await expect(list).toHaveCount(0);
  await page.keyboard.press("Control+Space");
  await expect(options).toHaveText(/^end/);
  await page.keyboard.press("Escape");
  await page.keyboard.type("\n");
  // A longer name, and a snippet of the same name, which adds to it.
  await type("pri", "ce");
  await expect(options.filter({ hasText: "price_list" })).toBeVisible();
  await page.keyboard.type(" = 1\n");
  await type("whil", "e");
  await expect(options.filter({ hasText: "while … do … end" })).toBeVisible();
  await page.keyboard.press("Escape");
});
