import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";

const TOOLS = fileURLToPath(new URL(".", import.meta.url));

/** Pages that are built beside the app from its own modules, by their folder under `tools`. */
const PAGES = { engines: "engines/page/index.html", bench: "bench/page/index.html" } as const;

/**
 * Builds a tool's page with the app's own Vite plugins, so that it has the real box in it.
 *
 * @returns the folder to serve; the page's address in it is the file name of its HTML
 */
export async function buildPage(name: keyof typeof PAGES): Promise<string> {
  const outDir = join(TOOLS, "..", ".cache", `${name}-page`);
  const page = join(TOOLS, PAGES[name]);
  await build({
    configFile: join(TOOLS, "box", "vite.config.ts"),
    root: join(page, ".."),
    base: "./",
    logLevel: "warn",
    build: { outDir, emptyOutDir: true, rollupOptions: { input: page } },
  });
  return outDir;
}
