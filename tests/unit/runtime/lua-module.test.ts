import { expect, test } from "vitest";
import { instantiateLua } from "../../../src/runtime/lua-module";
import { wasm } from "./start";

test("two modules started together have separate memory", async () => {
  const module = await wasm;
  const [a, b] = await Promise.all([instantiateLua(module, 1), instantiateLua(module, 1)]);
  expect(a.api.memory).not.toBe(b.api.memory);
});

test("another module is refused, and the next start works", async () => {
  const empty = await WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]));
  await expect(instantiateLua(empty, 1)).rejects.toThrow("not wasmoon 1.16's glue.wasm");
  await instantiateLua(await wasm, 1);
});
