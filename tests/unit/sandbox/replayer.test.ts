import { describe, expect, test } from "vitest";
import { openReplayer, ReplayTimeout } from "../../../src/sandbox/page/replayer";
import type { RunInputs } from "../../../src/sandbox/replay-job";

const inputs: RunInputs = {
  name: "a.lua",
  source: "",
  limits: { cpuSeconds: 1, memoryBytes: 1 << 20 },
  docs: [],
  accounts: [],
  door: { kind: "mock", worlds: {}, heard: [] },
};
const QUESTION = { kind: "steps", most: 1, eager: 1 } as const;

/** A box whose workers do as `worker` says with their end of the port. */
function boxOf(worker: (port: MessagePort, count: number, fail: (message: string) => void) => void) {
  const ended: number[] = [];
  let count = 0;
  return {
    ended,
    spawnReplay(_front: string, fail: (message: string) => void) {
      const { port1, port2 } = new MessageChannel();
      const mine = ++count;
      worker(port2, mine, fail);
      return {
        port: port1,
        end() {
          ended.push(mine);
          port1.close();
          port2.close();
        },
      };
    },
  };
}

const answer = { kind: "steps", count: 1, hash: 0, output: 0, cut: false, error: null } as const;
const honest = (port: MessagePort) => {
  port.onmessage = () => port.postMessage(answer);
  port.postMessage({ kind: "ready" });
};

describe("a worker that replays a run", () => {
  test("answers one question after the other", async () => {
    const box = boxOf(honest);
    const replayer = openReplayer(box, "", inputs);
    expect(await replayer.ask(QUESTION, 60_000)).toEqual(answer);
    expect(await replayer.ask(QUESTION, 60_000)).toEqual(answer);
    replayer.close();
    expect(box.ended).toEqual([1]);
  });

  test.each([
    ["sends what is no answer", { kind: "row", row: {} }],
    ["sends half an answer", { kind: "steps", count: -1 }],
    ["sends nothing that can be read", null],
  ])("is ended when it %s", async (_, message) => {
    const box = boxOf((port) => {
      port.onmessage = () => port.postMessage(message);
      port.postMessage({ kind: "ready" });
    });
    await expect(openReplayer(box, "", inputs).ask(QUESTION, 60_000)).rejects.toThrow(/unreadable/);
    expect(box.ended).toEqual([1]);
  });

  test("is ended when it floods the page, and the next question starts another", async () => {
    const progress = { kind: "progress", words: new Int32Array(1 << 20), calls: [] };
    const box = boxOf((port, count) => {
      if (count > 1) return honest(port);
      port.onmessage = () => {
        for (let n = 0; n < 200; n++) port.postMessage(progress);
      };
      port.postMessage({ kind: "ready" });
    });
    const replayer = openReplayer(box, "", inputs);
    await expect(replayer.ask(QUESTION, 60_000)).rejects.toThrow(/too much/);
    expect(await replayer.ask(QUESTION, 60_000)).toEqual(answer);
    replayer.close();
    expect(box.ended).toEqual([1, 2]);
  });

  test("is replaced after the browser ended it, whether busy or idle", async () => {
    const fails: ((message: string) => void)[] = [];
    const box = boxOf((port, count, fail) => {
      fails.push(fail);
      if (count > 1) return honest(port);
      port.onmessage = () => fail("The page was left.");
      port.postMessage({ kind: "ready" });
    });
    const replayer = openReplayer(box, "", inputs);
    await expect(replayer.ask(QUESTION, 60_000)).rejects.toThrow("The page was left.");
    expect(await replayer.ask(QUESTION, 60_000)).toEqual(answer);
    fails[1]?.("The page was left.");
    expect(await replayer.ask(QUESTION, 60_000)).toEqual(answer);
    replayer.close();
    expect(box.ended).toEqual([1, 2, 3]);
  });

  test("is ended when it does not answer in time, or is closed", async () => {
    const silent = (port: MessagePort) => port.postMessage({ kind: "ready" });
    await expect(openReplayer(boxOf(silent), "", inputs).ask(QUESTION, 1)).rejects.toThrow(ReplayTimeout);
    const replayer = openReplayer(boxOf(silent), "", inputs);
    const asked = replayer.ask(QUESTION, 60_000);
    replayer.close();
    await expect(asked).rejects.toThrow(/closed/);
  });
});
