import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

/** Wasmoon's Lua machine, compiled. Rejects when the package is not installed. */
export async function compileLua(): Promise<WebAssembly.Module> {
  const file = createRequire(import.meta.url).resolve("wasmoon/dist/glue.wasm");
  return WebAssembly.compile(await readFile(file));
}
