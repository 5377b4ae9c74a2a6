import { resolve } from "node:path";
import type { Plugin } from "vite";
import { bundleText } from "./bundle-text.ts";
import { emitHashed } from "./emit-hashed.ts";

const FRAME_ENTRY = "frame/frame";
/** Scripts that the page holds as text, by module. */
const AS_TEXT = new Map([
  ["virtual:box-frame", FRAME_ENTRY],
  ["virtual:box-gate", "gate/gate"],
]);
/** Scripts that the page loads by URL, by module. */
const BY_URL = new Map([
  ["virtual:box-worker", { name: "box-worker", entry: "worker/worker" }],
  ["virtual:box-replay", { name: "box-replay", entry: "worker/replay" }],
]);

export interface BoxPlugin extends Plugin {
  /** The frame's whole script, for the page's policy to name by hash. */
  frameScript(): Promise<string>;
}

/**
 * Builds the scripts of the box (`src/sandbox`), each one classic script, since an opaque origin can load no module graph:
 * `virtual:box-frame` and `virtual:box-gate` give the frame's and the gate's as text, `virtual:box-worker` and
 * `virtual:box-replay` the URLs of the worker's and of the one that stands in front of it when it replays a run.
 */
export function boxPlugin(root: string, plugins: () => readonly Plugin[] = () => []): BoxPlugin {
  const cache = new Map<string, Promise<string>>();
  let serving = false;
  const bundled = (entry: string): Promise<string> => {
    const known = cache.get(entry);
    if (known !== undefined) return known;
    const text = bundleText(resolve(root, `src/sandbox/${entry}.ts`), plugins());
    cache.set(entry, text);
    return text;
  };
  return {
    name: "box",
    frameScript: () => bundled(FRAME_ENTRY),
    configResolved(config) {
      serving = config.command === "serve";
    },
    resolveId: (id) => (AS_TEXT.has(id) || BY_URL.has(id) ? `\0${id}` : null),
    async load(id) {
      if (!id.startsWith("\0")) return null;
      const text = AS_TEXT.get(id.slice(1));
      if (text !== undefined) return `export default ${JSON.stringify(await bundled(text))};`;
      const script = BY_URL.get(id.slice(1));
      if (script === undefined) return null;
      if (serving) return `export default new URL("/${script.name}.js", location.href).href;`;
      return emitHashed(this, script.name, "js", await bundled(script.entry));
    },
    configureServer(server) {
      const room = resolve(root, "src");
      server.watcher.on("change", (file) => {
        if (!file.startsWith(room)) return;
        cache.clear();
        for (const id of [...AS_TEXT.keys(), ...BY_URL.keys()]) {
          const module = server.moduleGraph.getModuleById(`\0${id}`);
          if (module) server.moduleGraph.invalidateModule(module);
        }
      });
      for (const { name, entry } of BY_URL.values()) {
        server.middlewares.use(`/${name}.js`, (_request, response, next) => {
          bundled(entry).then((source) => {
            response.setHeader("Content-Type", "text/javascript");
            response.end(source);
          }, next);
        });
      }
    },
  };
}
