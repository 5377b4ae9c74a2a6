import { describe, expect, test, vi } from "vitest";
import { Backlog, MOST_BYTES, messageBytes, Pace } from "../../../src/sandbox/backlog";
import { CreditIntake } from "../../../src/sandbox/page/intake";

/** A page whose turns the test takes. */
function page(took: (bytes: number) => void = () => {}) {
  const turns: (() => void)[] = [];
  const intake = new CreditIntake(took, (work) => turns.push(work));
  return { intake, turn: () => turns.shift()?.() };
}

const line = { kind: "output", frames: new Uint8Array(20) } as const;

describe("the data in flight from a worker is limited", () => {
  test("a worker that keeps sending without waiting is refused within one turn", () => {
    const { intake } = page();
    let sent = 0;
    while (intake.admits(messageBytes(line)) && sent < 1e6) sent += 1;
    expect(sent).toBeLessThan(1_000);
  });

  test("a worker that waits is never refused, however much it sends and however late the page's turns come", () => {
    const backlog = new Backlog();
    const counter = new Int32Array(backlog.buffer);
    const { intake, turn } = page((bytes) => backlog.done(bytes));
    const arriving: number[] = [];
    for (let n = 0; n < 20_000; n += 1) {
      const bytes = messageBytes({ kind: "output", frames: new Uint8Array((n * 7919) % 90_000) });
      // The worker would sleep here; the page goes on.
      while ((counter[0] ?? 0) >= MOST_BYTES) {
        for (const each of arriving.splice(0)) expect(intake.admits(each)).toBe(true);
        turn();
      }
      backlog.add(bytes);
      arriving.push(bytes);
      if (n % 5 === 0) for (const each of arriving.splice(0)) expect(intake.admits(each)).toBe(true);
    }
  });

  test("a single print of any size is allowed", () => {
    expect(page().intake.admits(32 * 1024 * 1024)).toBe(true);
  });

  test("every kind of message counts", () => {
    for (const message of [
      { kind: "ready" },
      { kind: "crashed", message: "" },
      { kind: "call", text: "", computedMs: 0 },
      { kind: "runEvents", events: {}, rows: [] },
      { kind: "output", frames: new Uint8Array() },
    ] as const)
      expect(messageBytes(message)).toBeGreaterThan(1_000);
  });
});

test("without shared memory, a worker's pace stays below what the page allows, and a flood does not", () => {
  vi.useFakeTimers();
  try {
    const worker = new Pace();
    const allowed = new Pace(64);
    let sent = 0;
    for (let ms = 0; ms < 5_000; ms += 1) {
      vi.advanceTimersByTime(1);
      while (worker.admits(2_068)) {
        sent += 1;
        expect(allowed.admits(2_068)).toBe(true);
      }
    }
    expect(sent).toBeGreaterThan(30_000);
    let flood = 0;
    while (allowed.admits(2_068)) flood += 1;
    expect(flood * 2_068).toBeLessThan(40 * 1024 * 1024);
  } finally {
    vi.useRealTimers();
  }
});
