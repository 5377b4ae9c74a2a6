/** The import of wasmoon's `glue.wasm` that loops call in WebKit (`endable-loops.ts`). By itself it only gives a constant. */
export const LOOP_CALL = "_emscripten_get_now_is_monotonic";

/**
 * What loops call. JavaScriptCore looks whether its worker was ended in JavaScript that it interprets and in its own functions,
 * but not in JavaScript that it has compiled, which a function is after some thirty calls: it must call one of the engine's
 * (measured in WebKitGTK 2.50: an endless loop stopped after 0.3 s or more went on).
 */
export function loopCall(): number {
  return JSON.parse("1") === 1 ? 1 : 0;
}
