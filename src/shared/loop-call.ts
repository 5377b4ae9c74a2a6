/** A function that wasmoon's `glue.wasm` imports. In WebKit every loop of the VM calls it (`endable-loops.ts`). */
export const LOOP_CALL = "_emscripten_get_now_is_monotonic";

/**
 * Returns 1, as the glue's own function does. JavaScriptCore checks whether the worker was ended in interpreted JavaScript and in
 * built-in functions, but not in compiled JavaScript, and it compiles a function after about thirty calls. So this one calls a
 * built-in (measured in WebKitGTK 2.50: without it, loops that were stopped after 0.3 s or more went on).
 */
export function loopCall(): number {
  return JSON.parse("1") === 1 ? 1 : 0;
}
