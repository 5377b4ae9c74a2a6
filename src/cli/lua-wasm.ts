import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

let compiled: Promise<WebAssembly.Module> | undefined;

/** Wasmoon's Lua machine, compiled once. Rejects when the package is not installed. */
export function compileLua(): Promise<WebAssembly.Module> {
  compiled ??= compile();
  return compiled;
}

async function compile(): Promise<WebAssembly.Module> {
  const file = createRequire(import.meta.url).resolve("wasmoon/dist/glue.wasm");
  return WebAssembly.compile(await readFile(file));
}
