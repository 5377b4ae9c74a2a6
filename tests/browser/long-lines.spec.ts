/** A long line against one of a quarter of its length: what the page does for it grows no faster than the line. */
import type { CDPSession, Page } from "@playwright/test";
import { AppPage, expect, test } from "../support/app-page";
import { DEEP } from "../support/sample";

const [SHORT, LONG] = DEEP ? [5_000, 20_000] : [2_000, 8_000];
/** Work that grows with the square of the length would be 16 times as much. */
const MOST = 1.5 * (LONG / SHORT);

/** Composes a text as an input method does, then commits it. */
async function compose(client: CDPSession, text: string): Promise<void> {
  const end = text.length;
  await client.send("Input.imeSetComposition", { text, selectionStart: end, selectionEnd: end });
  await client.send("Input.insertText", { text });
}

interface Hands {
  readonly page: Page;
  readonly client: CDPSession;
  /** A text of the line's length. */
  readonly line: string;
}

const ACTIONS: Readonly<Record<string, (hands: Hands) => Promise<void>>> = {
  "committed at once": ({ page, line }) => page.keyboard.insertText(line),
  async pasted({ page, line }) {
    await page.evaluate((text) => navigator.clipboard.writeText(text), line);
    await page.keyboard.press("ControlOrMeta+v");
  },
  async "typed and composed behind"({ page, client, line }) {
    await page.keyboard.insertText(line);
    await page.keyboard.type("abc def");
    await compose(client, "日本");
    await page.keyboard.press("Backspace");
  },
};

/** How many functions of the page are called from now until it rests. */
async function callsOf({ page, client }: Hands, act: () => Promise<void>): Promise<number> {
  const since = async () => {
    const { result } = await client.send("Profiler.takePreciseCoverage");
    const functions = result.flatMap((script) => script.functions);
    return functions.reduce((sum, { ranges }) => sum + (ranges[0]?.count ?? 0), 0);
  };
  await since();
  await act();
  let all = 0;
  for (let more = Number.POSITIVE_INFINITY; more > all / 50; ) {
    // Marks come when the keys rest.
    await page.waitForTimeout(300);
    more = await since();
    all += more;
  }
  return all;
}

/** `quick`: the way that `npm test` tries in this editor; `npm run test:deep` tries all. */
async function expectLinear(app: AppPage, unit: string, quick: string, actions = ACTIONS): Promise<void> {
  const { page } = app;
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const client = await page.context().newCDPSession(page);
  await client.send("Profiler.enable");
  await client.send("Profiler.startPreciseCoverage", { callCount: true, detailed: false });
  for (const [name, act] of Object.entries(actions)) {
    if (!DEEP && name !== quick) continue;
    const work = async (length: number) => {
      await app.script("local a = ", `${name} ${length}.lua`);
      await app.editor.first().focus();
      await page.keyboard.press("ControlOrMeta+End");
      const hands = { page, client, line: unit.repeat(length).slice(0, length) };
      return callsOf(hands, () => act(hands));
    };
    // Loads what comes with the first key.
    await work(10);
    const [short, long] = [await work(SHORT), await work(LONG)];
    expect(long, `a line ${name}: ${short} calls, then ${long}`).toBeLessThan(MOST * short);
  }
}

test("of code, in the full editor", async ({ app }) => {
  await app.fullEditor();
  await expectLinear(app, "f(1) + ", "pasted");
});

test("of another script, in the full editor", async ({ app }) => {
  await app.fullEditor();
  await expectLinear(app, "日", "composed", {
    ...ACTIONS,
    composed: ({ client, line }) => compose(client, line),
  });
});

test("of code, in the plain editor of phones", async ({ browser }) => {
  const context = await browser.newContext({
    hasTouch: true,
    isMobile: true,
    viewport: { width: 360, height: 780 },
    serviceWorkers: "block",
  });
  const app = new AppPage(await context.newPage());
  await app.open();
  await expectLinear(app, "f(1) + ", "typed and composed behind");
  await context.close();
});
