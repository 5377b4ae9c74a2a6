import { violations } from "../support/accessibility";
import { expect, test } from "../support/app-page";

test("the palette finds commands, scripts, docs pages and lessons by a few letters, by keyboard", async ({
  app,
}) => {
  const { page } = app;
  await app.fullEditor();
  await app.script("print('found by name')", "orders.lua");
  await app.editor.focus();
  await page.keyboard.press("ControlOrMeta+Shift+p");
  const dialog = page.getByRole("dialog", { name: "All commands" });
  const input = dialog.getByRole("combobox", { name: "Command" });
  await expect(input).toBeFocused();
  expect(await violations(page, ".palette")).toEqual([]);

  await input.fill("docs send_temp");
  await expect(dialog.getByRole("option")).toHaveText(["Docs: send_template"]);
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
  await expect(app.docs.getByRole("article", { name: "send_template" })).toBeVisible();

  await page.keyboard.press("F1");
  await input.fill("run");
  await expect(dialog.getByRole("option").first()).toContainText("Run script");
  await page.keyboard.press("Enter");
  await expect(app.output).toContainText("found by name");

  await page.keyboard.press("F1");
  await input.fill("zzz");
  await expect(dialog.getByRole("status")).toContainText("No results for “zzz”");
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();

  // Before any lesson is open.
  await page.keyboard.press("F1");
  await input.fill("lesson the first call");
  await expect(dialog.getByRole("option").first()).toContainText("The first call");
  await page.keyboard.press("Enter");
  await expect(
    page.getByRole("tabpanel", { name: "Lesson" }).getByRole("heading", { name: "The first call" }),
  ).toBeVisible();
});

test("what is typed before the palette has loaded is searched for", async ({ app }) => {
  const { page } = app;
  let load = () => {};
  const held = new Promise<void>((resolve) => {
    load = resolve;
  });
  await page.route(/\/assets\/palette-[^/]*\.js$/, async (route) => {
    await held;
    await route.continue();
  });
  await page.keyboard.press("F1");
  await page.keyboard.type("settinx");
  await page.keyboard.press("Backspace");
  load();
  const input = page.getByRole("combobox", { name: "Command" });
  await expect(input).toHaveValue("settin");
  await expect(input).toBeFocused();
  await page.keyboard.type("gs");
  await expect(page.getByRole("dialog", { name: "All commands" }).getByRole("option").first()).toHaveText(
    "Settings",
  );
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog", { name: "Settings" })).toBeVisible();
});

test("what doesn't fit into the palette's list is drawn when it is scrolled, and the up arrow reaches the last entry", async ({
  app,
}) => {
  const { page } = app;
  await page.keyboard.press("F1");
  const dialog = page.getByRole("dialog", { name: "All commands" });
  const options = dialog.getByRole("option");
  const field = dialog.getByRole("combobox", { name: "Command" });
  await expect(options.first()).toBeVisible();
  const all = Number(await options.first().getAttribute("aria-setsize"));
  expect(all).toBeGreaterThan(100);
  expect(await options.count()).toBeLessThan(all);
  await options.first().hover();
  await page.mouse.wheel(0, 200);
  await expect(options).toHaveCount(all);
  // Typing begins anew.
  await field.fill("d");
  await field.fill("");
  await field.press("ArrowUp");
  await expect(options.last()).toHaveAttribute("aria-posinset", String(all));
  await expect(options.last()).toHaveAttribute("aria-selected", "true");
  await expect(options.last()).toBeInViewport();
});

test("a command with nothing to do yet is offered once it has", async ({ app }) => {
  const { page } = app;
  await app.fullEditor();
  const offered = async (typed: string) => {
    await page.keyboard.press("F1");
    const dialog = page.getByRole("dialog", { name: "All commands" });
    // Once the list is there.
    await dialog.getByRole("option").first().waitFor();
    await dialog.getByRole("combobox", { name: "Command" }).fill(typed);
    const options = await dialog.getByRole("option").allTextContents();
    await page.keyboard.press("Escape");
    return options.filter((option) => option === typed);
  };
  const inMenu = async () => {
    await page.getByRole("button", { name: "Menu", exact: true }).click();
    const items = await page.getByRole("menuitem").allTextContents();
    await page.keyboard.press("Escape");
    return items.filter((item) => item.startsWith("Copy ") || item === "Reset world");
  };
  const always = ["Copy as Markdown", "Copy as execute_lua call", "Copy as command line"];
  const later = ["Copy last call as curl", "Copy result as JSON", "Reset world"];
  expect(await inMenu()).toEqual(always);
  const all = [...later, "Undo edit", "Clear console", "Remove all breakpoints", "Step through the last run"];
  for (const title of all) expect(await offered(title), title).toEqual([]);

  await app.write('print(app.integrations.whatsapp.send_message{ to = "15551234567", body = "Hi" })');
  await app.runButton().click();
  await app.finished();
  await app.editor.press("F9");
  await expect(page.locator(".steps-point").first()).toBeAttached();
  expect(await inMenu()).toEqual([...always, ...later]);
  for (const title of all.slice(0, -1)) expect(await offered(title), title).toEqual([title]);
});

test("the palette leads to each view, which gets the focus, and on a narrow page to the scripts", async ({
  app,
}) => {
  const { page } = app;
  await app.fullEditor();
  for (const name of ["Docs", "Phone", "Calls", "Accounts"]) {
    await page.evaluate(() => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    });
    await page.keyboard.press("F1");
    await page.getByRole("combobox", { name: "Command" }).fill(`show ${name}`);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("tabpanel", { name })).toBeFocused();
  }

  const command = async (title: string) => {
    await page.keyboard.press("F1");
    await page.getByRole("combobox", { name: "Command" }).fill(title);
    await page.keyboard.press("Enter");
  };
  await command("Show console");
  await expect(page.getByRole("log", { name: "Output" })).toBeFocused();
  await command("Show code");
  await expect(page.locator("[data-region='Script']").locator("*:focus")).toHaveCount(1);

  await page.setViewportSize({ width: 360, height: 780 });
  await command("Show scripts");
  await expect(page.getByRole("button", { name: "New script" })).toBeVisible();
  await command("Show console");
  await expect(page.getByRole("log", { name: "Output" })).toBeVisible();
});

test("the palette does what menus and panes do, and finds it by synonyms", async ({ app }) => {
  const { page, phone } = app;
  const command = async (typed: string, title: string) => {
    await page.keyboard.press("F1");
    const dialog = page.getByRole("dialog", { name: "All commands" });
    await dialog.getByRole("combobox", { name: "Command" }).fill(typed);
    await expect(dialog.getByRole("option").first()).toContainText(title);
    await page.keyboard.press("Enter");
  };
  await command("dark mode", "Toggle light and dark");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await command("chat priya", "Chat: Priya Nair");
  await expect(phone.getByRole("log", { name: "Messages with Priya Nair" })).toBeVisible();
  await command("close window", "Simulated time: +25 h");
  await expect(phone.getByText("Window closed: templates only")).toBeVisible();
  await command("example errors", "Example: Handle errors");
  await expect(page.locator(".script-row.is-current .row-main")).toHaveText("handle-errors.lua");
  await command("clone", "Duplicate script");
  await command("rename", "Rename script");
  await expect(page.getByRole("textbox", { name: /^New name for handle-errors/ })).toBeFocused();
  await page.keyboard.press("Escape");
  const exported = page.waitForEvent("download");
  await command("backup", "Export everything");
  expect((await exported).suggestedFilename()).toMatch(/\.json$/);
});

test("the palette closes with Escape, Tab and a click beside it, which presses nothing; Escape returns the focus and loses no key after it", async ({
  app,
}) => {
  const { page } = app;
  const palette = page.getByRole("dialog", { name: "All commands" });
  const input = palette.getByRole("combobox", { name: "Command" });
  const share = page.getByRole("button", { name: "Share" });
  await share.focus();
  await page.keyboard.press("F1");
  await expect(input).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(share).toBeFocused();
  await expect(palette).toHaveCount(0);

  await page.keyboard.press("F1");
  await expect(input).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(palette).toHaveCount(0);

  await page.keyboard.press("F1");
  await expect(input).toBeFocused();
  // What is under the click is not pressed: Live would be on.
  const live = page.getByRole("radio", { name: "Live", exact: true });
  const box = await live.locator("..").boundingBox();
  if (box === null) throw new Error("Live is not on the page.");
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await expect(palette).toHaveCount(0);
  await expect(live).not.toBeChecked();

  // A key pressed right after Escape is not lost, also where the palette comes in place of another dialog.
  for (let round = 0; round < 5; round += 1) {
    await page.keyboard.press("F1");
    await expect(palette).toBeVisible();
    await page.keyboard.press("Escape");
  }
  await app.menu("Settings");
  await expect(page.getByRole("dialog", { name: "Settings" })).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("F1");
  await expect(palette).toBeVisible();
  await expect(page.getByRole("dialog")).toHaveCount(1);
});

test("the palette leads to the right control", async ({ app }) => {
  const { page } = app;
  await app.fullEditor();
  const command = async (typed: string, title: string) => {
    await expect(page.locator("dialog[open], .palette")).toHaveCount(0);
    await page.keyboard.press("F1");
    const dialog = page.getByRole("dialog", { name: "All commands" });
    await dialog.getByRole("combobox", { name: "Command" }).fill(typed);
    await expect(dialog.getByRole("option").first()).toContainText(title);
    await page.keyboard.press("Enter");
  };
  await command("import everything", "Import everything…");
  const settings = page.getByRole("dialog", { name: "Settings" });
  await expect(settings.getByRole("button", { name: "Import…" })).toBeFocused();
  await expect(settings.getByRole("button", { name: "Import…" })).toBeInViewport({ ratio: 1 });
  await page.keyboard.press("Escape");
  await command("word wrap", "Setting: Wrap long lines");
  await expect(settings.getByRole("checkbox", { name: "Wrap long lines" })).toBeFocused();
  await page.keyboard.press("Escape");
  await command("permissions", "Setting: Read");
  await expect(settings.getByRole("radiogroup", { name: "Read" }).getByRole("radio").first()).toBeFocused();
  await page.keyboard.press("Escape");
  const world = page.getByRole("dialog", { name: "Edit world" });
  await command("template", "Edit templates");
  await expect(world.getByRole("tab", { name: /^Templates/ })).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Escape");
  await command("add fault", "Add fault");
  await expect(world.getByRole("heading", { name: "New fault" })).toBeVisible();
  await page.keyboard.press("Escape");
  await command("add account", "Add account");
  await expect(app.accounts.getByRole("textbox", { name: "Name" })).toBeFocused();
  await app.script("local x = 1", "edit.lua");
  await command("comment", "Toggle comment");
  await expect(page.locator(".view-lines")).toHaveText(/^--.local.x/);
  await command("undo", "Undo edit");
  await expect(page.locator(".view-lines")).toHaveText(/^local.x/);
  await command("find", "Find in script");
  await expect(page.getByRole("textbox", { name: "Find" })).toBeFocused();
  await page.keyboard.press("Escape");
  const lesson = page.getByRole("tabpanel", { name: "Lesson" });
  await command("next lesson", "Next lesson");
  await expect(
    lesson
      .getByRole("button", { name: "My code" })
      .or(lesson.getByRole("button", { name: "Check" }))
      .first(),
  ).toBeVisible();
  await command("solution", "Show the solution");
  await expect(lesson.getByText("Check your own answer first.")).toBeVisible();
  await command("previous lesson", "Previous lesson");
  await command("hint", "Show a hint");
  await expect(lesson.getByRole("button", { name: /^Hint 2 of/ })).toBeVisible();
});

test("Ctrl+. stops a run, and is the editor's quick fix while nothing runs", async ({ app }) => {
  const { page } = app;
  await app.fullEditor();
  await app.run("while true do end", "endless.lua");
  await page.keyboard.press("ControlOrMeta+.");
  await expect(app.status).toContainText("Stopped");
  await app.script("local x = 1\nif x != 2 then print(x) end", "fix.lua");
  await expect(page.locator(".squiggly-error").first()).toBeVisible();
  await app.editor.focus();
  await page.keyboard.press("F8");
  await page.keyboard.press("Escape");
  await page.keyboard.press("ControlOrMeta+.");
  await expect(page.getByText("Change to ~=")).toBeVisible();
});

test("the tour shows the page and can be left at any time", async ({ app }) => {
  const { page } = app;
  await page.getByRole("button", { name: "Take a tour" }).click();
  const card = (name: string) => page.getByRole("dialog", { name });
  await expect(card("Your script")).toBeFocused();
  expect(await violations(page, ".tour-card")).toEqual([]);
  await card("Your script").getByRole("button", { name: "Next" }).click();
  await expect(card("Run it")).toBeInViewport({ ratio: 1 });
  await card("Run it").getByRole("button", { name: "Back" }).click();
  // What the card speaks of is framed.
  const script = await page.getByRole("region", { name: "Script", exact: true }).boundingBox();
  const ring = await page.locator(".tour-ring").boundingBox();
  expect(Math.abs((ring?.width ?? 0) - (script?.width ?? 0))).toBeLessThan(2);
  for (let stop = 0; stop < 5; stop += 1) await page.getByRole("button", { name: "Next" }).click();
  await expect(card("Learn by doing")).toBeInViewport({ ratio: 1 });
  await page.keyboard.press("Escape");
  await expect(page.locator(".tour-card")).toHaveCount(0);
});

test("Enter in the palette counts, however early it is pressed", async ({ app }) => {
  const { page } = app;
  await page.evaluate(() => {
    const enter = () => {
      const field = document.querySelector("input[role=combobox][aria-label=Command]");
      if (!(field instanceof HTMLInputElement)) return;
      watch.disconnect();
      field.value = "shortcuts";
      field.dispatchEvent(new Event("input", { bubbles: true }));
      field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
    };
    const watch = new MutationObserver(enter);
    watch.observe(document.body, { subtree: true, childList: true });
  });
  await page.keyboard.press("F1");
  await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeVisible();
});

test("what is typed right after Enter in the palette goes where the command leads", async ({ app }) => {
  const { page } = app;
  await app.fullEditor();
  await page.keyboard.press("F1");
  const dialog = page.getByRole("dialog", { name: "All commands" });
  const input = dialog.getByRole("combobox", { name: "Command" });
  await input.fill("new script");
  await expect(dialog.getByRole("option").first()).toContainText("New script");
  const inEditor = await input.evaluate((field) => {
    field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true }));
    // A key pressed now would go there.
    return document.activeElement?.closest("[data-region]")?.getAttribute("data-region");
  });
  expect(inEditor).toBe("Script");
  await page.keyboard.type("print(1)");
  await expect(page.locator(".script-row.is-current .row-main")).toHaveText("untitled.lua");
  await expect(page.getByRole("region", { name: "Script", exact: true })).toContainText("print(1)");
});

test.describe("on a phone with a keyboard attached", () => {
  test.use({ viewport: { width: 360, height: 780 }, hasTouch: true, isMobile: true });

  test("the palette leaves the screen's keyboard closed, and takes letters from the attached one", async ({
    app,
  }) => {
    const { page } = app;
    await page.keyboard.press("F1");
    const dialog = page.getByRole("dialog", { name: "All commands" });
    const input = dialog.getByRole("combobox", { name: "Command" });
    await expect(dialog.getByRole("option").first()).toBeVisible();
    await expect(input).not.toBeFocused();
    await page.keyboard.type("show console");
    await expect(input).toHaveValue("show console");
    await page.keyboard.press("Enter");
    await expect(dialog).toBeHidden();
    await expect(app.output).toBeVisible();
  });
});
