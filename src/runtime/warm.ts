import type { Host } from "./host";
import warmSource from "./lua/warm.lua?raw";
import { instantiateLua } from "./lua-module";
import { createVm } from "./vm";

const NOWHERE: Host = {
  call: () => '{"ok":true,"value":{"messages":[{"id":"warm"}]}}',
  docs: () => '{"ok":true,"value":""}',
  now: () => 0,
  output: () => undefined,
};

/**
 * Runs representative Lua for about 100 ms in an instance that is thrown away. Engines keep optimised code per compiled module
 * (`docs/sandbox.md`): the next VM made from the same module starts at full speed.
 */
export async function warm(wasm: WebAssembly.Module): Promise<void> {
  const { error } = createVm(await instantiateLua(wasm), NOWHERE).run({
    name: "warm.lua",
    source: warmSource,
    memoryBytes: 32 * 1024 * 1024,
  });
  if (error) throw new Error(`The warm-up script failed: ${error.message}`);
}
