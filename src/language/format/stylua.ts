import type { StyLua } from "./format";

/** Fetches StyLua (600 kB of WebAssembly) when first called; rejects when it cannot be had. */
export async function loadStyLua(): Promise<StyLua> {
  const { default: init, ...stylua } = await import("@wasm-fmt/lua_fmt/vite");
  await init();
  return stylua;
}
