/** The frame's whole script, bundled (`tools/vite/box-plugin.ts`). */
declare module "virtual:box-frame" {
  const script: string;
  export default script;
}

/** URL of the worker's whole script, bundled. */
declare module "virtual:box-worker" {
  const url: string;
  export default url;
}
