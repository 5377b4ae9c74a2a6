import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { entryAt, outputText } from "../../../src/app/output-entries";
import { createOutputLog, MAX_BYTES, MAX_ENTRIES, NO_OUTPUT } from "../../../src/app/output-log";
import { FRAME_HEADER, FRAME_TEXT } from "../../../src/runtime/output";

/** A chunk as the runtime writes it. */
function chunk(lines: readonly string[]): Uint8Array {
  const payloads = lines.map((line) => new TextEncoder().encode(line));
  const bytes = new Uint8Array(payloads.reduce((sum, payload) => sum + FRAME_HEADER + payload.length, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const payload of payloads) {
    view.setUint8(at, FRAME_TEXT);
    view.setUint32(at + 1, payload.length, true);
    bytes.set(payload, at + FRAME_HEADER);
    at += FRAME_HEADER + payload.length;
  }
  return bytes;
}

describe("printed output", () => {
  test("reads back in order, however it was split into chunks", () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.string({ unit: "grapheme" }))), (chunks) => {
        const log = createOutputLog();
        for (const lines of chunks) log.append(chunk(lines));
        const lines = chunks.flat();
        expect(log.count()).toBe(lines.length);
        expect(lines.map((_, index) => entryAt(log, index).text)).toEqual(lines);
        expect(outputText(log)).toBe(lines.join("\n"));
        expect(log.dropped()).toBe(0);
      }),
    );
  });

  test("drops the oldest lines past the cap and counts them", () => {
    const log = createOutputLog();
    const line = (n: number) => `line ${n}`;
    const total = MAX_ENTRIES + 12_345;
    for (let n = 0; n < total; n += 1_000) {
      log.append(chunk(Array.from({ length: Math.min(1_000, total - n) }, (_, i) => line(n + i))));
    }
    expect(log.dropped()).toBe(12_345);
    expect(log.count()).toBe(MAX_ENTRIES);
    expect(entryAt(log, 0).text).toBe(line(12_345));
    expect(entryAt(log, MAX_ENTRIES - 1).text).toBe(line(total - 1));
  });

  test("caps a few huge lines by their bytes", () => {
    const log = createOutputLog();
    const huge = "x".repeat(MAX_BYTES / 4);
    for (let n = 0; n < 6; n++) log.append(chunk([`${n}${huge}`]));
    expect(log.dropped() + log.count()).toBe(6);
    expect(log.count()).toBeLessThan(5);
    expect(entryAt(log, log.count() - 1).text.startsWith("5x")).toBe(true);
  });

  test("starts counting from zero after it is cleared", () => {
    const log = createOutputLog();
    log.append(chunk(["before"]));
    log.clear();
    log.append(chunk(["after"]));
    expect([log.count(), log.dropped(), entryAt(log, 0).text]).toEqual([1, 0, "after"]);
  });

  test("knows a cleared log from one of a run that printed nothing", () => {
    const log = createOutputLog();
    log.append(chunk(["before"]));
    log.clear();
    expect(log.cleared()).toBe(true);
    log.replace(NO_OUTPUT);
    expect(log.cleared()).toBe(false);
  });

  test("costs no more to add to once it is full", () => {
    const log = createOutputLog();
    const one = chunk(["line"]);
    const time = (times: number) => {
      const began = performance.now();
      for (let n = 0; n < times; n++) log.append(one);
      return performance.now() - began;
    };
    const filling = time(MAX_ENTRIES);
    // Moving all entries for each new one took 60 times as long.
    expect(time(MAX_ENTRIES)).toBeLessThan(15 * filling);
    expect([log.count(), log.dropped()]).toEqual([MAX_ENTRIES, MAX_ENTRIES]);
  });

  test("refuses more frames than a chunk of the runtime can have", () => {
    expect(() => createOutputLog().append(new Uint8Array(5 * 16_385))).toThrow(/more than 16384 frames/);
  });

  test("refuses bytes that are not whole frames", () => {
    expect(() => createOutputLog().append(chunk(["cut"]).subarray(0, 6))).toThrow(/frame/);
  });
});
