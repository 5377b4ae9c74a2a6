import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { type Plugin, runnerImport } from "vite";
import type * as LeanLua from "../lua-wasm/lean-lua.ts";
import { emitHashed } from "./emit-hashed.ts";

const QUERY = /\.wasm\?lean$/;
const PATH_IN_DEV = "/lua.wasm";
const LEAN_LUA = fileURLToPath(new URL("../lua-wasm/lean-lua.ts", import.meta.url));

/** `wasmoon/dist/glue.wasm?lean` gives the URL of that file without what no script can call (`tools/lua-wasm/lean-lua.ts`). */
export function luaPlugin(): Plugin {
  let serving = false;
  const read = async (id: string) => {
    const tool = runnerImport<typeof LeanLua>(LEAN_LUA, { configFile: false, logLevel: "error" });
    return (await tool).module.leanLua(new Uint8Array(await readFile(id.replace(/\?.*$/, ""))));
  };
  let lean: Promise<Uint8Array> | null = null;
  return {
    name: "lua",
    enforce: "pre",
    configResolved(config) {
      serving = config.command === "serve";
    },
    load: {
      filter: { id: QUERY },
      async handler(id) {
        lean ??= read(id);
        if (serving) return `export default new URL("${PATH_IN_DEV}", location.href).href;`;
        return emitHashed(this, "glue", "wasm", await lean);
      },
    },
    configureServer(server) {
      server.middlewares.use(PATH_IN_DEV, (_request, response, next) => {
        if (lean === null) return next();
        lean.then((bytes) => {
          response.setHeader("Content-Type", "application/wasm");
          response.end(bytes);
        }, next);
      });
    },
  };
}
