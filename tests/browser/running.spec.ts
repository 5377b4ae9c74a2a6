import { type AppPage, test as ownPageTest } from "../support/app-page";
import { expect, test } from "../support/shared-page";

const ENDLESS = {
  "a plain loop": `print("begun") while true do end`,
  "a loop in a coroutine": `print("begun") coroutine.wrap(function() while true do end end)()`,
  "a loop in pcall, again and again": `print("begun") while true do pcall(function() while true do end end) end`,
  "a loop in a finalizer": `print("begun")
setmetatable({}, { __gc = function() while true do end end })
collectgarbage()`,
  "a runaway pattern": `print("begun") print(string.find(string.rep("a", 50), string.rep("a?", 50) .. string.rep("a", 50) .. "b"))`,
};

/** The page answers: another tab opens, and the editor takes what is typed. */
async function answers(app: AppPage): Promise<void> {
  await app.tab("Accounts");
  await app.tab("Docs");
  await app.editor.first().press("End");
  await app.page.keyboard.type(" -- awake");
  await expect(app.page.getByRole("region", { name: "Script", exact: true })).toContainText("-- awake");
}

let scripts = 0;

/** Opens a script of a name that no other has, and presses Run. Returns the name. */
async function run(app: AppPage, source: string): Promise<string> {
  scripts += 1;
  const name = `script-${scripts}.lua`;
  await app.run(source, name);
  return name;
}

async function nextRunWorks(app: AppPage): Promise<void> {
  await run(app, `print("and on we go")`);
  await expect(app.output).toContainText("and on we go");
  await app.finished();
}

test.describe("Stop ends a script, and the page stays responsive:", () => {
  for (const [what, source] of Object.entries(ENDLESS)) {
    test(what, async ({ app }) => {
      await app.fullEditor();
      await run(app, source);
      await expect(app.output).toContainText("begun");
      await answers(app);
      await app.stopButton().click();
      await expect(app.status).toContainText("Stopped after");
      await nextRunWorks(app);
    });
  }
});

test("Ctrl+. stops, from the editor too", async ({ app }) => {
  await run(app, `print("begun") while true do end`);
  await expect(app.output).toContainText("begun");
  await app.editor.first().focus();
  await app.page.keyboard.press("ControlOrMeta+.");
  await expect(app.output).toContainText(/Stopped after/);
  await nextRunWorks(app);
});

test("a memory bomb ends with “not enough memory”", async ({ app }) => {
  await run(app, `local t = {} for i = 1, math.huge do t[i] = string.rep("x", 1000) .. i end`);
  await app.failed("not enough memory");
  await nextRunWorks(app);
});

ownPageTest("a script past its computing time ends with a time-out", async ({ app }) => {
  await app.settings(async (dialog) => {
    await dialog.getByLabel("CPU time").fill("1");
    await dialog.getByLabel("CPU time").press("Tab");
  });
  await run(app, `print("begun") while true do end`);
  await app.failed("Lua timeout error");
  await nextRunWorks(app);
});

test("a million lines: the page stays responsive, and the console says how many it dropped", async ({
  app,
}) => {
  await app.fullEditor();
  await run(app, `for i = 1, 1000000 do print("line " .. i) end`);
  await answers(app);
  await app.finished();
  await expect(app.page.getByText(/^900,000 older (lines|entries) dropped/)).toBeVisible();
  await expect(app.output).toContainText("line 1000000");
  await app.output.press("Home");
  await expect(app.output).toContainText("line 900001");
});

test("a short run's output is read from its beginning, an error and a long run's end are in view", async ({
  app,
}) => {
  const line = (text: string) => app.output.getByText(text, { exact: true });
  const lines = `for i = 1, 300 do print("line " .. i) end`;
  for (let runs = 0; runs < 2; runs += 1) {
    await run(app, lines);
    await expect(line("line 1")).toBeInViewport();
    const toEnd = app.page.getByRole("button", { name: /^Finished in .*\. Jump to end$/ });
    await toEnd.click();
    await expect(line("line 300")).toBeInViewport();
    await expect(toEnd).toBeHidden();
  }
  await run(app, `${lines} error("bad")`);
  await app.failed("bad");
  await expect(app.errorBlock()).toBeInViewport();
  await run(app, lines);
  await expect(line("line 1")).toBeInViewport();
  await run(app, `${lines} while true do end`);
  await expect(line("line 300")).toBeInViewport();
  await app.stopButton().click();
});

test("the way to a run's end is offered only while that is out of view, and covers nothing", async ({
  app,
}) => {
  const toEnd = app.page.getByRole("button", { name: /Jump to end$/ });
  const end = app.output.locator(".console-end-line");
  // The end would be cut off by a row or two.
  for (const rows of [9, 11, 12, 13, 14]) {
    await run(app, `for i = 1, ${rows} do print("row " .. i) end`);
    await expect(end).toBeInViewport({ ratio: 1 });
    await expect(toEnd).toBeHidden();
  }
  // What was returned may be long: the row above it says how the run ended.
  await run(app, "local t = {} for i = 1, 300 do t[i] = { n = i } end print(t) return t");
  await expect(end).toBeInViewport({ ratio: 1 });
  await expect(toEnd).toBeHidden();
  await run(app, `for i = 1, 40 do print("row " .. i) end`);
  await expect(toEnd).toBeVisible();
  const [rows, button] = await Promise.all([app.output.boundingBox(), toEnd.boundingBox()]);
  expect((rows?.y ?? 0) + (rows?.height ?? 0)).toBeLessThanOrEqual((button?.y ?? 0) + 1);
  await app.page.setViewportSize({ width: 360, height: 600 });
  const views = app.page.getByRole("navigation", { name: "Views" });
  await views.getByRole("button", { name: "Code" }).click();
  await run(app, `for i = 1, 90 do print("row " .. i) end`);
  await views.getByRole("button", { name: "Console" }).click();
  await toEnd.click();
  await expect(end).toBeInViewport({ ratio: 1 });
  await expect(toEnd).toBeHidden();
  await app.page.setViewportSize({ width: 1440, height: 900 });
});

test("a cleared console does not claim that the run printed nothing", async ({ app }) => {
  const nothing = app.output.getByText("No output.");
  await run(app, "return 1");
  await expect(nothing).toBeVisible();
  await run(app, "print(1)");
  await app.finished();
  await app.page.getByRole("button", { name: "Clear console" }).click();
  await expect(app.output).toHaveText(/^Finished in/);
  await run(app, "return nil");
  await expect(nothing).toBeVisible();
  await expect(app.output).toContainText("Returned (JSON)");
});

test("an error leads to its line, which the editor marks, and shows only the script's frames", async ({
  app,
}) => {
  await app.fullEditor();
  const padding = "-- nothing\n".repeat(60);
  const name = await run(
    app,
    `local function inner(n)\n  error("bad " .. n)\nend\n${padding}local function outer()\n  inner(7)\nend\nouter()\n`,
  );
  await app.failed(`${name}:2: bad 7`);
  const trace = app.errorBlock().getByRole("list", { name: /^Traceback/ });
  await expect(trace.getByRole("listitem")).toHaveText([
    new RegExp(`^${name}:2 in .*inner`),
    new RegExp(`^${name}:65 in .*outer`),
    new RegExp(`^${name}:67 in main chunk$`),
  ]);
  const script = app.page.getByRole("region", { name: "Script", exact: true });
  await trace.getByRole("button", { name: `${name}:67` }).click();
  await expect(script.getByText("outer()", { exact: true })).toBeInViewport();
  await app.errorBlock().getByRole("button", { name: "Go to line 2" }).click();
  await expect(script.getByText('error("bad " .. n)')).toBeInViewport();
  await expect(script.locator(".monaco-error-line")).toHaveCount(1);
});

test("a failed line's beginning is scrolled into view", async ({ app }) => {
  await app.fullEditor();
  await app.script(`local a = 1\nlocal b = a.x.y\n-- ${"long ".repeat(100)}`, "failed-line.lua");
  const start = app.page.locator(".view-line", { hasText: "a.x.y" }).getByText("local");
  await app.editor.press("ControlOrMeta+End");
  await expect(start).not.toBeInViewport();
  await app.page.keyboard.press("ControlOrMeta+Enter");
  await app.failed("attempt to index");
  await expect(start).toBeInViewport();
});

test("output can be unfolded and filtered", async ({ app }) => {
  await run(app, `print("apple") print("pear") print({ deep = { er = { still = "here" } } })`);
  await app.finished();
  await app.output.getByRole("button", { name: /^deep/ }).click();
  await app.output.getByRole("button", { name: /^er/ }).click();
  await expect(app.output).toContainText('still: "here"');
  await app.page.getByRole("searchbox", { name: "Filter the output" }).fill("pea");
  await expect(app.output).toContainText("pear");
  await expect(app.output).not.toContainText("apple");
  await expect(app.page.getByText("1 of 3 entries")).toBeVisible();
  await app.page.getByRole("searchbox", { name: "Filter the output" }).fill("");
});
