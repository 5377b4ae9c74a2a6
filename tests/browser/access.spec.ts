import type { Page } from "@playwright/test";
import { BESIDE_EDITOR, violationsAtThisWidth, violationsInBothThemes } from "../support/accessibility";
import { AppPage, expect, test } from "../support/app-page";

test.use({ monaco: "comes" });

const RUN = `print({ deep = { table = true } })
pcall(app.integrations.whatsapp.send_message, { to = "15551234567", body = "Hello" })
error("the end")`;

/** Nothing but what scrolls by itself reaches beyond the window's right edge. */
async function fits(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
}

test.describe("no axe violation in either theme", () => {
  test.use({ reducedMotion: "reduce" });

  test("at 1440 px: each tab, the dialogs, a failed run, live", async ({ app }) => {
    const { page } = app;
    await app.fullEditor();
    await app.run(RUN);
    await app.failed("the end");
    await fits(page);
    expect(await violationsInBothThemes(page), "docs").toEqual([]);
    const rows = await app.callRows();
    await rows.click();
    expect(await violationsInBothThemes(page, BESIDE_EDITOR), "calls").toEqual([]);
    await app.addAccount({ name: "shop", token: "EAAGmT9qkZfoBOw3TestTokenOfNoOne7Qp2" });
    await app.accounts.getByRole("button", { name: "Edit shop" }).click();
    await page.getByRole("radio", { name: "Live", exact: true }).click();
    expect(await violationsInBothThemes(page, BESIDE_EDITOR), "accounts, live").toEqual([]);
    await app.menu("Settings");
    expect(await violationsInBothThemes(page, BESIDE_EDITOR), "settings").toEqual([]);
    await page.keyboard.press("Escape");
    await app.menu("Keyboard shortcuts");
    expect(await violationsInBothThemes(page, BESIDE_EDITOR), "shortcuts").toEqual([]);
    await page.keyboard.press("Escape");
    await app.run(`app.integrations.whatsapp.send_message({ to = "15551234567", body = "Hi" })`, "ask.lua");
    await expect(page.getByRole("dialog", { name: /^Send from/ })).toBeVisible();
    expect(await violationsInBothThemes(page, BESIDE_EDITOR), "permission").toEqual([]);
  });

  test("at 768 px: each tab and the drawer, nothing wider than the window", async ({ app }) => {
    const { page } = app;
    await page.setViewportSize({ width: 768, height: 1024 });
    await app.run(RUN);
    await expect(app.status).toContainText("Failed");
    for (const name of ["Lesson", "Docs", "Phone", "Calls", "Accounts"] as const) {
      await app.tab(name);
      await expect(page.getByText("Loading", { exact: false })).toHaveCount(0);
      await fits(page);
      expect(await violationsAtThisWidth(page, BESIDE_EDITOR), name).toEqual([]);
    }
    await page.getByRole("button", { name: "Scripts and examples" }).click();
    await expect(page.getByRole("button", { name: /^More for/ }).first()).toBeVisible();
    await fits(page);
    expect(await violationsAtThisWidth(page, BESIDE_EDITOR), "drawer").toEqual([]);
  });

  test("at 360 px: each view, nothing wider than the window", async ({ app }) => {
    const { page } = app;
    await page.setViewportSize({ width: 360, height: 740 });
    await app.run(RUN);
    await expect(app.status).toContainText("Failed");
    for (const view of ["Scripts", "Code", "Console", "Docs", "Phone", "Calls"]) {
      const button = page.getByRole("navigation", { name: "Views" }).getByRole("button", { name: view });
      await button.click();
      await expect(button).toHaveAttribute("aria-current", "page");
      await expect(page.getByText("Loading", { exact: false })).toHaveCount(0);
      await fits(page);
      expect(await violationsAtThisWidth(page, BESIDE_EDITOR), view).toEqual([]);
    }
    await app.menu("Show accounts");
    await fits(page);
    expect(await violationsAtThisWidth(page, BESIDE_EDITOR), "accounts").toEqual([]);
    await app.menu("Settings");
    await fits(page);
    expect(await violationsAtThisWidth(page, BESIDE_EDITOR), "settings").toEqual([]);
  });
});

test("Tab moves from the top of the page to Run, and every stop is visible", async ({ app }) => {
  const { page } = app;
  await app.fullEditor();
  await page.evaluate(() => {
    document.body.tabIndex = -1;
    document.body.focus();
  });
  const seen: string[] = [];
  for (let i = 0; i < 6 && !seen.some((name) => name === "Run"); i += 1) {
    await page.keyboard.press("Tab");
    seen.push(
      await page.evaluate(() => {
        const { activeElement } = document;
        if (!(activeElement instanceof HTMLElement) || !activeElement.checkVisibility()) return "nothing";
        return activeElement.getAttribute("aria-label") ?? activeElement.textContent;
      }),
    );
  }
  expect(seen).toEqual(["Skip to the script", "Run"]);
  await page.keyboard.press("Enter");
  await app.finished();
});

test("arrows move tabs, splitters and the mode switch; F6 cycles through the page", async ({ app }) => {
  const { page } = app;
  await app.fullEditor();
  await app.tab("Docs");
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("tab", { name: "Phone" })).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("tab", { name: "Calls" })).toBeFocused();
  await expect(app.calls).toBeVisible();
  await page.keyboard.press("Home");
  await page.keyboard.press("End");
  await expect(page.getByRole("tab", { name: "Calls" })).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("tab", { name: "Lesson" })).toBeFocused();

  const splitter = page.getByRole("separator", { name: "Resize scripts and examples" });
  await splitter.focus();
  const before = Number(await splitter.getAttribute("aria-valuenow"));
  await page.keyboard.press("ArrowRight");
  await expect.poll(async () => Number(await splitter.getAttribute("aria-valuenow"))).toBeGreaterThan(before);
  await page.keyboard.press("Home");
  await expect
    .poll(() =>
      splitter.evaluate((it) => it.getAttribute("aria-valuenow") === it.getAttribute("aria-valuemin")),
    )
    .toBe(true);

  await page.getByRole("radio", { name: "Mock" }).focus();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("radio", { name: "Live" })).toBeChecked();
  await page.keyboard.press("ArrowLeft");
  await expect(page.getByRole("radio", { name: "Mock" })).toBeChecked();

  await app.editor.focus();
  const parts: string[] = [];
  for (let i = 0; i < 5; i += 1) {
    await page.keyboard.press("F6");
    parts.push(
      await page.evaluate(
        () => document.activeElement?.closest<HTMLElement>("[data-region]")?.dataset.region ?? "none",
      ),
    );
  }
  expect(parts).toEqual([
    "Console",
    "Lesson, docs, phone, calls and accounts",
    "Toolbar",
    "Scripts and examples",
    "Script",
  ]);
});

test("at 768 px with every tab shown, the selected one is in view", async ({ app }) => {
  const { page } = app;
  await page.setViewportSize({ width: 768, height: 1024 });
  await app.addAccount({ name: "shop", token: "EAAGmT9qkZfoBOw3TestTokenOfNoOne7Qp2" });
  await app.runButton().click();
  await app.finished();
  await page.getByRole("button", { name: "Steps", exact: true }).click();
  await expect(page.getByRole("tab", { name: "Steps" })).toBeInViewport({ ratio: 1 });
  await page.keyboard.press("F1");
  await page.getByRole("combobox", { name: "Command" }).fill("show accounts");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("tab", { name: "Accounts" })).toBeInViewport({ ratio: 1 });
});

test("dialogs and menus keep the focus and return it where it was", async ({ app }) => {
  const { page } = app;
  const menu = page.getByRole("button", { name: "Menu", exact: true });
  await menu.focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Settings" });
  await expect(dialog).toBeVisible();
  const inside = () =>
    dialog.evaluate((it) => it.contains(document.activeElement) || document.activeElement === document.body);
  for (let i = 0; i < 14; i += 1) {
    await page.keyboard.press("Tab");
    expect(await inside()).toBe(true);
  }
  await page.keyboard.press("Escape");
  await expect(menu).toBeFocused();

  const more = page.getByRole("button", { name: "More for welcome.lua" });
  await more.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menuitem", { name: "Rename" })).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("menuitem", { name: "Duplicate" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(more).toBeFocused();

  await app.run(`error("here")`);
  await app.failed("here");
  await app.tab("Accounts");
  const forget = app.accounts.getByRole("button", { name: "Delete all accounts…" });
  await forget.focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await expect(forget).toBeFocused();
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

  test("a script is typed in the plain editor and runs, and a tap on the error leads to its line", async ({
    page,
  }) => {
    const app = new AppPage(page);
    await app.open();
    await page.getByRole("textbox", { name: "Lua script" }).fill('print("from a phone")\nerror("oh")');
    await app.runButton().tap();
    await expect(app.output).toContainText("from a phone");
    await app.errorBlock().getByRole("button", { name: "Go to line 2" }).tap();
    await expect(page.getByRole("textbox", { name: "Lua script" })).toBeVisible();
    await expect(page.locator(".monaco-editor")).toHaveCount(0);
  });
});

/**
 * The controls in sight that a finger would miss: less than 24 px wide or high (WCAG 2.5.8), where they take a tap. Links in
 * running text are as high as its lines.
 */
async function tooSmall(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const REACH = 11.5;
    const controls = document.querySelectorAll<HTMLElement>(
      "button, input, select, textarea, summary, [role='tab'], [role='option'], a[href]:not(p a, li a, td a)",
    );
    return Array.from(controls).flatMap((control) => {
      if (!control.checkVisibility({ visibilityProperty: true }) || control.closest(".skip-link")) return [];
      const box = control.closest("label") ?? control;
      const { left, right, top, bottom, width, height } = box.getBoundingClientRect();
      if (width >= 24 && height >= 24) return [];
      const [x, y] = [(left + right) / 2, (top + bottom) / 2];
      const hit = (dx: number, dy: number) => box.contains(document.elementFromPoint(x + dx, y + dy));
      // Neither beyond the window nor cut by what scrolls.
      const outside = left < 0 || top < 0 || right > innerWidth || bottom > innerHeight;
      if (outside || !hit(0, 0)) return [];
      const missed = [hit(-REACH, 0), hit(REACH, 0), hit(0, -REACH), hit(0, REACH)].includes(false);
      return missed ? [control.getAttribute("aria-label") ?? box.textContent ?? control.className] : [];
    });
  });
}

test.describe("by touch", () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

  test("every control is large enough to tap", async ({ page }) => {
    const app = new AppPage(page);
    await app.open();
    await app.run(RUN);
    await app.failed("the end");
    const views = page.getByRole("navigation", { name: "Views" });
    for (const view of ["Scripts", "Code", "Console", "Docs", "Phone", "Calls"]) {
      const button = views.getByRole("button", { name: view });
      await button.tap();
      await expect(button).toHaveAttribute("aria-current", "page");
      await expect(page.getByText("Loading", { exact: false })).toHaveCount(0);
      expect(await tooSmall(page), view).toEqual([]);
    }
    await app.calls.locator(".calls-row").first().tap();
    expect(await tooSmall(page), "a call").toEqual([]);
    await app.menu("Show accounts");
    await app.accounts.getByRole("button", { name: "Add account" }).tap();
    await app.accounts.getByRole("button", { name: "Save" }).scrollIntoViewIfNeeded();
    expect(await tooSmall(page), "account form").toEqual([]);
    await app.menu("Edit world");
    const world = page.getByRole("dialog", { name: "Edit world" });
    for (const tab of await world.getByRole("tab").all()) {
      await tab.tap();
      expect(await tooSmall(page), (await tab.textContent()) ?? "").toEqual([]);
    }
  });

  test("opening the palette or showing a line leaves the keyboard closed", async ({ page }) => {
    const app = new AppPage(page);
    await app.open();
    await app.menu("All commands");
    const commands = page.getByRole("listbox", { name: "Commands" }).getByRole("option");
    await expect(commands.first()).toBeVisible();
    await expect(page.getByRole("combobox", { name: "Command" })).not.toBeFocused();
    await commands.filter({ hasText: "Run script" }).tap();
    await app.finished();
    await page.getByRole("navigation", { name: "Views" }).getByRole("button", { name: "Phone" }).tap();
    await app.phone.getByRole("button", { name: /line \d/ }).tap();
    const field = page.getByRole("textbox", { name: "Lua script" });
    await expect(field).toBeFocused();
    await expect(field).toHaveAttribute("inputmode", "none");
    await field.tap();
    await expect(field).not.toHaveAttribute("inputmode", "none");
  });
});

test.describe("on a phone, pasted", () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

  test("Markdown and curly quotes are cleaned on offer in the plain editor", async ({ page }) => {
    const app = new AppPage(page);
    await app.open();
    const field = page.getByRole("textbox", { name: "Lua script" });
    await field.fill("");
    await field.evaluate((area: HTMLTextAreaElement, text) => {
      area.focus();
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", text);
      area.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
      document.execCommand("insertText", false, text);
    }, "Here is it:\n```lua\nprint(\u201chi\u201d)\n```\n");
    await page.getByRole("button", { name: "Keep only the code" }).tap();
    await expect(field).toHaveValue('print("hi")\n');
  });
});

test.describe("with reduced motion", () => {
  test.use({ reducedMotion: "reduce" });

  test("nothing on the page moves by itself, even while a script runs", async ({ app }) => {
    await app.fullEditor();
    await app.run(`print("begun") while true do end`);
    await expect(app.output).toContainText("begun");
    const moving = await app.page.evaluate(() =>
      document
        .getAnimations()
        .filter(({ playState, effect }) => {
          const { iterations = 1, duration = 0 } = effect?.getComputedTiming() ?? {};
          return (
            playState === "running" && (iterations === Number.POSITIVE_INFINITY || Number(duration) > 50)
          );
        })
        .map((animation) =>
          animation.effect instanceof KeyframeEffect ? animation.effect.target?.className : "",
        ),
    );
    expect(moving).toEqual([]);
    await app.stopButton().click();
  });
});
