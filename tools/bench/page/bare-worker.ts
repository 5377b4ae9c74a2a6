/// <reference lib="webworker" />
/** Wasmoon as it comes, in a plain worker: what the box's Lua is measured against. */
import { LuaFactory } from "wasmoon";
import wasmUrl from "wasmoon/dist/glue.wasm?url";
import type { BareAnswer, BareRequest } from "./messages";

addEventListener("message", async ({ data }: MessageEvent<BareRequest>) => {
  const lua = await new LuaFactory(new URL(wasmUrl, location.href).href).createEngine();
  try {
    const seconds: unknown = await lua.doString(data.source);
    if (typeof seconds !== "number") throw new Error(`The workload gave ${typeof seconds}, not its seconds.`);
    postMessage({ seconds, error: null } satisfies BareAnswer);
  } catch (error) {
    postMessage({ seconds: Number.NaN, error: String(error) } satisfies BareAnswer);
  } finally {
    lua.global.close();
  }
});
