import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FRAME_HEADER, FRAME_PARTS, FRAME_TEXT, readFrames } from "../../../src/runtime/output";
import { OutputBuffer } from "../../../src/runtime/output-buffer";
import { decodeEntry } from "../../../src/runtime/output-entry";
import { sample } from "../../support/sample";
import { run } from "./start";

const bytes = (text: string) => new TextEncoder().encode(text);

function collect(): { buffer: OutputBuffer; chunks: Uint8Array<ArrayBuffer>[] } {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  return { buffer: new OutputBuffer((frames) => chunks.push(frames)), chunks };
}

function put(buffer: OutputBuffer, kind: number, payload: Uint8Array): void {
  buffer.begin(kind, payload.length);
  buffer.add(payload, 0, payload.length);
  buffer.end();
}

test("frames come out as they went in, in order", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom(0, 1, 255), fc.uint8Array({ maxLength: 300 })), { maxLength: 400 }),
      (frames) => {
        const { buffer, chunks } = collect();
        for (const [kind, payload] of frames) put(buffer, kind, payload);
        buffer.flush();
        const seen = chunks.flatMap((chunk) =>
          readFrames(chunk).map(({ kind, start, end }) => [kind, [...chunk.slice(start, end)]]),
        );
        expect(seen).toEqual(frames.map(([kind, payload]) => [kind, [...payload]]));
      },
    ),
    { numRuns: sample(50) },
  );
});

test("a frame larger than the buffer is sent whole", () => {
  const { buffer, chunks } = collect();
  const large = new Uint8Array(3_000_000).fill(7);
  put(buffer, FRAME_TEXT, large);
  expect(chunks).toHaveLength(1);
  expect(readFrames(chunks[0] ?? new Uint8Array())).toEqual([
    { kind: FRAME_TEXT, start: FRAME_HEADER, end: FRAME_HEADER + 3_000_000 },
  ]);
});

test("bytes that are not whole frames are refused", () => {
  expect(() => readFrames(new Uint8Array([0, 1, 0]))).toThrow("header cut off at byte 0");
  expect(() => readFrames(new Uint8Array([0, 9, 0, 0, 0, 65]))).toThrow("runs past the chunk's 6");
});

describe("an output entry", () => {
  test("is text, even if it is not UTF-8", () => {
    expect(decodeEntry(FRAME_TEXT, new Uint8Array([65, 0xff, 0]))).toEqual({
      text: "A\ufffd\0",
      parts: [{ kind: "text", text: "A\ufffd\0" }],
    });
  });

  test.each([
    ["no JSON", FRAME_PARTS, "{"],
    ["another shape", FRAME_PARTS, '{"text":"x","parts":[{"kind":"html","text":"<b>"}]}'],
    ["an unknown kind", 9, "x"],
    [
      "a tree nested past all measure",
      FRAME_PARTS,
      `{"text":"","parts":[{"kind":"table","table":${'{"kind":"map","omitted":0,"entries":[["k",{"kind":"table","table":'.repeat(50_000)}`,
    ],
  ])("%s is shown as a line that says so", (_, kind, payload) => {
    const entry = decodeEntry(kind, bytes(payload));
    expect(entry.text).toMatch(/^\[an output entry could not be read: /);
  });
});

describe("when lines are sent", () => {
  test("a few lines one by one, many lines in large pieces, and all of them at the end", async () => {
    const { events, output } = await run("for i = 1, 100000 do print('line ' .. i) end");
    expect(events.slice(0, 3)).toEqual(["output:line 1", "output:line 2", "output:line 3"]);
    expect(events.length).toBeLessThan(2000);
    const lines = output.split("\n");
    expect(lines).toHaveLength(100_000);
    expect(lines.at(-1)).toBe("line 100000");
  });

  test.each([
    ["in the main chunk", "for i = 1, 300 do print(i) end spin()"],
    ["in a coroutine", "coroutine.wrap(function() for i = 1, 300 do print(i) end spin() end)()"],
    [
      "in main after a coroutine printed",
      "coroutine.wrap(function() for i = 1, 300 do print(i) end end)() spin()",
    ],
  ])("lines printed before a silent loop are sent while it runs: %s", async (_, source) => {
    // The loop asks the host's clock, which sees what has come out; it ends once the last line has.
    let seen = "";
    let asked = 0;
    const { createVm } = await import("../../../src/runtime/vm");
    const { instantiateLua } = await import("../../../src/runtime/lua-module");
    const { wasm } = await import("./start");
    const vm = createVm(await instantiateLua(await wasm, 1), {
      call: () => "",
      docs: () => "",
      now: () => (++asked > 1_000_000 || seen.endsWith("300") ? 1000 : 0),
      output: (chunk) => {
        for (const { start, end } of readFrames(chunk))
          seen = new TextDecoder().decode(chunk.subarray(start, end));
      },
    });
    const { error } = vm.run({
      name: "a.lua",
      source: `local function spin() while os.time() == 0 do end end ${source}`,
      memoryBytes: 1e7,
    });
    expect(error).toBeNull();
    expect(asked).toBeLessThan(1_000_000);
  });
});
