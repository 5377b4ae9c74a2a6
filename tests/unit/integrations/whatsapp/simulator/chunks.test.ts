import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { remember } from "../../../../../src/integrations/whatsapp/simulator/remember";
import {
  ChunkIndex,
  type Chunks,
  countOf,
  itemAt,
  toChunks,
} from "../../../../../src/integrations/whatsapp/simulator/world/chunks";
import { sample } from "../../../../support/sample";

interface Item {
  readonly key: string;
  readonly value: number;
}

const keys = fc.integer({ min: 0, max: 400 }).map((key) => `k${key}`);
const move = fc.record({ key: keys, value: fc.nat(), back: fc.nat({ max: 5 }), ask: keys });

describe("a list in pieces with its index", () => {
  it("behaves like a plain list, even if an older version is continued", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(keys, { maxLength: 300 }),
        fc.array(move, { maxLength: 60 }),
        (first, moves) => {
          const index = new ChunkIndex<Item>((item) => item.key);
          const start = first.map((key, value) => ({ key, value }));
          const versions: { readonly chunks: Chunks<Item>; readonly plain: readonly Item[] }[] = [
            { chunks: toChunks(start), plain: start },
          ];
          for (const { key, value, back, ask } of moves) {
            // An undo: the change is made to one of the last versions, not always to the newest.
            const from = versions.at(-1 - (back % versions.length));
            if (from === undefined) throw new Error("no version");
            const item = { key, value };
            const at = from.plain.findIndex((one) => one.key === key);
            const plain = at < 0 ? [...from.plain, item] : from.plain.with(at, item);
            const chunks = index.put(from.chunks, item);
            versions.push({ chunks, plain });
            for (const one of [from, { chunks, plain }]) {
              const place = one.plain.findIndex((each) => each.key === ask);
              expect(index.find(one.chunks, ask)).toEqual(one.plain[place]);
              expect(index.position(one.chunks, ask)).toBe(place < 0 ? undefined : place);
              expect(countOf(one.chunks)).toBe(one.plain.length);
            }
          }
          for (const { chunks, plain } of versions) {
            expect(chunks.flat()).toEqual(plain);
            expect(itemAt(chunks, plain.length - 1)).toEqual(plain.at(-1));
            expect(itemAt(chunks, plain.length)).toBeUndefined();
          }
        },
      ),
      { numRuns: sample(60) },
    );
  });

  it("grows from nothing one by one, whichever version is read", () => {
    const index = new ChunkIndex<Item>((item) => item.key);
    let chunks: Chunks<Item> = [];
    const versions: Chunks<Item>[] = [];
    for (let count = 0; count < 300; count++) {
      chunks = index.append(chunks, { key: `k${count}`, value: count });
      versions.push(chunks);
    }
    for (const [at, version] of versions.entries()) {
      expect(countOf(version)).toBe(at + 1);
      expect(index.find(version, `k${at}`)?.value).toBe(at);
      expect(index.find(version, `k${at + 1}`)).toBeUndefined();
    }
  });
});

describe("a memoized function", () => {
  it("returns what it would compute, whatever was asked before", () => {
    const key = fc.oneof(fc.string({ maxLength: 3 }), fc.string({ minLength: 990, maxLength: 1_010 }));
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), fc.array(key, { maxLength: 80 }), (most, asked) => {
        const length = remember(most, (text) => ({ text, length: text.length }));
        for (const text of asked) expect(length(text)).toEqual({ text, length: text.length });
      }),
    );
  });

  it("computes a repeated question once and keeps no more than its limit", () => {
    let computed = 0;
    const count = remember(3, () => ++computed);
    for (let turn = 0; turn < 10; turn++) for (const key of ["a", "b", "c"]) count(key);
    expect(computed).toBe(3);
    for (let turn = 0; turn < 10; turn++) for (const key of ["a", "b", "c", "d"]) count(key);
    expect(computed).toBeGreaterThan(4);
  });

  it("does not remember failures: it computes again after an exception", () => {
    let fails = true;
    const flaky = remember(3, (key) => {
      if (fails) throw new Error("not yet");
      return key;
    });
    expect(() => flaky("a")).toThrow("not yet");
    fails = false;
    expect(flaky("a")).toBe("a");
  });
});
