import { mkdir, mkdtemp } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type Plugin } from "vite";
import { boxPlugin } from "./vite/box-plugin";
import { luaPlugin } from "./vite/lua-plugin";
import { policyPlugin } from "./vite/policy-plugin";

const PROJECT = fileURLToPath(new URL("..", import.meta.url));
const CACHE = join(PROJECT, ".cache");

/** Pages that are built beside the app from its own modules. */
const PAGES = { engines: "tools/engines/page/index.html", bench: "tools/bench/page/index.html" } as const;

/** Pages of others that the app's own start is compared with. */
const PLAIN_PAGES = {
  monaco: "tools/bench/start/pages/monaco/index.html",
  "vue-repl": "tools/bench/start/pages/vue-repl/index.html",
} as const;

/**
 * Builds a tool's page around the app's own box, under the app's own policy.
 *
 * @returns a fresh folder to serve, the caller's to remove; the page in it is `index.html`
 */
export async function buildPage(name: keyof typeof PAGES): Promise<string> {
  const box = boxPlugin(PROJECT);
  return buildAt(name, PAGES[name], [box, luaPlugin(), policyPlugin(box.frameScript)]);
}

/** Builds a page that has nothing of the app's. Returns its folder, as `buildPage` does. */
export async function buildPlainPage(name: keyof typeof PLAIN_PAGES): Promise<string> {
  return buildAt(name, PLAIN_PAGES[name], []);
}

async function buildAt(name: string, path: string, plugins: readonly Plugin[]): Promise<string> {
  await mkdir(CACHE, { recursive: true });
  const outDir = await mkdtemp(join(CACHE, `${name}-page-`));
  const page = join(PROJECT, path);
  await build({
    configFile: false,
    root: join(page, ".."),
    base: "./",
    logLevel: "warn",
    plugins: [...plugins],
    worker: { format: "es" },
    build: {
      outDir,
      emptyOutDir: true,
      target: "es2023",
      modulePreload: { polyfill: false },
      rolldownOptions: { input: page },
    },
  });
  return outDir;
}
