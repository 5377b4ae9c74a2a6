/** How long the page takes to answer a person on a slow machine: every interaction of a walk through the page. */
import type { Browser, CDPSession, Locator, Page } from "@playwright/test";
import { AppPage } from "../../tests/support/app-page";
import { type Figure, median, ms } from "./figure";

/** The main thread's throttling, as the browser's own tools offer it for a middling phone. */
const CPU_RATE = 4;
const ROUNDS = 3;
const MOST_MS = 100;
/** Between two letters of a fast typist. Without it a letter would wait for those before it. */
const TYPING_MS = 80;
/** How long a person holds the button down. Without it a click would wait for the press before it. */
const PRESS_MS = 80;

interface Interaction {
  readonly name: string;
  /** Brings the page there; not measured. */
  prepare?(app: AppPage): Promise<unknown>;
  act(app: AppPage): Promise<unknown>;
}

const press = (key: string) => (app: AppPage) => app.page.keyboard.press(key);
/**
 * Points at an element, as a person does before pressing, then clicks. Without Playwright's own check of what was hit, which
 * runs in the page during the click.
 */
async function click(target: Locator): Promise<void> {
  await target.hover({ force: true });
  await rest(target.page());
  await target.click({ force: true, delay: PRESS_MS });
}
const tab = (name: string) => (app: AppPage) =>
  click(app.page.getByRole("tab", { name: new RegExp(`^${name}`) }));
const button = (name: string) => (app: AppPage) =>
  click(app.page.getByRole("button", { name, exact: true }).first());

const SCRIPT = `local total = 0
for i = 1, 50 do
  total = total + i
  print(i, total)
end
print(app.integrations.whatsapp.send_message{ to = "15551234567", body = "Hi" })
`;

let opened = 0;

function openNew(app: AppPage): Promise<void> {
  opened += 1;
  return app.script(SCRIPT, `walk-${opened}.lua`);
}

/** In this order: each begins where the one before has led. */
const WALK: readonly Interaction[] = [
  {
    name: "a letter typed in the script",
    async prepare(app) {
      await openNew(app);
      await app.editor.focus();
      await app.page.keyboard.press("Control+End");
    },
    act: (app) => app.page.keyboard.type("total = total", { delay: TYPING_MS }),
  },
  { name: "completions opened", act: press("Control+Space") },
  { name: "completions closed", act: press("Escape") },
  { name: "a new line", act: press("Enter") },
  { name: "Run", act: press("Control+Enter") },
  { name: "the calls opened", prepare: (app) => app.finished(), act: tab("Calls") },
  { name: "a call's details opened", act: (app) => click(app.page.locator(".calls-row").first()) },
  { name: "the docs opened", act: tab("Docs") },
  { name: "the phone opened", act: tab("Phone") },
  {
    name: "a message written as the customer",
    prepare: (app) => app.phone.getByRole("textbox", { name: /^Write as/ }).focus(),
    act: (app) => app.page.keyboard.type("Hello", { delay: TYPING_MS }),
  },
  { name: "a message sent as the customer", act: press("Enter") },
  { name: "the palette opened", act: press("F1") },
  {
    name: "a letter typed in the palette",
    act: (app) => app.page.keyboard.type("docs", { delay: TYPING_MS }),
  },
  { name: "the palette closed", act: press("Escape") },
  { name: "the menu opened", act: button("Menu") },
  {
    name: "the settings opened",
    act: (app) => click(app.page.getByRole("menuitem", { name: "Settings" })),
  },
  {
    name: "the theme changed",
    act: (app) =>
      click(
        app.page
          .getByRole("dialog")
          .getByRole("radio", { name: /light|dark/i, checked: false })
          .first(),
      ),
  },
  { name: "the settings closed", act: press("Escape") },
  {
    name: "an example opened",
    async prepare(app) {
      const examples = app.page.getByRole("region", { name: "Examples" });
      if (!(await examples.getByRole("button", { name: "A small campaign" }).isVisible()))
        await examples.getByText("Advanced").click();
    },
    act: button("A small campaign"),
  },
  {
    name: "another script opened",
    act: (app) => click(app.page.locator(".script-row .row-main").first()),
  },
  { name: "the lesson opened", act: tab("Lesson") },
  {
    name: "the steps opened",
    async prepare(app) {
      await openNew(app);
      await app.page.keyboard.press("Control+Enter");
      await app.finished();
    },
    act: press("Control+F10"),
  },
  {
    name: "a step forward",
    prepare: (app) => app.page.getByRole("slider", { name: "Step", exact: true }).waitFor(),
    act: press("F10"),
  },
  { name: "the last step", act: press("Alt+End") },
];

/** What Monaco itself takes for a letter on this machine. */
const BARE = "a letter typed in the smallest Monaco page";

/**
 * The walk's figures, each the median of some rounds. The round before them loads what comes with the first use. `url` is the
 * app's address, `monacoUrl` that of the smallest page with Monaco, for comparison.
 */
export async function interactionFigures(
  browser: Browser,
  url: string,
  monacoUrl: string,
): Promise<readonly Figure[]> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.addInitScript(watchInteractions);
  const client = await context.newCDPSession(page);
  const names = [...WALK.map(({ name }) => name), BARE];
  const taken = new Map<string, number[]>(names.map((name) => [name, []]));
  for (let round = 0; round <= ROUNDS; round += 1) {
    const note = (name: string, longest: number) => {
      if (round > 0) taken.get(name)?.push(longest);
    };
    const app = new AppPage(page);
    await app.open(url);
    await app.fullEditor();
    await slowly(page, client, async () => {
      for (const { name, prepare, act } of WALK) {
        await prepare?.(app);
        await slowest(page);
        await act(app);
        note(name, await slowest(page));
      }
    });
    await page.goto(monacoUrl);
    await click(page.locator(".monaco-editor .view-lines"));
    await slowly(page, client, async () => {
      await page.keyboard.press("Control+End");
      await slowest(page);
      await page.keyboard.type("total = total", { delay: TYPING_MS });
      note(BARE, await slowest(page));
    });
  }
  await context.close();
  return [...taken].map(([name, times]) => ({
    name: `Interaction, processor ${CPU_RATE} times slower: ${name}`,
    value: median(times),
    unit: "ms",
    bound: name === BARE ? null : { kind: "at most", value: MOST_MS },
    detail: `slowest ${ms(Math.max(...times))}`,
  }));
}

/** Does `work` on a slow processor, once the page rests. */
async function slowly(page: Page, client: CDPSession, work: () => Promise<void>): Promise<void> {
  await page.waitForLoadState("networkidle");
  await client.send("Emulation.setCPUThrottlingRate", { rate: CPU_RATE });
  await work();
  await client.send("Emulation.setCPUThrottlingRate", { rate: 1 });
}

/** In the page: collects from each interaction the milliseconds to the next paint. */
function watchInteractions(): void {
  const durations: number[] = [];
  Object.assign(globalThis, { interactionTimes: durations });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      if (Number(Reflect.get(entry, "interactionId")) > 0) durations.push(entry.duration);
  }).observe({ type: "event", durationThreshold: 16 } as PerformanceObserverInit);
}

/** Waits until ten frames in a row came in time. */
function rest(page: Page): Promise<void> {
  return page.evaluate(async () => {
    for (let quiet = 0; quiet < 10; ) {
      const before = performance.now();
      await new Promise(requestAnimationFrame);
      quiet = performance.now() - before < 50 ? quiet + 1 : 0;
    }
  });
}

/** Waits until the page rests, then returns the longest interaction since the last time; 0 if all took less than a frame. */
async function slowest(page: Page): Promise<number> {
  await rest(page);
  return page.evaluate(() => {
    const durations: number[] = Reflect.get(globalThis, "interactionTimes");
    return Math.max(0, ...durations.splice(0));
  });
}
