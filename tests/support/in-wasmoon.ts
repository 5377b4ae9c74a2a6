import { LuaFactory } from "wasmoon";

/** Runs a script in Wasmoon's own Lua, with its JavaScript, and returns the script's result. */
export async function inWasmoon(source: string): Promise<unknown> {
  // One script each, and no collection: a second one in the same engine can break its memory.
  const lua = await new LuaFactory().createEngine();
  try {
    return await lua.doString(`collectgarbage("stop") ${source}`);
  } finally {
    lua.global.close();
  }
}
