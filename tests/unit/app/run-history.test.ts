import { signal } from "@preact/signals";
import { describe, expect, it } from "vitest";
import { outputText } from "../../../src/app/output-entries";
import { createOutputLog } from "../../../src/app/output-log";
import type { RunPhase, ShownRun } from "../../../src/app/run";
import { openRunHistory } from "../../../src/app/run-history";
import type { CallRow } from "../../../src/gateway/call-row";
import type { JsonValue } from "../../../src/shared/json";
import { type KeyValueStore, memoryStore } from "../../../src/storage/store";

function frames(...lines: readonly string[]): Uint8Array {
  const texts = lines.map((line) => new TextEncoder().encode(line));
  const bytes = new Uint8Array(texts.reduce((sum, text) => sum + 5 + text.length, 0));
  let at = 0;
  for (const text of texts) {
    new DataView(bytes.buffer).setUint32(at + 1, text.length, true);
    bytes.set(text, at + 5);
    at += 5 + text.length;
  }
  return bytes;
}

const row = (id: number, body = "{}"): CallRow => ({
  ...{ id, path: "app.integrations.whatsapp.get_current_user", group: "whatsapp", name: "get_current_user" },
  ...{ icon: null, kind: "read", account: "default", line: 1, args: [], startedMs: 0, durationMs: 1 },
  ...{ status: "ok", error: null, request: null },
  response: { status: 200, headers: {}, body },
});

interface Ran {
  readonly lines?: readonly string[];
  readonly calls?: readonly CallRow[];
  readonly result?: readonly JsonValue[];
}

/** A page's run, as far as its history sees it. */
function page(store: KeyValueStore) {
  const output = createOutputLog();
  const shown = signal<ShownRun | null>(null);
  const phase = signal<RunPhase>({ kind: "idle" });
  let clock = 1_000;
  const run = {
    phase,
    shown: () => shown.value,
    showAgain(again: ShownRun) {
      output.replace(again.output);
      phase.value = { ...again.phase, again: true };
      shown.value = { ...again, phase: phase.value };
    },
  };
  const history = openRunHistory(store, run, [], () => clock++);
  return {
    history,
    shown,
    text: () => outputText(output),
    ends(script: string, { lines = [], calls = [], result = [] }: Ran = {}) {
      output.clear();
      for (const line of lines) output.append(frames(line));
      const end = { kind: "finished", result, elapsedMs: 1, memoryBytes: 1 } as const;
      phase.value = { kind: "ended", mode: "mock", script, scriptId: script, source: "return", end };
      shown.value = { phase: phase.value, output: output.all(), calls, callsDropped: 0, replayable: null };
      return history.saved();
    },
    scripts: () => history.runs.value.map(({ script }) => script),
  };
}

describe("the last runs", () => {
  it("the newest is shown again after a reload, with what it printed, called and returned", async () => {
    const store = memoryStore();
    await page(store).ends("a.lua", { lines: ["one", "two"], calls: [row(1)], result: [{ x: 1 }] });
    const after = page(store);
    await after.history.restored;
    expect(after.text()).toBe("one\ntwo");
    expect(after.shown.value).toMatchObject({
      phase: { script: "a.lua", again: true, end: { kind: "finished", result: [{ x: 1 }] } },
      calls: [{ id: 1, response: { status: 200 } }],
    });
  });

  it("opens a run whose calls were stored with their explanations, as earlier versions did", async () => {
    const store = memoryStore();
    const explained = {
      ...row(1),
      explanation: { text: "Meta rejected the access token.", page: "accounts" },
    };
    await page(store).ends("a.lua", { calls: [explained] });
    const after = page(store);
    await after.history.restored;
    expect(after.shown.value?.calls).toEqual([row(1)]);
  });

  it("five are kept, and each can be reopened", async () => {
    const store = memoryStore();
    const first = page(store);
    for (const name of ["a", "b", "c", "d", "e", "f"]) await first.ends(name, { lines: [name] });
    expect(first.scripts()).toEqual(["f", "e", "d", "c", "b"]);
    first.history.choose(first.history.runs.value[2]?.id ?? "");
    expect(first.text()).toBe("d");
    const after = page(store);
    await after.history.restored;
    expect(after.scripts()).toEqual(["f", "e", "d", "c", "b"]);
  });

  it("of two tabs are kept together", async () => {
    const store = memoryStore();
    const [one, two] = [page(store), page(store)];
    await one.ends("one.lua");
    await two.ends("two.lua");
    const after = page(store);
    await after.history.restored;
    expect(after.scripts().sort()).toEqual(["one.lua", "two.lua"]);
  });

  it("keep within their limits, and say what is missing", async () => {
    const store = memoryStore();
    const line = "x".repeat(100_000);
    const first = page(store);
    await first.ends("big.lua", {
      lines: Array.from({ length: 20 }, () => line),
      calls: Array.from({ length: 50 }, (_, index) => row(index + 1, line)),
      result: [line.repeat(3)],
    });
    const after = page(store);
    await after.history.restored;
    const shown = after.shown.value;
    expect(shown?.output.dropped).toBe(15);
    expect(shown?.output.held).toHaveLength(5);
    expect(shown?.callsDropped).toBe(40);
    expect(shown?.calls.at(-1)?.id).toBe(50);
    expect(shown?.phase.end).toMatchObject({ result: [], leftOut: true });
  });

  it("a run that begins first is not replaced by a stored one", async () => {
    const store = memoryStore();
    await page(store).ends("old.lua", { lines: ["old"] });
    const after = page(store);
    await after.ends("new.lua", { lines: ["new"] });
    await after.history.restored;
    expect(after.text()).toBe("new");
    expect(after.scripts()).toEqual(["new.lua", "old.lua"]);
  });

  it("a run that ends while stored runs are being read is kept too", async () => {
    const store = memoryStore();
    const inner = store.get;
    const first = page({
      ...store,
      async get(key) {
        const found = await inner(key);
        if (first.scripts().length === 0) void first.ends("a.lua");
        return found;
      },
    });
    await first.history.restored;
    await first.history.saved();
    expect(first.scripts()).toEqual(["a.lua"]);
    const after = page(store);
    await after.history.restored;
    expect(after.scripts()).toEqual(["a.lua"]);
  });

  it("damaged records are left out", async () => {
    const store = memoryStore();
    await page(store).ends("good.lua");
    await store.update("runs", (stored) => {
      const { runs } = stored as { runs: object[] };
      return { version: 1, runs: [{ ...runs[0], id: "bad", output: new Uint8Array([0, 255]) }, 7, ...runs] };
    });
    const after = page(store);
    await after.history.restored;
    expect(after.scripts()).toEqual(["good.lua"]);
  });

  it("stay in memory while storage is refused, and the page can say so", async () => {
    const refusing: KeyValueStore = {
      ...memoryStore(),
      update: () => Promise.reject(new DOMException("full", "QuotaExceededError")),
    };
    const only = page(refusing);
    await only.ends("a.lua");
    await only.ends("b.lua");
    expect(only.scripts()).toEqual(["b.lua", "a.lua"]);
    expect(only.history.unsaved.value).toContain("full");
  });

  it("can be deleted", async () => {
    const store = memoryStore();
    const first = page(store);
    await first.ends("a.lua");
    await first.history.forget();
    const after = page(store);
    await after.history.restored;
    expect(after.scripts()).toEqual([]);
    expect(after.shown.value).toBeNull();
  });
});
