/** A live run in a worker that someone else controls: whatever it sends, and however the run ends, nothing leaves unasked. */

import { signal } from "@preact/signals";
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from "vitest";
import { createPermissions } from "../../../src/app/permissions";
import { createRun } from "../../../src/app/run";
import { createSettings } from "../../../src/app/settings";
import { followRun, type RunWorker } from "../../../src/sandbox/page/worker-run";
import { type FromWorker, parseFromWorker } from "../../../src/sandbox/protocol";
import { deferred } from "../../../src/shared/deferred";
import { openVault } from "../../../src/vault/vault";
import { json, serve } from "../gateway/live/server";
import { sharedStore } from "../vault/shared-store";
import { localStorageLike } from "./browser-parts";

const storage = localStorageLike();

beforeAll(() => {
  // Of a page, a run asks only whether it is hidden.
  vi.stubGlobal("document", { hidden: true, baseURI: "http://localhost/" });
  vi.stubGlobal("navigator", {});
  vi.stubGlobal("localStorage", storage);
});
afterAll(() => {
  vi.unstubAllGlobals();
});

const call = (account: string, name = "send_message", args: object = { to: "15551234567", body: "Hi" }) => ({
  kind: "call",
  text: JSON.stringify({ path: ["integrations", "whatsapp", account, name], args: [args], line: 1 }),
  computedMs: 0,
});
const CALL = call("shop");
const DONE = { kind: "done", result: [], error: null, memoryBytes: 0 };

/** A worker whose messages are the test's. */
function hostileWorker() {
  const ready = deferred<void>();
  const begun = deferred<void>();
  const state = { terminated: 0, told: [] as string[] };
  const worker: RunWorker = {
    ready: ready.promise,
    listen: () => {},
    begin: () => begun.resolve(),
    tell: (text) => state.told.push(text),
    terminate: () => {
      state.terminated += 1;
    },
  };
  const unreadable: FromWorker = { kind: "crashed", message: "unreadable" };
  return {
    worker,
    state,
    begun: begun.promise,
    start: ready.resolve,
    fail: ready.reject,
    say: (message: unknown) => worker.listen(parseFromWorker(message) ?? unreadable),
  };
}

/** `answer`: what the API answers; it never does if that is `null`. */
async function liveRun({ answer = { messages: [{ id: "wamid.1" }] } as unknown, cpuSeconds = 30 } = {}) {
  const { origin, received } = await serve((_, response) => {
    if (answer !== null) json(response, 200, answer);
  });
  const vault = await openVault(sharedStore().tab());
  for (const name of ["shop", "second"])
    await vault.save(null, {
      name,
      integration: "whatsapp",
      fields: { phone_number_id: "1", base_url: origin },
      token: "EAAGm0PX4ZCpsBAKZ-1234",
      isDefault: name === "shop",
    });
  const inside = hostileWorker();
  const permissions = createPermissions();
  const settings = createSettings(null);
  settings.update({ limits: { cpuSeconds, memoryBytes: 1 << 25 } });
  const run = createRun({
    load: () => import("../../../src/app/begin-run"),
    openBox: async () => ({
      run: (...args) => followRun(inside.worker, ...args),
      spawnReplay() {
        throw new Error("Nothing is replayed here.");
      },
      warmUpCalls() {},
    }),
    mode: { mode: signal("live" as const) },
    scripts: { current: signal({ id: "1", name: "a.lua", source: "", editedAt: 0 }) },
    settings,
    accounts: { all: signal(vault.accounts()), vault: async () => vault },
    permissions,
    worlds: { begin: async () => ({}), take() {}, onAct: () => () => {} },
    docs: { forRun: async () => [] },
  });
  onTestFinished(() => run.stop());
  run.start();
  inside.start();
  await inside.begun;
  const question = () =>
    vi.waitFor(() => permissions.pending.value ?? Promise.reject(new Error("not asked")));
  const ended = () =>
    vi.waitFor(() => {
      const phase = run.phase.value;
      if (phase.kind !== "ended") throw new Error("still running");
      return phase.end;
    }, 5_000);
  return { run, settings, permissions, received, ...inside, question, ended };
}

type Live = Awaited<ReturnType<typeof liveRun>>;

/** Every way for a run to end while its question is open. */
const ENDINGS: Readonly<Record<string, (live: Live) => void>> = {
  "the worker says it is done": ({ say }) => say(DONE),
  "the worker says that the script failed": ({ say }) =>
    say({ ...DONE, error: { message: "bad", line: 1, traceback: [] } }),
  "the worker says it crashed": ({ say }) => say({ kind: "crashed", message: "trap" }),
  "a second call": ({ say }) => say(call("second")),
  "the same call again": ({ say }) => say(CALL),
  "an unreadable message": ({ say }) => say(null),
  "a row of a simulated call": ({ say }) => say({ kind: "runEvents", events: {}, rows: [{}] }),
  "an event of a simulated world": ({ say }) =>
    say({ kind: "runEvents", events: { whatsapp: [{}] }, rows: [] }),
  "a second start": ({ say }) => say({ kind: "ready" }),
  "a beginning while a question is open": ({ say }) => say({ kind: "begun" }),
  "output that cannot be read": ({ say }) => say({ kind: "output", frames: new Uint8Array([1, 2, 3]) }),
  Stop: ({ run }) => run.stop(),
  "the next run": ({ run }) => run.start(),
};

describe("a question belongs to its run, and closes unsent when the run ends by", () => {
  test.each(Object.entries(ENDINGS))("%s", async (_, end) => {
    const live = await liveRun();
    live.say(CALL);
    const asked = await live.question();
    end(live);
    await vi.waitFor(() => expect(live.permissions.pending.value).toBeNull());
    // The click that comes too late.
    live.permissions.answer(asked, "once");
    live.permissions.answer(asked, "run");
    await vi.waitFor(() =>
      expect(live.run.calls.value.length + Number(live.run.phase.value.kind === "running")).toBeGreaterThan(
        0,
      ),
    );
    expect(live.received).toEqual([]);
    expect(live.state.told).toEqual([]);
    expect(live.state.terminated).toBe(1);
  });

  test("an end and a click in the same moment", async () => {
    for (const [what, end] of Object.entries(ENDINGS)) {
      const live = await liveRun();
      live.say(CALL);
      const asked = await live.question();
      live.permissions.answer(asked, "once");
      end(live);
      await new Promise((resolve) => setTimeout(resolve, 20));
      expect([what, live.received]).toEqual([what, []]);
    }
  });
});

test.each(Object.entries(ENDINGS).filter(([what]) => what !== "the next run"))(
  "a request in flight is ended by %s, and its outcome is unknown",
  async (_, end) => {
    const live = await liveRun({ answer: null });
    live.say(CALL);
    live.permissions.answer(await live.question(), "once");
    await vi.waitFor(() => expect(live.received).toHaveLength(1));
    // For the next page, if this one goes now.
    expect([...storage.items.values()]).toEqual([
      expect.stringContaining("whatsapp.send_message with the account “shop”"),
    ]);
    end(live);
    await live.ended();
    expect(storage.items.size).toBe(0);
    await vi.waitFor(() => expect(live.run.calls.value).toMatchObject([{ status: "unknown" }]));
    expect(live.state.told).toEqual([]);
  },
);

test("a run past its time is over: its calls are neither asked about nor sent", async () => {
  const live = await liveRun({ cpuSeconds: 1 });
  expect(await live.ended()).toMatchObject({ kind: "failed", error: { message: "Lua timeout error" } });
  live.say(CALL);
  expect([live.permissions.pending.value, live.received, live.state.terminated]).toEqual([null, [], 1]);
});

test("a worker that cannot start ends the run with the reason", async () => {
  const inside = hostileWorker();
  inside.fail(new Error("no worker"));
  const end = await followRun(
    inside.worker,
    {
      name: "a.lua",
      source: "",
      limits: { cpuSeconds: 1, memoryBytes: 1 },
      docs: [],
      accounts: [],
      door: { kind: "live", seed: 1 },
    },
    { output() {}, row() {}, events() {}, call: async () => "" },
  ).ended;
  expect(end).toMatchObject({ kind: "crashed", message: "no worker" });
});

test("the page's computing for a run's calls counts as the script's time", async () => {
  const inside = hostileWorker();
  const run = followRun(
    inside.worker,
    {
      name: "a.lua",
      source: "",
      limits: { cpuSeconds: 60, memoryBytes: 1 },
      docs: [],
      accounts: [],
      door: { kind: "live", seed: 1 },
    },
    {
      output() {},
      row() {},
      events() {},
      async call(_, worked) {
        worked(25_000);
        return "";
      },
    },
  );
  inside.start();
  await inside.begun;
  for (const told of [1, 2]) {
    inside.say(CALL);
    await vi.waitFor(() => expect(inside.state.told).toHaveLength(told));
  }
  inside.say(CALL);
  expect(await run.ended).toMatchObject({ kind: "timeout" });
});

test("a mock run accepts no live call", async () => {
  const inside = hostileWorker();
  const calls: string[] = [];
  const run = followRun(
    inside.worker,
    {
      name: "a.lua",
      source: "",
      limits: { cpuSeconds: 9, memoryBytes: 1 },
      docs: [],
      accounts: [],
      door: { kind: "mock", worlds: {} },
    },
    { output() {}, row() {}, events() {}, call: async (text) => String(calls.push(text)) },
  );
  inside.start();
  await inside.begun;
  inside.say(CALL);
  expect(await run.ended).toMatchObject({
    kind: "crashed",
    message: expect.stringContaining("unexpected message"),
  });
  expect(calls).toEqual([]);
});

describe("“Send all in this run”", () => {
  const answered = (live: Live, count: number) =>
    vi.waitFor(() => expect(live.state.told).toHaveLength(count));

  test("covers the account and kind it named, and counts what it sent", async () => {
    const live = await liveRun();
    live.say(CALL);
    live.permissions.answer(await live.question(), "run");
    await answered(live, 1);
    live.say(CALL);
    await answered(live, 2);
    expect(live.run.phase.value).toMatchObject({ kind: "running", sentUnasked: 2 });
    live.say(call("second", "send_template", { to: "15550000000", template_name: "hello_world" }));
    expect(await live.question()).toMatchObject({ account: "second", functionName: "send_template" });
    expect(live.received).toHaveLength(2);
  });

  test("for reads covers no writes", async () => {
    const live = await liveRun({ answer: { id: "1" } });
    live.settings.update({ permissions: { whatsapp: { read: "ask", write: "ask" } } });
    live.say(call("shop", "get_current_user", {}));
    live.permissions.answer(await live.question(), "run");
    await answered(live, 1);
    live.say(CALL);
    expect(await live.question()).toMatchObject({ kind: "write" });
    expect(live.received.map(({ method }) => method)).toEqual(["GET"]);
  });
});

test("a run has one identity while its calls come and after its end, and the next run has another", async () => {
  const live = await liveRun({ answer: { id: "1" } });
  const first = live.run.identity();
  live.say(call("shop", "get_current_user", {}));
  await vi.waitFor(() => expect(live.run.calls.value).toHaveLength(1));
  expect(live.run.identity()).toBe(first);
  live.say(DONE);
  await live.ended();
  expect(live.run.identity()).toBe(first);
  live.run.start();
  expect(live.run.identity()).not.toBe(first);
});
