import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { leanLua } from "../../tools/lua-wasm/lean-lua";

let lean: Promise<Uint8Array<ArrayBuffer>> | undefined;
let compiled: Promise<WebAssembly.Module> | undefined;

/** Wasmoon's `glue.wasm` as the package has it. */
export async function wholeBytes(): Promise<Uint8Array<ArrayBuffer>> {
  const file = createRequire(import.meta.url).resolve("wasmoon/dist/glue.wasm");
  return new Uint8Array(await readFile(file));
}

/** The same as the page has it. */
export function leanBytes(): Promise<Uint8Array<ArrayBuffer>> {
  lean ??= wholeBytes().then(leanLua);
  return lean;
}

/** The Lua machine as the page has it, compiled once. */
export function leanMachine(): Promise<WebAssembly.Module> {
  compiled ??= leanBytes().then((bytes) => WebAssembly.compile(bytes));
  return compiled;
}
