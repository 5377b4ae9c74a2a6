import { LOOP_CALL, loopCall } from "../shared/loop-call";

/** The name the glue is told to load. Only the hooks see it, never the network or the file system. */
export const GLUE_LOCATION = "lua-vm:";

/** Takes the glue's imports and returns `{module, instance}` with the started machine. */
export type Start = (imports: WebAssembly.Imports) => Promise<unknown>;

/**
 * wasmoon 1.16's glue cannot take a compiled module: it fetches a URL, or reads a file in Node. While it starts, the functions
 * it calls for that are replaced. Other code that calls them in the meantime gets the originals. Returns a function that
 * restores everything.
 */
export function hookGlueLoading(start: Start): () => void {
  const fetched = { ok: true, arrayBuffer: () => Promise.resolve(fetched) };
  const realFetch = globalThis.fetch;
  const realInstantiate = WebAssembly.instantiate;
  const realStreaming = WebAssembly.instantiateStreaming;
  const passOn =
    (real: unknown) =>
    (source: unknown, imports: WebAssembly.Imports): unknown =>
      source === fetched
        ? start(imports)
        : Reflect.apply(callable(real), WebAssembly, imports === undefined ? [source] : [source, imports]);

  const undo = [
    replace(globalThis, "fetch", (input: unknown, init?: unknown) =>
      input === GLUE_LOCATION
        ? Promise.resolve(fetched)
        : Reflect.apply(callable(realFetch), globalThis, [input, init]),
    ),
    replace(WebAssembly, "instantiate", passOn(realInstantiate)),
    replace(WebAssembly, "instantiateStreaming", passOn(realStreaming)),
  ];
  // With `importScripts` the glue believes it is in a worker and fetches. Otherwise it would read a file in Node.
  if (!("importScripts" in globalThis)) undo.push(replace(globalThis, "importScripts", () => undefined));
  return () => {
    for (const back of undo) back();
  };
}

/** emscripten's errno for "not implemented": what the VM gets when it asks for a file, a process or the environment. */
const ENOSYS = 52;

/**
 * The imports without the host system: no files, standard streams, processes, environment or clock. Lua takes its hash seed and
 * the start of `math.random` from the clock, which therefore always shows `seed`, in seconds. The function that loops call is
 * ours too.
 */
export function closeSystem(imports: WebAssembly.Imports, seed: number): WebAssembly.Imports {
  const closed: WebAssembly.Imports = {};
  for (const [module, functions] of Object.entries(imports)) {
    const kept = { ...functions };
    for (const name of Object.keys(kept)) {
      if (name.startsWith("__syscall_") || name === "system") kept[name] = () => -ENOSYS;
      if (name.startsWith("fd_")) kept[name] = () => ENOSYS;
      // The glue would put the browser's language and the page's address there. Their lengths shift Lua's addresses, and thus the
      // order of `pairs`.
      if (name.startsWith("environ_")) kept[name] = () => ENOSYS;
      if (name === LOOP_CALL) kept[name] = loopCall;
      if (name === "emscripten_date_now") kept[name] = () => seed * 1000;
    }
    closed[module] = kept;
  }
  return closed;
}

function replace(target: object, key: string, value: unknown): () => void {
  const before = Object.getOwnPropertyDescriptor(target, key);
  Object.defineProperty(target, key, { value, configurable: true, writable: true, enumerable: true });
  return () => {
    if (before) Object.defineProperty(target, key, before);
    else Reflect.deleteProperty(target, key);
  };
}

function callable(value: unknown): (...args: unknown[]) => unknown {
  if (typeof value === "function") return (...args) => Reflect.apply(value, undefined, args);
  throw new Error("This engine lacks a function that was called while the Lua VM was starting.");
}
