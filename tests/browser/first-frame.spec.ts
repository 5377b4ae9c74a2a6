/** What is painted first: the page's final layout, and the script as the full editor shows it. */
import type { Page } from "@playwright/test";
import { deferred } from "../../src/shared/deferred";
import { AppPage, expect, test } from "../support/app-page";
import { DEEP } from "../support/sample";

test.use({ monaco: "comes" });

/** Holds back the page's own script until the returned function is called. */
async function holdPage(page: Page): Promise<() => void> {
  const files = deferred<void>();
  await page.route(/\/assets\/(?:index|page)-[^/]*\.js$/, async (route) => {
    await files.promise;
    await route.continue();
  });
  return files.resolve;
}

/** Opens the page without its own script and puts the focus into the editor. Returns what lets the script come. */
async function openEarly(page: Page): Promise<() => void> {
  const goOn = await holdPage(page);
  await page.goto("", { waitUntil: "commit" });
  await page.getByRole("textbox", { name: "Lua script" }).focus();
  return goOn;
}

const area = (page: Page) => page.locator(".editor-area");

/** The script's text with its line numbers. Below it Monaco has a scrollbar, which comes and goes with the pointer. */
async function picture(page: Page): Promise<Buffer> {
  const box = await area(page).boundingBox();
  if (box === null) throw new Error("There is no editor.");
  return page.screenshot({ clip: { ...box, height: 340 } });
}

/** Each width and each theme once; `npm run test:deep` tries all four. */
const LOOKS = [
  { colorScheme: "light", width: 1440, height: 900, quick: true },
  { colorScheme: "light", width: 360, height: 780, quick: false },
  { colorScheme: "dark", width: 1440, height: 900, quick: false },
  { colorScheme: "dark", width: 360, height: 780, quick: true },
] as const;

for (const { colorScheme, width, height } of LOOKS.filter(({ quick }) => quick || DEEP)) {
  test.describe(`${colorScheme}, ${width} px`, () => {
    test.use({ colorScheme, viewport: { width, height } });

    test("no pixel of the script changes when the full editor takes over", async ({ page }) => {
      const goOn = await holdPage(page);
      await page.goto("", { waitUntil: "commit" });
      await expect(page.locator(".script-colours")).toBeVisible();
      const place = await area(page).boundingBox();
      const before = await picture(page);
      goOn();
      await new AppPage(page).fullEditor();
      await expect(page.locator(".script-colours")).toHaveCount(0);
      const after = await picture(page);
      expect(await area(page).boundingBox()).toEqual(place);
      expect(after.equals(before)).toBe(true);
    });
  });
}

/** Collects how far things move, and what is the largest thing painted. */
async function watchPaint(page: Page): Promise<() => Promise<unknown>> {
  await page.addInitScript(() => {
    const seen = { shift: 0, largest: "" };
    Object.assign(globalThis, { seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if ("value" in entry) seen.shift += Number(entry.value);
    }).observe({ type: "layout-shift", buffered: true });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        if ("element" in entry && entry.element instanceof Element) seen.largest = entry.element.className;
    }).observe({ type: "largest-contentful-paint", buffered: true });
  });
  return () => page.evaluate(() => Reflect.get(globalThis, "seen"));
}

for (const width of [1440, 768, 360]) {
  test.describe(`at ${width} px`, () => {
    test.use({ viewport: { width, height: 900 } });

    test("nothing moves while the page loads, and the largest thing painted is the script", async ({
      page,
    }) => {
      const seen = await watchPaint(page);
      await page.goto("");
      await new AppPage(page).fullEditor();
      await page.waitForLoadState("networkidle");
      expect(await seen()).toEqual({ shift: 0, largest: "script-colours" });
    });

    test("nothing moves while a lesson is opened by its address, nor when the page is loaded again", async ({
      page,
    }) => {
      const seen = await watchPaint(page);
      const lesson = page.getByRole("tabpanel", { name: "Lesson" });
      const loaded = async () => {
        await expect(lesson.getByRole("button", { name: "Start", exact: true })).toBeVisible();
        if (width > 1024) await expect(page.getByRole("heading", { name: "Examples" })).toBeAttached();
        await page.waitForLoadState("networkidle");
        expect(await seen()).toMatchObject({ shift: 0 });
      };
      await page.goto("?lesson=first-call");
      await loaded();
      await page.reload();
      await loaded();
    });
  });
}

test("a returning visitor sees their own script first, in panes as large as before", async ({ page }) => {
  const app = new AppPage(page);
  await app.open();
  await app.fullEditor();
  await app.script('print("<img src=x onerror=alert(1)> & co")\nprint({ 1 })');
  await page.getByRole("separator", { name: "Resize script and console" }).focus();
  await page.keyboard.press("ArrowLeft");
  await expect
    .poll(() => page.evaluate(() => localStorage.getItem("lua-agent-playground.first-frame")))
    .toContain("onerror");
  const place = await area(page).boundingBox();
  const goOn = await holdPage(page);
  await page.reload({ waitUntil: "commit" });
  await expect(page.locator(".script-colours .line").first()).toHaveText(
    'print("<img src=x onerror=alert(1)> & co")',
  );
  await expect(page.locator(".script-colours img")).toHaveCount(0);
  expect(await area(page).boundingBox()).toEqual(place);
  const before = await picture(page);
  goOn();
  await app.fullEditor();
  await expect(page.locator(".script-colours")).toHaveCount(0);
  expect((await picture(page)).equals(before)).toBe(true);
});

test("what is typed before the page's own script has loaded is kept", async ({ page }) => {
  const goOn = await openEarly(page);
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.type("\nprint('typed early')");
  goOn();
  const app = new AppPage(page);
  await app.fullEditor();
  await expect(page.getByText("print('typed early')")).toBeVisible();
  await expect(page.getByRole("textbox", { name: /^Lua script\. / })).toBeFocused();
});

test("the keys of Run, pressed before the page's own script has loaded, run what was typed", async ({
  page,
}) => {
  const goOn = await openEarly(page);
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type("print('early', 6 * 7)");
  await page.keyboard.press("ControlOrMeta+Enter");
  goOn();
  await expect(new AppPage(page).output).toContainText("early\t42");
});

test("the palette's keys, pressed before the page's own script has loaded, open the palette", async ({
  page,
}) => {
  const goOn = await openEarly(page);
  await page.keyboard.press("F1");
  goOn();
  await expect(page.getByRole("dialog", { name: "All commands" })).toBeVisible();
});

test("a file dropped before the page can open it is opened then", async ({ page }) => {
  const goOn = await openEarly(page);
  const app = new AppPage(page);
  await app.drop("early.lua", "print('dropped early')");
  goOn();
  await expect(page.locator(".script-row.is-current .row-main")).toHaveText("early.lua");
  // Once, and from then on as they are dropped.
  await app.drop("later.lua", "print('dropped later')");
  await expect(page.locator(".script-row .row-main")).toHaveText(["early.lua", "later.lua", "welcome.lua"]);
});

test("nothing is painted before the script is, and nothing is loaded in front of it", async ({ page }) => {
  const html = await (await page.request.get("")).text();
  const frame = html.indexOf('id="first-frame"');
  const loads = [...html.matchAll(/rel="(?:modulepreload|preload|stylesheet)"|<script [^>]*src=/g)];
  expect(loads.length).toBeGreaterThan(0);
  for (const { index, 0: tag } of loads) expect(index, tag).toBeGreaterThan(frame);
  await new AppPage(page).open();
  const paints = () =>
    page.evaluate(() => performance.getEntriesByType("paint").map(({ startTime }) => startTime));
  await expect.poll(async () => (await paints()).length).toBe(2);
  expect(new Set(await paints()).size).toBe(1);
});
