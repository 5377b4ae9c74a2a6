import { createServer } from "node:http";
import type { Locator } from "@playwright/test";
import { strToU8, zipSync } from "fflate";
import { violations } from "../support/accessibility";
import { type AppPage, expect, test } from "../support/app-page";
import { courseFile as file, firstTitle, lessonIds, listed, titleOf } from "../support/built-in-course";
import { hebrewCourse } from "../unit/lessons/hebrew-course";
import { sampleCourse } from "../unit/lessons/sample-course";

/** The Lesson tab once it shows the lesson on the first call. */
async function firstCall(app: AppPage): Promise<Locator> {
  const panel = app.page.getByRole("tabpanel", { name: "Lesson" });
  await expect(panel.getByRole("heading", { name: "The first call" })).toBeVisible();
  return panel;
}

/** Opens the Lesson tab. */
async function lessonTab(app: AppPage): Promise<Locator> {
  await app.page.getByRole("tab", { name: "Lesson" }).click();
  const panel = app.page.getByRole("tabpanel", { name: "Lesson" });
  await expect(panel.getByRole("heading", { name: firstTitle })).toBeVisible();
  return panel;
}

/** A course as a file to choose. */
const zip = (files: ReadonlyMap<string, string>) => ({
  name: "tea.zip",
  mimeType: "application/zip",
  buffer: Buffer.from(zipSync(Object.fromEntries([...files].map(([path, text]) => [path, strToU8(text)])))),
});

test.describe("in the first lesson", () => {
  test.use({ address: "?lesson=first-call" });

  test("the first lesson, from a wrong answer to the right one, survives a reload", async ({ app }) => {
    const { page } = app;
    const panel = await firstCall(app);
    await app.fullEditor();

    // Nothing was opened, nothing ran: the learner begins.
    await expect(page.locator(".script-row.is-current .row-main")).toHaveText("welcome.lua");
    await expect(panel.getByRole("button", { name: "Solution" })).toBeDisabled();
    await panel.getByRole("button", { name: "Start" }).click();
    await expect(page.locator(".script-row.is-current .row-main")).toHaveText("first-call.lua");

    await app.write(file("first-call/wrong/no-welcome.lua"));
    await panel.getByRole("button", { name: "Check" }).click();
    await expect(panel.getByRole("status", { name: "Check" })).toContainText("Not right yet.");
    await expect(panel.getByRole("listitem").filter({ hasText: "Maya got" })).toContainText(
      'Maya got "Hello, Maya". It should be "Welcome back, Maya!" Failed in: the tea shop, the clinic.',
    );
    await panel.getByRole("button", { name: "In the lesson: Your task" }).click();
    await expect(panel.getByRole("heading", { name: "Your task" })).toBeFocused();

    await panel.getByRole("button", { name: "Hint 1 of 3" }).click();
    await expect(panel.getByRole("log", { name: "Hints" })).toContainText("stays on your screen");
    expect(await violations(page, ".lessons")).toEqual([]);

    await panel.getByRole("button", { name: "Solution" }).click();
    const dialog = page.getByRole("dialog", { name: "Solution: The first call" });
    await expect(dialog.locator(".editor.original")).toContainText("Hello, Maya");
    await expect(dialog.locator(".editor.modified")).toContainText("Welcome back, Maya!");
    await expect(dialog.locator(".char-insert, .line-insert").first()).toBeAttached();
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();

    const next = titleOf(lessonIds[lessonIds.indexOf("first-call") + 1] ?? "");
    await app.write(file("first-call/solution.lua"));
    await panel.getByRole("button", { name: "Check" }).click();
    await expect(panel.getByRole("status", { name: "Check" })).toContainText("Passed in every world.");
    await panel
      .getByRole("button", { name: `Next: ${next}` })
      .first()
      .click();
    await expect(panel.getByRole("heading", { name: next })).toBeVisible();

    await page.reload();
    await page.getByRole("tab", { name: "Lesson" }).click();
    await expect(panel.getByRole("heading", { name: next })).toBeVisible();
    await expect(panel).toContainText(`1 of ${lessonIds.length} passed`);
    const learn = page.getByRole("region", { name: "Learn" });
    await expect(learn.getByRole("button", { name: `${listed("first-call")} passed` })).toBeVisible();
    await learn.getByRole("button", { name: listed("first-call") }).click();
    await expect(page.getByRole("region", { name: "Script", exact: true })).toContainText("Welcome back");
  });

  test("the solution is found by keyboard, and says what to do first", async ({ app }) => {
    const { page } = app;
    const panel = await firstCall(app);
    const solution = panel.getByRole("button", { name: "Solution" });
    await panel.getByRole("button", { name: "Hint 1 of 3" }).press("Enter");
    await page.keyboard.press("Tab");
    await expect(solution).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(panel.getByText("Start the lesson first.")).toBeVisible();

    await panel.getByRole("button", { name: "Start" }).press("Enter");
    await panel.getByRole("button", { name: "Check" }).press("Enter");
    await expect(panel.getByRole("status", { name: "Check" })).toContainText("Not right yet.");
    await solution.press("Enter");
    await expect(panel.getByText("Check your own answer first. Starter code doesn't count.")).toBeVisible();

    await app.write(file("first-call/wrong/no-welcome.lua"));
    await panel.getByRole("button", { name: "Check" }).press("Enter");
    await expect(solution).toBeEnabled();
    await solution.press("Enter");
    await expect(page.getByRole("dialog", { name: "Solution: The first call" })).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(solution).toBeFocused();
  });

  test("a failed answer is in view with task and code; it can be run where it failed, tried again with its seed, and replaced by the solution", async ({
    app,
  }) => {
    const { page } = app;
    const panel = await firstCall(app);
    await app.fullEditor();
    const script = page.getByRole("region", { name: "Script", exact: true });
    const status = panel.getByRole("status", { name: "Check" });
    await panel.getByRole("button", { name: "Start" }).click();
    await panel.getByRole("button", { name: "Check" }).click();
    await expect(status).toContainText("Not right yet");
    await expect(panel.getByRole("button", { name: "Solution" })).toBeDisabled();
    await expect(panel.getByRole("button", { name: "Run in that world" })).toBeInViewport();
    await expect(panel.getByRole("heading", { name: "Your task" })).toBeInViewport();
    await expect(script).toBeInViewport();
    await panel.getByText(/^\d+ more problems?$/).click();
    expect(await panel.getByRole("listitem").count()).toBeGreaterThan(1);

    const wrong = 'app.integrations.whatsapp.send_message{ to = "447700900999", body = "mine" }';
    await app.write(wrong);
    await panel.getByRole("button", { name: "Check" }).click();
    await expect(status).toContainText("Not right yet");
    await expect(status).not.toContainText("The script has changed since this check.");
    const seed = await panel.getByText(/^Seed \d+$/).textContent();
    await panel.getByRole("button", { name: "Run in that world" }).click();
    await expect(page.getByRole("tabpanel", { name: "Calls" })).toContainText("send_message");
    await app.finished();

    await page.getByRole("tab", { name: "Lesson" }).click();
    await panel.getByRole("button", { name: "Repeat with this seed" }).click();
    await expect(panel.getByText(/^Seed \d+$/)).toHaveText(seed ?? "");

    await panel.getByRole("button", { name: "Solution" }).click();
    await expect(page.locator(".char-insert, .line-insert").first()).toBeAttached();
    await page.getByRole("button", { name: "Use the solution" }).click();
    await expect(script).not.toContainText("447700900999");
    await page.getByRole("button", { name: "Undo" }).last().click();
    await expect(script).toContainText("447700900999");
  });

  test("an answer is copied as a link, which opens it and runs nothing", async ({ app }) => {
    const { page } = app;
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    const panel = await firstCall(app);
    await panel.getByRole("button", { name: "Start" }).click();
    await app.write("print('my answer')");
    await panel.getByRole("button", { name: "Courses" }).click();
    await panel.getByRole("menuitem", { name: "Copy my answer" }).click();
    await expect(page.getByText("Link to your answer copied")).toBeVisible();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(new URL(link).search).toBe("?lesson=first-call");

    // The teacher has an answer too; the learner's is shown beside it.
    await app.write("print('the teacher')");
    await expect(page.getByText("Saved")).toBeVisible();
    await page.goto("about:blank");
    await page.goto(link);
    await expect(panel.getByRole("heading", { name: "The first call" })).toBeVisible();
    await expect(page.getByRole("region", { name: "Script", exact: true })).toContainText("my answer");
    await expect(app.output).not.toContainText("my answer");
  });

  test("a check of an endless loop is stopped, and one of a script with an error explains it as the editor does", async ({
    app,
  }) => {
    const panel = await firstCall(app);
    await panel.getByRole("button", { name: "Start" }).click();
    await app.write("while true do end");
    await panel.getByRole("button", { name: "Check" }).click();
    await expect(panel.getByRole("status", { name: "Check" })).toContainText(/Testing in .*, 1 of \d/);
    await panel.getByRole("button", { name: "Stop" }).click();
    await expect(panel.getByRole("button", { name: "Check" })).toBeVisible();

    await app.write("local sent = 0\nsent += 1");
    await panel.getByRole("button", { name: "Check" }).click();
    const failure = panel.getByRole("listitem").filter({ hasText: "syntax error near '+'" });
    await expect(failure).toContainText("Lua has no `+=`");
  });

  test("reset restores the starter or, after asking, forgets the progress; undo restores the learner's", async ({
    app,
  }) => {
    const { page } = app;
    const panel = await firstCall(app);
    const script = page.getByRole("region", { name: "Script", exact: true });
    await panel.getByRole("button", { name: "Start" }).click();
    await app.write("print('mine')");
    await panel.getByRole("button", { name: "More for this lesson" }).click();
    await panel.getByRole("menuitem", { name: "Reset to starter code" }).click();
    await expect(script).toContainText("Hello from Lua!");
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(script).toContainText("print('mine')");

    await panel.getByRole("button", { name: "Hint 1 of 3" }).click();
    const ask = async () => {
      await panel.getByRole("button", { name: "Courses" }).click();
      await page.getByRole("menuitem", { name: "Reset my progress…" }).click();
      return page.getByRole("dialog", { name: "Reset progress" });
    };
    await (await ask()).getByRole("button", { name: "Cancel" }).click();
    await expect(panel.getByRole("button", { name: "Hint 2 of 3" })).toBeVisible();
    await (await ask()).getByRole("button", { name: "Reset", exact: true }).click();
    await expect(panel.getByRole("button", { name: "Hint 1 of 3" })).toBeVisible();
    await page.getByRole("button", { name: "Undo" }).last().click();
    await expect(panel.getByRole("button", { name: "Hint 2 of 3" })).toBeVisible();
  });

  test("the list of lessons shows whole titles; a lesson's buttons fit at every width, and at most one is filled: the next step", async ({
    app,
  }) => {
    const { page } = app;
    const panel = await firstCall(app);
    const titles = page.getByRole("region", { name: "Learn" }).locator(".lesson-title");
    await expect(titles).toHaveCount(lessonIds.length);
    const cut = await titles.evaluateAll((all) =>
      all.filter((one) => one.scrollWidth > one.clientWidth).map((one) => one.textContent),
    );
    expect(cut).toEqual([]);
    const filled = page.locator(":is(.top-bar, .lessons) .is-main:visible");
    await expect(filled).toHaveText("Start");
    await panel.getByRole("button", { name: "Start" }).click();
    await expect(filled).toHaveText("Check");
    await app.write(file("first-call/solution.lua"));
    await panel.getByRole("button", { name: "Check" }).click();
    await expect(filled).toHaveText(/^Next/);
    for (const width of [320, 360, 768, 1024, 1440, 1920]) {
      await page.setViewportSize({ width, height: 800 });
      const views = page.getByRole("navigation", { name: "Views" });
      if (width < 760) await views.getByRole("button", { name: "Lesson" }).click();
      await expect(filled).toHaveText(/^Next/);
      const { clientWidth, scrollWidth, rows } = await panel.locator(".lesson-actions").evaluate((row) => ({
        clientWidth: row.clientWidth,
        scrollWidth: row.scrollWidth,
        rows: new Set(
          Array.from(row.querySelectorAll(":scope > button"), (one) => one.getBoundingClientRect().top),
        ).size,
      }));
      expect(scrollWidth, `${width} px`).toBeLessThanOrEqual(clientWidth);
      expect(rows, `${width} px`).toBe(1);
    }
    await panel.getByRole("button", { name: "Next" }).first().press("Enter");
    await expect(filled).toHaveText("Check");
    // A keyboard goes on at the top of the new text.
    await expect(panel.getByRole("region", { name: /^Lesson/ })).toBeFocused();
    await app.tab("Docs");
    await expect(filled).toHaveText("Run");
  });

  test("a printed lesson and a printed course have the texts and all code, and nothing of the page", async ({
    app,
  }) => {
    const { page } = app;
    const panel = await firstCall(app);
    await page.emulateMedia({ media: "print" });
    await page.evaluate(() => {
      // What the browser does around its print dialog, which a test cannot close.
      window.print = () => {
        window.dispatchEvent(new Event("beforeprint"));
      };
    });
    const over = () => page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
    await page.evaluate(() => window.print());
    await expect(page.getByRole("heading", { name: "The first call" })).toBeVisible();
    await expect(page.getByRole("article").getByText("This script acts as")).toBeVisible();
    await expect(page.getByRole("button")).toHaveCount(0);
    await over();

    await page.emulateMedia({ media: "screen" });
    await panel.getByRole("button", { name: "Courses" }).click();
    await page.getByRole("menuitem", { name: "Print the course" }).click();
    await page.emulateMedia({ media: "print" });
    await expect(page.getByRole("article")).toHaveCount(lessonIds.length);
    await expect(page.getByRole("button")).toHaveCount(0);
    const cut = await page.evaluate(
      () => [...document.querySelectorAll("pre")].filter((one) => one.scrollWidth > one.clientWidth).length,
    );
    expect(cut).toBe(0);
    await over();
    await page.emulateMedia({ media: "screen" });
    await expect(panel.getByRole("heading", { name: "The first call" })).toBeVisible();
  });
});

test.describe("by a link", () => {
  test.use({ address: null });

  test("a link opens a course of this site", async ({ app }) => {
    const { page } = app;
    await page.route("**/courses/tea.zip", (route) => route.fulfill({ body: zip(sampleCourse()).buffer }));
    await app.open("?course=courses/tea.zip");
    await expect(page.getByRole("heading", { name: "Return a number" })).toBeVisible();
    // Nothing runs, and no script is made, before the learner says so.
    await expect(page.locator(".script-row .row-main")).toHaveText(["welcome.lua"]);
  });

  test("a link opens a lesson, runs nothing and can be copied again", async ({ app }) => {
    const { page } = app;
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await app.open("?lesson=the-window");
    const panel = page.getByRole("tabpanel", { name: "Lesson" });
    await expect(panel.getByRole("heading", { name: "The customer service window" })).toBeVisible();
    await expect(page.locator(".script-row .row-main")).toHaveText(["welcome.lua"]);
    // Once is enough: who goes on from there and reloads stays where they are.
    await panel.getByRole("button", { name: "Lessons" }).click();
    await panel.getByRole("button", { name: listed("templates") }).click();
    await page.reload();
    await page.getByRole("tab", { name: "Lesson" }).click();
    await expect(panel.getByRole("heading", { name: "Templates and placeholders" })).toBeVisible();

    await panel.getByRole("button", { name: "Courses" }).click();
    await panel.getByRole("menuitem", { name: "Copy link to this lesson" }).click();
    await expect(page.getByText("Link to this lesson copied.")).toBeVisible();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(new URL(link).search).toBe("?lesson=templates");

    // The palette goes to lessons, and copies their links, too.
    await page.keyboard.press("F1");
    await page.getByRole("combobox", { name: "Command" }).fill(`lesson ${titleOf("accounts")}`);
    await page.keyboard.press("Enter");
    await expect(panel.getByRole("heading", { name: "Several accounts" })).toBeVisible();
    await page.keyboard.press("F1");
    await page.getByRole("combobox", { name: "Command" }).fill("link lesson");
    await page.keyboard.press("Enter");
    await expect
      .poll(() => page.evaluate(() => navigator.clipboard.readText()))
      .toMatch(/\?lesson=accounts$/);
  });

  test("a link to an unknown lesson says so and offers the list", async ({ app }) => {
    const { page } = app;
    await app.open("?lesson=campain");
    const panel = page.getByRole("tabpanel", { name: "Lesson" });
    await expect(panel.getByRole("alert")).toContainText("Did you mean campaign? Choose one from the list.");
    await panel
      .getByRole("navigation", { name: "Lessons of the course" })
      .getByRole("button", { name: listed("campaign") })
      .click();
    await expect(
      panel.getByRole("heading", { name: "A campaign, part three: putting it together" }),
    ).toBeVisible();
    await expect(panel.getByRole("alert")).toHaveCount(0);
  });

  test("a link opens a lesson of a course of this site", async ({ app }) => {
    const { page } = app;
    const files = sampleCourse();
    for (const [path, text] of sampleCourse()) {
      if (path.startsWith("01-return/"))
        files.set(path.replace("01-return", "02-again"), text.replace("# Return a number", "# Again"));
    }
    await page.route("**/courses/tea.zip", (route) => route.fulfill({ body: zip(files).buffer }));
    await app.open("?course=courses/tea.zip&lesson=02-again");
    await expect(page.getByRole("heading", { name: "Again" })).toBeVisible();
  });

  test("a course on another site is fetched once the person agrees, if that site allows it", async ({
    app,
  }) => {
    const { page } = app;
    const asked: string[] = [];
    let allowed = false;
    const body = zip(sampleCourse()).buffer;
    const server = createServer((request, response) => {
      asked.push(`${request.headers.cookie ?? "no cookie"}, ${request.headers.referer ?? "no referrer"}`);
      response.writeHead(200, allowed ? { "Access-Control-Allow-Origin": "*" } : {});
      response.end(body);
    });
    await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
    const at = server.address();
    if (at === null || typeof at === "string") throw new Error("The server has no port.");
    const { port } = at;
    const address = `http://localhost:${port}/tea.zip`;
    const panel = page.getByRole("tabpanel", { name: "Lesson" });
    const question = panel.getByRole("alert", { name: "A course from another site" });
    await app.open(`?course=${address}&lesson=return`);
    await expect(question).toContainText(`http://localhost:${port}`);
    expect(await violations(page, ".lessons")).toEqual([]);
    await question.getByRole("button", { name: "Cancel" }).click();
    await expect(question).toBeHidden();
    expect(asked).toEqual([]);

    await page.goto("about:blank");
    await app.open(`?course=${address}&lesson=return`);
    await question.getByRole("button", { name: "Fetch the course" }).click();
    await expect(panel.getByRole("alert")).toContainText("Access-Control-Allow-Origin: http://127.0.0.1");
    allowed = true;
    await page.goto("about:blank");
    await app.open(`?course=${address}&lesson=return`);
    await question.getByRole("button", { name: "Fetch the course" }).click();
    await expect(panel.getByRole("heading", { name: "Return a number" })).toBeVisible();
    await expect(page.locator(".script-row .row-main")).toHaveText(["welcome.lua"]);
    expect(new Set(asked)).toEqual(new Set(["no cookie, no referrer"]));
    server.close();
  });

  test("a lesson that needs its own world offers it", async ({ app }) => {
    await app.open("?lesson=back-off");
    const panel = app.page.getByRole("tabpanel", { name: "Lesson" });
    await panel.getByRole("button", { name: "Start" }).click();
    await app.runButton().click();
    await app.failed("json.decode");
    await panel.getByRole("button", { name: "Run in a shop with one message a second" }).click();
    await app.failed("130429");
    await app.page.getByRole("tab", { name: "Lesson" }).click();
    await expect(panel.getByText("Run needs one of this lesson's worlds.")).toBeHidden();
  });
});

test("a script can be run in one of the lesson's worlds", async ({ app }) => {
  const { page } = app;
  const panel = await lessonTab(app);
  await panel.getByRole("button", { name: "Lessons" }).click();
  await panel.getByRole("button", { name: listed("templates") }).click();
  await app.write(file("templates/solution.lua"));
  await app.runButton().click();
  await app.failed("132001");
  await panel.getByRole("button", { name: "More for this lesson" }).click();
  await panel.getByRole("menuitem", { name: "World for Run: another shop" }).click();
  await expect(page.getByText("Loaded another shop.")).toBeVisible();
  await app.runButton().click();
  await app.finished();
});

test("a teacher's zip is opened and its answers tried, and an invalid one is refused by file and field", async ({
  app,
}) => {
  const { page } = app;
  const panel = await lessonTab(app);
  const field = panel.getByLabel("Course as a zip");
  await field.setInputFiles(zip(sampleCourse({ "01-return/hints.md": null })));
  await expect(panel.getByRole("alert")).toContainText("01-return/hints.md: This file is missing.");
  await expect(panel.getByRole("heading", { name: firstTitle })).toBeVisible();

  const course = sampleCourse({
    "01-return/right/sum.lua": "return 40 + 2",
    "01-return/wrong/one-less.lua": "-- expects: answer\nreturn 42",
  });
  await field.setInputFiles(zip(course));
  await expect(panel.getByRole("heading", { name: "Return a number" })).toBeVisible();
  await expect(panel.getByRole("alert")).toHaveCount(0);
  await panel.getByRole("button", { name: "Start" }).click();
  await panel.getByRole("button", { name: "Check" }).click();
  await expect(panel.getByRole("listitem")).toContainText("You returned 0, not 42.");

  // The wrong ones of its answers are named.
  await panel.getByRole("button", { name: "Courses" }).click();
  await page.getByRole("menuitem", { name: "Test all answers (for teachers)" }).click();
  const dialog = page.getByRole("dialog", { name: "Testing all answers: Tea class" });
  await expect(dialog.getByRole("status")).toHaveText("4 tested, 1 not as expected.");
  await expect(dialog.getByRole("listitem")).toHaveText(
    "01-return/wrong/one-less.lua: It must fail, but passes in every world.",
  );
  expect(await violations(page, ".lesson-rehearsal")).toEqual([]);
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();

  // Its files are kept, and the built-in course is still there.
  await page.reload();
  await page.getByRole("tab", { name: "Lesson" }).click();
  await expect(panel.getByRole("heading", { name: "Return a number" })).toBeVisible();
  await panel.getByRole("button", { name: "Courses" }).click();
  await page.getByRole("menuitem", { name: "WhatsApp from Lua" }).click();
  await expect(panel.getByRole("heading", { name: firstTitle })).toBeVisible();
  await expect(panel).toContainText(`0 of ${lessonIds.length} passed`);
});

test("a course in Hebrew reads from right to left, its code and the page's own words do not", async ({
  app,
}) => {
  const { page } = app;
  const panel = await lessonTab(app);
  await panel.getByLabel("Course as a zip").setInputFiles(zip(hebrewCourse));
  await expect(panel.getByRole("heading", { name: "החזרת מספר" })).toBeVisible();
  const direction = (locator: Locator) => locator.evaluate((element) => getComputedStyle(element).direction);
  expect(await direction(panel.getByText("החזירו 42."))).toBe("rtl");
  expect(await direction(panel.locator("pre").first())).toBe("ltr");
  // Not that of the lesson with the same id in the course that was open before.
  await expect(panel.getByRole("textbox", { name: /^Lua: / })).toHaveValue(/^return 6 \* 7/);
  await panel.getByRole("button", { name: "Start" }).click();
  await panel.getByRole("button", { name: "Check" }).click();
  const sentence = panel.getByText("הוחזר 0 ולא 42.");
  await expect(sentence).toBeVisible();
  expect(await direction(sentence)).toBe("rtl");
  expect(await direction(panel.getByRole("status", { name: "Check" }))).toBe("ltr");
  await panel.getByRole("button", { name: "In the lesson: המשימה" }).click();
  await expect(panel.getByRole("heading", { name: "המשימה" })).toBeFocused();
  expect(await violations(page, ".lessons")).toEqual([]);
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 360, height: 720 } });

  test("a lesson is found, started and checked", async ({ app }) => {
    const { page } = app;
    const views = page.getByRole("navigation", { name: "Views" });
    await views.getByRole("button", { name: "Scripts" }).click();
    await page
      .getByRole("region", { name: "Learn" })
      .getByRole("button", { name: /^Lessons/ })
      .click();
    const panel = page.getByRole("tabpanel", { name: "Lesson" });
    await panel.getByRole("button", { name: "Start" }).click();
    await expect(page.getByRole("region", { name: "Script", exact: true })).toBeVisible();
    await views.getByRole("button", { name: "Lesson" }).click();
    await panel.getByRole("button", { name: "Check" }).click();
    await expect(panel.getByRole("status", { name: "Check" })).toContainText("Not right yet");
    expect(await violations(page, ".lessons")).toEqual([]);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(360);
  });
});
