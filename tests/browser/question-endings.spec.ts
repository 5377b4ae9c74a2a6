/** A live run in hostile hands: however it ends, its question closes unsent, and a request in flight is ended. */
import type { Page } from "@playwright/test";
import { AppPage, test as base, expect } from "../support/app-page";
import { startGraphServer } from "../support/graph-server";
import { LivePage } from "../support/live-page";

const CALL = {
  kind: "call",
  text: JSON.stringify({
    path: ["integrations", "whatsapp", "send_message"],
    args: [{ to: "15551234567", body: "Hello" }],
    line: 1,
  }),
  computedMs: 0,
};
const END = { kind: "done", result: [], error: null, memoryBytes: 0 };
const ERROR = { message: "bad", line: 1, traceback: [] };

/** In front of the worker's own script: instead of running a script it calls, unless that script says “wait”. */
const FRONT = `addEventListener("message", ({ data: { port } }) => {
  port.addEventListener("message", (event) => {
    if (event.data.kind !== "run") return;
    event.stopImmediatePropagation();
    globalThis.say = (message) => port.postMessage(message);
    if (!event.data.job.source.includes("wait")) say(${JSON.stringify(CALL)});
  });
}, { once: true });`;

/** A live page whose worker obeys nobody, and whose server never answers. Opened once for all tests. */
const test = base.extend<object, { held: LivePage }>({
  held: [
    async ({ browser }, use, { project }) => {
      const { baseURL = "" } = project.use;
      const server = await startGraphServer();
      const context = await browser.newContext({ baseURL, serviceWorkers: "block" });
      await context.route("**/box-worker-*.js", async (route) => {
        const response = await route.fetch();
        await route.fulfill({ response, body: `${FRONT}\n;${await response.text()}` });
      });
      const app = new AppPage(await context.newPage());
      await app.open();
      await app.fullEditor();
      const live = new LivePage(app, server);
      await live.begin("slow");
      await app.settings(async (dialog) => {
        await dialog.getByLabel("CPU time").fill("1");
        await dialog.getByLabel("CPU time").press("Tab");
      });
      await use(live);
      await context.close();
      await server.close();
    },
    { scope: "worker", timeout: 180_000 },
  ],
});

/** Has the worker of the run post something to the page. */
async function say(page: Page, message: unknown): Promise<void> {
  for (const worker of page.workers()) {
    const said = await worker.evaluate((sent) => {
      const post: unknown = Reflect.get(globalThis, "say");
      if (typeof post !== "function") return false;
      post(sent);
      return true;
    }, message);
    // The page may end the workers now.
    if (said) return;
  }
}

let scripts = 0;
/** A name that no script of the page has. */
const newName = () => `case${++scripts}.lua`;

/** Ways for a run to end while its question is open or its request is on its way, and what the page says then. */
const ENDINGS: Readonly<Record<string, readonly [end: (page: Page) => Promise<void>, status: RegExp]>> = {
  "the worker says that it is done": [(page) => say(page, END), /Finished/],
  "the worker says that the script failed": [(page) => say(page, { ...END, error: ERROR }), /Failed/],
  "the worker says that it crashed": [(page) => say(page, { kind: "crashed", message: "trap" }), /Failed/],
  "a second call": [(page) => say(page, CALL), /Failed/],
  "a message that cannot be read": [(page) => say(page, null), /Failed/],
  Stop: [(page) => page.keyboard.press("ControlOrMeta+."), /Stopped/],
};

test.describe("a question closes and nothing is sent when its run is ended by", () => {
  for (const [how, [end, status]] of Object.entries(ENDINGS))
    test(how, async ({ held }) => {
      const { app } = held;
      const before = held.arrived("POST");
      await app.run("-- call", newName());
      await expect(held.question()).toBeVisible();
      await end(app.page);
      await expect(held.question()).toBeHidden();
      await expect(app.status).toContainText(status);
      expect(held.arrived("POST")).toBe(before);
    });

  test("its time, which leaves no question behind", async ({ held }) => {
    const { app } = held;
    await app.run("-- wait", newName());
    await app.failed("Lua timeout error");
    await say(app.page, CALL);
    await expect(held.question()).toHaveCount(0);
  });
});

test.describe("a request in flight is ended, and its outcome is unknown, when its run is ended by", () => {
  for (const [how, [end, status]] of Object.entries(ENDINGS))
    test(how, async ({ held }) => {
      const { app } = held;
      const before = held.arrived("POST");
      const ended = app.page.waitForEvent("requestfailed", (request) => request.method() === "POST");
      await app.run("-- call", newName());
      await held.question().getByRole("button", { name: "Send", exact: true }).click();
      await expect.poll(() => held.arrived("POST")).toBe(before + 1);
      await end(app.page);
      expect((await ended).failure()?.errorText).toBe("net::ERR_ABORTED");
      await expect(app.status).toContainText(status);
      await expect(await app.callRows()).toContainText("outcome unknown");
      expect(held.arrived("POST")).toBe(before + 1);
    });
});
