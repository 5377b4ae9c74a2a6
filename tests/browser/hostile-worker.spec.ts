/** The page against a worker that someone else controls, as if a script had broken out of the VM. */

import type { Page } from "@playwright/test";
import { AppPage, test } from "../support/app-page";
import { expect } from "../support/live-page";
import { sample, spread } from "../support/sample";

const FRAMES = "new Uint8Array([0, 1, 0, 0, 0, 120])";
/** Waits for room as the sandbox's own worker does, then sends the dearest output that fits. */
const WITHIN_CREDITS = `const bytes = new Int32Array(start.backlog);
for (;;) {
  for (let n = Atomics.load(bytes, 0); n >= 1 << 19; n = Atomics.load(bytes, 0)) Atomics.wait(bytes, 0, n);
  Atomics.add(bytes, 0, 2048 + 5 * 16384);
  port.postMessage({ kind: "output", frames: new Uint8Array(5 * 16384) });
}`;

const ENDED = /Failed/;
const STOPPED = /Stopped after/;
/** The gate may still be unpacking when Stop is pressed. */
const EITHER = /Failed|Stopped after/;

/** JavaScript that runs once the worker is to run a script, and how that run ends. */
const FLOODS: Readonly<Record<string, readonly [source: string, end: RegExp]>> = {
  output: [`for (;;) port.postMessage({ kind: "output", frames: ${FRAMES} });`, ENDED],
  "empty output": [`for (;;) port.postMessage({ kind: "output", frames: new Uint8Array() });`, ENDED],
  events: [`for (;;) port.postMessage({ kind: "runEvents", events: {}, rows: [] });`, ENDED],
  "unreadable messages": [`for (;;) port.postMessage(null);`, ENDED],
  starts: [`for (;;) port.postMessage({ kind: "ready" });`, ENDED],
  "huge texts": [`const text = "x".repeat(2e6); for (;;) port.postMessage(text);`, ENDED],
  "huge output": [`for (;;) port.postMessage({ kind: "output", frames: new Uint8Array(4e6) });`, ENDED],
  "giant lists": [
    `const list = Array.from({ length: 1e6 }, (_, i) => i); for (;;) port.postMessage(list);`,
    ENDED,
  ],
  calls: [`for (;;) port.postMessage({ kind: "call", text: "{}", computedMs: 0 });`, ENDED],
  "one text of 200 megabytes": [`port.postMessage("x".repeat(2e8));`, EITHER],
  "one list of two million objects": [
    `port.postMessage(Array.from({ length: 2e6 }, (_, i) => ({ i })));`,
    EITHER,
  ],
  "a text of 200 megabytes, again and again": [`for (;;) port.postMessage("x".repeat(2e8));`, EITHER],
  "messages to the frame": ["for (;;) postMessage(null);", ENDED],
  "a giant message to the frame": [
    `Object.getPrototypeOf(globalThis).postMessage?.call(globalThis, "x".repeat(2e8));
DedicatedWorkerGlobalScope.prototype.postMessage?.call(globalThis, "x".repeat(2e8)); for (;;);`,
    STOPPED,
  ],
  "one error of 200 megabytes": [`throw "x".repeat(2e8);`, ENDED],
  errors: [`for (;;) reportError(new Error("x"));`, ENDED],
  "output within its credits": [WITHIN_CREDITS, STOPPED],
};

/** Opens the page with a worker that obeys nobody. */
async function openWith(page: Page, attack: string): Promise<AppPage> {
  const body = `addEventListener("message", ({ data: start }) => {
  const { port } = start;
  port.onmessage = ({ data }) => { if (data.kind === "run") { ${attack} } };
  port.postMessage({ kind: "ready" });
}, { once: true });`;
  await page.route("**/box-worker-*.js", (route) => route.fulfill({ contentType: "text/javascript", body }));
  const app = new AppPage(page);
  await app.open();
  return app;
}

/** Presses Run, and Stop `patience` milliseconds later if the run has not ended by then. Returns how it ended. */
async function runAndStop(page: Page, patience: number): Promise<string> {
  return page.evaluate(async (patience) => {
    const button = document.querySelector<HTMLButtonElement>(".run-button");
    const words = () =>
      Array.from(document.querySelectorAll(".console-end-line, .status-words")).at(-1)?.textContent ?? "";
    const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
    button?.click();
    const began = performance.now();
    while (performance.now() - began < patience && !/Failed|Finished/.test(words())) await pause(20);
    if (button?.classList.contains("is-stop")) button.click();
    while (!/Failed|Finished|Stopped/.test(words()) && performance.now() - began < 20_000) await pause(5);
    return words();
  }, patience);
}

/** Starts counting. Returns a function that returns milliseconds of processor that the page's own thread has used since. */
async function pageTime(page: Page): Promise<() => Promise<number>> {
  const client = await page.context().newCDPSession(page);
  // Time on the processor: what else the machine does doesn't count.
  await client.send("Performance.enable", { timeDomain: "threadTicks" });
  const used = async () => {
    const { metrics } = await client.send("Performance.getMetrics");
    return 1_000 * (metrics.find(({ name }) => name === "TaskDuration")?.value ?? Number.NaN);
  };
  const before = await used();
  return async () => (await used()) - before;
}

test.describe("Stop works and the page stays free while the worker floods it with", () => {
  for (const [what, [source, end]] of spread(Object.entries(FLOODS), sample(9))) {
    test(what, async ({ page }) => {
      const app = await openWith(page, source);
      await app.fullEditor();
      const used = await pageTime(page);
      // What the page ends by itself needs no Stop, however slow the machine is.
      expect(await runAndStop(page, end === ENDED ? 20_000 : 1_500)).toMatch(end);
      // Of at least 1.5 s unless the flood has been ended.
      const ms = await used();
      test.info().annotations.push({ type: "figure", description: `${Math.round(ms)} ms of processor` });
      expect(ms).toBeLessThan(2_000);
    });
  }
});

test("code in the sandbox's frame finds no WebRTC, nor do frames that it makes", async ({ page }) => {
  await new AppPage(page).open();
  const box = await page.locator('iframe[title="Sandbox"]').elementHandle();
  const frame = await box?.contentFrame();
  const found = await frame?.evaluate(async () => {
    const makeFrame = (srcdoc: string | null) => {
      const inner = document.createElement("iframe");
      if (srcdoc !== null) inner.srcdoc = srcdoc;
      document.documentElement.append(inner);
      return inner;
    };
    let blank = "";
    try {
      blank = String(Reflect.get(makeFrame(null).contentWindow ?? {}, "RTCPeerConnection"));
    } catch (error) {
      blank = error instanceof DOMException ? error.name : String(error);
    }
    const inner = makeFrame("<p>shown</p><script>globalThis.scriptRan = true</script>");
    await new Promise((resolve) => (inner.onload = resolve));
    return { own: Object.getOwnPropertyNames(globalThis).filter((name) => name.includes("RTC")), blank };
  });
  expect(found).toEqual({ own: [], blank: "SecurityError" });
  // A frame with a document of its own has WebRTC, but no script runs in it.
  const inner = await (await frame?.$("iframe[srcdoc]"))?.contentFrame();
  const made = await inner?.evaluate(() => [document.body.innerText, Reflect.has(globalThis, "scriptRan")]);
  expect(made).toEqual(["shown", false]);
});
