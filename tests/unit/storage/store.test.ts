import { afterEach, describe, expect, it, vi } from "vitest";
import { indexedDbStores } from "../../../src/storage/store";

/** IndexedDB whose `open` fires its event only when the test says so, and a clock in the test's hands. */
function silentBrowser() {
  const requests: { result?: unknown; onsuccess?: () => void }[] = [];
  const timers = new Map<() => void, number>();
  vi.stubGlobal("indexedDB", {
    open() {
      const request = {};
      requests.push(request);
      return request;
    },
  });
  const store = indexedDbStores((work, ms) => {
    timers.set(work, ms);
    return () => timers.delete(work);
  });
  /** Lets every timer that runs end. Returns the milliseconds of the shortest. */
  const passTimers = () => {
    const due = [...timers];
    for (const [work] of due) {
      timers.delete(work);
      work();
    }
    return Math.min(...due.map(([, ms]) => ms));
  };
  const passThreeSeconds = () => {
    for (let passed = 0; passed < 3_000 && timers.size > 0; ) passed += passTimers();
  };
  return { requests, timers, store, passTimers, passThreeSeconds };
}

const says = (work: Promise<unknown>) => work.then(String, (error: Error) => error.message);

describe("IndexedDB that never answers", () => {
  afterEach(() => vi.unstubAllGlobals());

  it("is given up on after three seconds, for every database and permanently", async () => {
    const { requests, timers, store, passThreeSeconds } = silentBrowser();
    const scripts = store("scripts");
    const reading = [says(scripts.entries()), says(scripts.get("state"))];
    await Promise.resolve();
    expect(timers.size).toBe(2);
    passThreeSeconds();
    for (const answer of await Promise.all(reading)) expect(answer).toMatch(/storage isn't responding/);

    expect(await says(store("world").get("world"))).toMatch(/storage isn't responding/);
    expect(requests).toHaveLength(1);

    const transaction = vi.fn(() => ({ objectStore: () => ({}) }));
    for (const request of requests) {
      request.result = { transaction };
      request.onsuccess?.();
    }
    expect(await says(scripts.update("state", () => 1))).toMatch(/storage isn't responding/);
  });

  it("is not given up on because the page itself stalled: that ends one of several waits at most", async () => {
    const { requests, store, passTimers } = silentBrowser();
    const asked: { result?: unknown; onsuccess?: () => void } = {};
    const reading = store("scripts").get("state");
    await Promise.resolve();
    passTimers();
    for (const request of requests) {
      request.result = { transaction: () => ({ objectStore: () => ({ get: () => asked }) }) };
      request.onsuccess?.();
    }
    await vi.waitFor(() => expect(asked.onsuccess).toBeDefined());
    asked.result = "here";
    asked.onsuccess?.();
    expect(await reading).toBe("here");
  });

  it("is not given up on if it answers in time", async () => {
    const { requests, timers, store, passThreeSeconds } = silentBrowser();
    const asked: { result?: unknown; onsuccess?: () => void } = {};
    const reading = store("scripts").get("state");
    await Promise.resolve();
    for (const request of requests) {
      request.result = { transaction: () => ({ objectStore: () => ({ get: () => asked }) }) };
      request.onsuccess?.();
    }
    await vi.waitFor(() => expect(asked.onsuccess).toBeDefined());
    expect(timers.size).toBe(0);
    passThreeSeconds();
    asked.result = "here";
    asked.onsuccess?.();
    expect(await reading).toBe("here");
  });
});
