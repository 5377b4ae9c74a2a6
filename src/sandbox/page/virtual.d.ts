/** The frame's whole script, bundled (`tools/vite/box-plugin.ts`). */
declare module "virtual:box-frame" {
  const script: string;
  export default script;
}

/** The gate's whole script, bundled. */
declare module "virtual:box-gate" {
  const script: string;
  export default script;
}

/** URL of the worker's whole script, bundled. */
declare module "virtual:box-worker" {
  const url: string;
  export default url;
}

/** URL of the script that runs before the worker's when it replays a run, bundled. */
declare module "virtual:box-replay" {
  const url: string;
  export default url;
}

/** URL of a WebAssembly module of Lua without what no script can call (`tools/vite/lua-plugin.ts`). */
declare module "*.wasm?lean" {
  const url: string;
  export default url;
}
