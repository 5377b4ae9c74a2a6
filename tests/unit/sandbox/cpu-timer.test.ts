import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { CpuTimer } from "../../../src/sandbox/page/cpu-timer";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function timerOf(seconds: number) {
  const expired = vi.fn();
  return { timer: new CpuTimer(seconds, expired), expired };
}

describe("a script's own time", () => {
  it("ends a script that exceeds its limit", () => {
    const { timer, expired } = timerOf(1);
    timer.start();
    vi.advanceTimersByTime(999);
    expect(expired).not.toHaveBeenCalled();
    vi.advanceTimersByTime(200);
    expect(expired).toHaveBeenCalledOnce();
  });

  it("starts again once its VM is ready", () => {
    const { timer, expired } = timerOf(1);
    timer.start();
    vi.advanceTimersByTime(900);
    timer.restart();
    vi.advanceTimersByTime(900);
    expect(expired).not.toHaveBeenCalled();
    expect(timer.elapsedMs()).toBe(900);
    vi.advanceTimersByTime(200);
    expect(expired).toHaveBeenCalledOnce();
  });

  it("is paused while the script waits for a call", () => {
    const { timer, expired } = timerOf(1);
    timer.start();
    vi.advanceTimersByTime(400);
    timer.pause();
    vi.advanceTimersByTime(60_000);
    timer.start();
    vi.advanceTimersByTime(400);
    expect(expired).not.toHaveBeenCalled();
    expect(timer.elapsedMs()).toBe(800);
  });

  it("does not charge message latency if the worker reports its computing time", () => {
    const { timer, expired } = timerOf(30);
    for (let call = 0; call < 1000; call++) {
      timer.start();
      vi.advanceTimersByTime(30);
      timer.pause(0.5);
    }
    expect(expired).not.toHaveBeenCalled();
    expect(timer.elapsedMs()).toBeCloseTo(500);
  });

  it("gives a worker that claims to compute nothing at most twice its time", () => {
    const { timer, expired } = timerOf(1);
    let calls = 0;
    for (; expired.mock.calls.length === 0 && calls < 1000; calls++) {
      timer.start();
      vi.advanceTimersByTime(90);
      timer.pause(calls % 2 === 0 ? 0 : -1);
    }
    expect(calls * 90).toBeLessThan(2_200);
  });

  it("includes the page's own work for the run, and ends it if that is too much", () => {
    const { timer, expired } = timerOf(1);
    timer.start();
    vi.advanceTimersByTime(100);
    timer.pause();
    for (let call = 0; call < 8; call++) timer.charge(100);
    expect([expired.mock.calls.length, timer.elapsedMs()]).toEqual([0, 900]);
    timer.charge(100);
    expect(expired).toHaveBeenCalled();
  });

  it("believes a worker that reports no computing only as far as latency explains", () => {
    const { timer, expired } = timerOf(1);
    for (let call = 0; call < 3; call++) {
      timer.start();
      vi.advanceTimersByTime(600);
      timer.pause(0);
    }
    expect(timer.elapsedMs()).toBe(1500);
    expect(expired).toHaveBeenCalled();
  });

  it("charges no more than the time that passed, whatever the worker reports", () => {
    const { timer } = timerOf(10);
    timer.start();
    vi.advanceTimersByTime(50);
    timer.pause(9_000);
    expect(timer.elapsedMs()).toBe(50);
    timer.start();
    vi.advanceTimersByTime(50);
    timer.pause(-9_000);
    expect(timer.elapsedMs()).toBe(50);
  });
});
