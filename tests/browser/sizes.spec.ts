import type { Page } from "@playwright/test";
import { expect, test } from "../support/app-page";

test.use({ monaco: "comes" });

const RUN = `local sent = app.integrations.whatsapp.send_message{ to = "15551234567", body = "Hello" }
print(sent.messages[1].id)
return sent`;

/** Elements that reach beyond the window's right edge, unless something around them scrolls. */
function tooWide(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const scrolls = (element: Element | null): boolean =>
      element !== null &&
      (getComputedStyle(element).overflowX !== "visible" || scrolls(element.parentElement));
    return [...document.querySelectorAll("#root *")]
      .filter(
        (element) =>
          element.checkVisibility() &&
          element.getBoundingClientRect().right > innerWidth + 1 &&
          !scrolls(element.parentElement),
      )
      .map((element) => `${element.tagName} ${element.className}`);
  });
}

async function view(page: Page, name: string): Promise<void> {
  await page.getByRole("navigation", { name: "Views" }).getByRole("button", { name }).click();
  await expect(page.getByText("Loading", { exact: false })).toHaveCount(0);
}

test.describe("on a small phone", () => {
  test.use({ viewport: { width: 360, height: 780 }, hasTouch: true });

  test.describe("in a lesson", () => {
    // The lesson hides the script, which `app` would wait for.
    test.use({ address: null });

    test("an example looks like other code, but is 16 px while edited, so iOS does not zoom in", async ({
      app,
    }) => {
      const { page } = app;
      await page.goto("?lesson=first-call");
      const lesson = page.getByRole("tabpanel", { name: "Lesson" });
      const sizes = () =>
        lesson
          .locator(".lua-field")
          .first()
          .locator("> *")
          .evaluateAll((parts) => parts.slice(0, 2).map((part) => getComputedStyle(part).fontSize));
      await expect.poll(sizes).toEqual(["12px", "12px"]);
      await lesson.getByRole("textbox").first().focus();
      expect(await sizes()).toEqual(["16px", "16px"]);
    });

    test("each view's button is wide enough for a finger, and its label is whole and large enough to read", async ({
      app,
    }) => {
      const { page } = app;
      await page.goto("?lesson=first-call");
      await app.run(RUN);
      await app.finished();
      await page.getByRole("radio", { name: "Live", exact: true }).click();
      const bar = page.getByRole("navigation", { name: "Views" });
      const buttons = bar.getByRole("button");
      const wrong = () =>
        buttons.evaluateAll((all) =>
          all
            .filter(
              (one) =>
                one.clientWidth < 40 ||
                one.clientHeight < 40 ||
                one.scrollWidth > one.clientWidth ||
                Number.parseFloat(getComputedStyle(one).fontSize) < 10,
            )
            .map((one) => one.textContent),
        );
      const hidden = () => bar.evaluate((it) => it.scrollWidth - it.clientWidth);
      await expect(buttons).toHaveText([
        ...["Scripts", "Code", "Console", "Lesson", "Docs", "Phone1", "Calls1", "Accounts"],
      ]);
      await expect.poll(wrong).toEqual([]);
      expect(await hidden()).toBe(0);
      await page.keyboard.press("Control+F10");
      await expect(buttons).toHaveText([
        ...["Scripts", "Code", "Console", "Steps", "Lesson", "Docs", "Phone", "Calls"],
      ]);
      await expect.poll(wrong).toEqual([]);
      expect(await hidden()).toBe(0);
      // Nine, with the accounts from the menu: the bar scrolls to the one in front.
      await app.menu("Show accounts");
      await expect(buttons).toHaveCount(9);
      expect(await wrong()).toEqual([]);
      await expect(bar.getByRole("button", { name: "Accounts" })).toBeInViewport({ ratio: 0.99 });
    });
  });

  test("with text twice as large, the labels are too, and the bar of views scrolls to the one in front", async ({
    app,
  }) => {
    const { page } = app;
    const session = await page.context().newCDPSession(page);
    await session.send("Page.setFontSizes", { fontSizes: { standard: 32, fixed: 32 } });
    await page.reload();
    await view(page, "Calls");
    const bar = page.getByRole("navigation", { name: "Views" });
    const calls = bar.getByRole("button", { name: "Calls" });
    expect(await calls.evaluate((it) => Number.parseFloat(getComputedStyle(it).fontSize))).toBe(22);
    await expect(calls).toBeInViewport({ ratio: 0.99 });
    expect(await bar.evaluate((it) => it.scrollWidth > it.clientWidth)).toBe(true);
    const cut = await bar
      .getByRole("button")
      .evaluateAll((all) => all.filter((one) => one.scrollWidth > one.clientWidth).length);
    expect(cut).toBe(0);
  });

  test("how a run ended is told beside the script, which stays where it is", async ({ app }) => {
    const { page } = app;
    const script = page.getByRole("region", { name: "Script", exact: true });
    const top = async () => (await script.boundingBox())?.y;
    const before = await top();
    await app.run('print(1)\nerror("oh")');
    await app.failed("oh");
    await view(page, "Code");
    const status = page.locator(".status-words");
    await expect(status).toContainText("Failed");
    await expect(status).toBeInViewport({ ratio: 1 });
    expect(await top()).toBe(before);
    await status.getByRole("button", { name: "at line 2" }).click();
    expect(await app.editor.first().evaluate(() => getSelection()?.toString())).toBe('error("oh")');
    await view(page, "Console");
    await expect(status).toHaveCount(0);
  });

  test("the bar of the steps is only where stepping shows something", async ({ app }) => {
    const { page } = app;
    await app.run(RUN);
    await app.finished();
    await page.keyboard.press("Control+F10");
    const steps = page.getByRole("slider", { name: "Step", exact: true });
    for (const name of ["Code", "Console", "Steps", "Phone", "Calls"]) {
      await view(page, name);
      await expect(steps, name).toBeVisible();
    }
    for (const name of ["Scripts", "Docs"]) {
      await view(page, name);
      await expect(steps, name).toBeHidden();
    }
    await app.menu("Show accounts");
    await expect(app.accounts).toBeVisible();
    await expect(steps).toBeHidden();
    await view(page, "Code");
    await expect(steps).toBeVisible();
  });

  test("bars take at most a quarter of the height", async ({ app }) => {
    const { page } = app;
    await app.run(RUN);
    await app.finished();
    for (const name of ["Code", "Console", "Docs", "Phone", "Calls", "Steps"]) {
      if (name === "Steps") {
        await page.keyboard.press("Control+F10");
        await expect(page.getByRole("slider", { name: "Step", exact: true })).toBeVisible();
      } else await view(page, name);
      const bars = await page
        .locator(".top-bar, .live-band, .bottom-nav, .pane-head, .phone-head, .lesson-actions, .steps-bar")
        .evaluateAll((all) =>
          all
            .filter((bar) => bar.checkVisibility())
            .map((bar) => ({ bar: bar.className, height: bar.getBoundingClientRect().height })),
        );
      const total = bars.reduce((sum, { height }) => sum + height, 0);
      expect(total, `${name}: ${JSON.stringify(bars)}`).toBeLessThanOrEqual(780 / 4);
    }
  });
});

test.describe("on a phone on its side", () => {
  test.use({ viewport: { width: 780, height: 360 }, hasTouch: true, isMobile: true });

  test("one view at a time fills the page, and code, console and chat get a third of it", async ({ app }) => {
    const { page } = app;
    await app.run(RUN);
    await app.finished();
    await expect(page.locator(".monaco-editor")).toHaveCount(0);
    const views = {
      Code: page.getByRole("region", { name: "Script", exact: true }),
      Console: app.output,
      Phone: app.phone.getByRole("log"),
    };
    for (const [name, part] of Object.entries(views)) {
      await view(page, name);
      await expect(part).toBeVisible();
      const box = await part.boundingBox();
      expect(box?.width, name).toBe(780);
      expect(box?.height, name).toBeGreaterThan(360 / 3);
      expect(await tooWide(page), name).toEqual([]);
    }
  });
});

for (const width of [360, 768]) {
  test.describe(`at ${width} px by touch`, () => {
    test.use({ viewport: { width, height: 780 }, hasTouch: true });

    test("all controls of the phone's and the docs' bars are in view, in one row", async ({ app }) => {
      const { page } = app;
      for (const name of ["Phone", "Docs"]) {
        if (width === 360) await view(page, name);
        else await page.getByRole("tab", { name: new RegExp(`^${name}`) }).click();
        const bar = page.getByRole("tabpanel", { name }).locator(".pane-head");
        await expect(bar).toBeVisible();
        for (const control of await bar.locator("button:visible, select, label").all())
          await expect(control).toBeInViewport({ ratio: 1 });
        expect(await bar.evaluate((it) => it.scrollWidth - it.clientWidth), name).toBe(0);
        const height = await bar.evaluate((it) => it.clientHeight);
        expect(height, name).toBeLessThan(2 * 40);
      }
    });
  });
}

test("at 320 px, as at 400 % zoom, nothing is wider than the window", async ({ app }) => {
  const { page } = app;
  await page.setViewportSize({ width: 320, height: 256 });
  await app.run(RUN);
  await app.finished();
  for (const name of ["Scripts", "Code", "Console", "Docs", "Phone", "Calls"]) {
    await view(page, name);
    expect(await tooWide(page), name).toEqual([]);
  }
});

test("the browser's font size counts, in the editor too", async ({ app }) => {
  const { page } = app;
  const sizes = () =>
    Promise.all(
      [app.runButton(), page.locator(".monaco-editor .view-line").first(), page.getByRole("tab").first()].map(
        async (part) =>
          Number.parseFloat(await part.evaluate((element) => getComputedStyle(element).fontSize)),
      ),
    );
  await app.fullEditor();
  const before = await sizes();
  const session = await page.context().newCDPSession(page);
  await session.send("Page.setFontSizes", { fontSizes: { standard: 24, fixed: 20 } });
  await page.reload();
  await app.fullEditor();
  // Monaco may be drawing its lines anew.
  await expect.poll(sizes).toEqual(before.map((size) => size * 1.5));
  expect(await tooWide(page)).toEqual([]);
});
