import { createHash } from "node:crypto";
import { resolve } from "node:path";
import type { Plugin } from "vite";
import { bundleText } from "./bundle-text";

const FRAME = "virtual:box-frame";
const WORKER = "virtual:box-worker";
const DEV_WORKER = "box-worker.js";

export interface BoxPlugin extends Plugin {
  /** The frame's whole script, for the page's policy to name by hash. */
  frameScript(): Promise<string>;
}

/**
 * Builds the two scripts of the box (`src/sandbox`): `virtual:box-frame` gives the frame's script as text, `virtual:box-worker`
 * the URL of the worker's script. Each is one classic script, since an opaque origin can load no module graph.
 */
export function boxPlugin(root: string, plugins: () => readonly Plugin[] = () => []): BoxPlugin {
  const cache = new Map<string, Promise<string>>();
  let serving = false;
  const bundled = (name: "frame" | "worker"): Promise<string> => {
    const known = cache.get(name);
    if (known !== undefined) return known;
    const text = bundleText(resolve(root, `src/sandbox/${name}/${name}.ts`), plugins());
    cache.set(name, text);
    return text;
  };
  return {
    name: "box",
    frameScript: () => bundled("frame"),
    configResolved(config) {
      serving = config.command === "serve";
    },
    resolveId: (id) => (id === FRAME || id === WORKER ? `\0${id}` : null),
    async load(id) {
      if (id === `\0${FRAME}`) return `export default ${JSON.stringify(await bundled("frame"))};`;
      if (id !== `\0${WORKER}`) return null;
      if (serving) return `export default new URL("/${DEV_WORKER}", location.href).href;`;
      const source = await bundled("worker");
      const hash = createHash("sha256").update(source).digest("base64url").slice(0, 8);
      const reference = this.emitFile({ type: "asset", fileName: `assets/box-worker-${hash}.js`, source });
      return `export default import.meta.ROLLUP_FILE_URL_${reference};`;
    },
    configureServer(server) {
      const room = resolve(root, "src");
      server.watcher.on("change", (file) => {
        if (!file.startsWith(room)) return;
        cache.clear();
        for (const id of [FRAME, WORKER]) {
          const module = server.moduleGraph.getModuleById(`\0${id}`);
          if (module) server.moduleGraph.invalidateModule(module);
        }
      });
      server.middlewares.use(`/${DEV_WORKER}`, (_request, response, next) => {
        bundled("worker").then((source) => {
          response.setHeader("Content-Type", "text/javascript");
          response.end(source);
        }, next);
      });
    },
  };
}
