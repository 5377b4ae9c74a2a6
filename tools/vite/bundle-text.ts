import { fileURLToPath } from "node:url";
import { build, type Plugin } from "vite";
import {
  integrationPartsPlugin,
  integrationsListPlugin,
  neededInBox,
  withoutProsePlugin,
} from "../integrations.mjs";
import { boxTrimPlugin } from "./box-trim-plugin.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** Bundles an entry and all it imports into one classic script, minified: the box loads nothing from a URL. */
export async function bundleText(entry: string, plugins: readonly Plugin[]): Promise<string> {
  const output = await build({
    configFile: false,
    logLevel: "error",
    plugins: [
      integrationsListPlugin(ROOT),
      boxTrimPlugin(),
      integrationPartsPlugin(neededInBox, { once: true }),
      withoutProsePlugin(),
      ...plugins,
    ],
    define: { "process.env.NODE_ENV": '"production"' },
    build: {
      write: false,
      target: "es2023",
      modulePreload: false,
      rolldownOptions: {
        input: entry,
        output: { format: "iife", name: "box" },
        // Our modules do nothing by being imported: what the box does not use (a ready world) stays out.
        treeshake: { moduleSideEffects: (id) => !id.includes("/src/") },
      },
    },
  });
  const results = Array.isArray(output) ? output : [output];
  const chunks = results.flatMap((result) => ("output" in result ? result.output : []));
  const script = chunks.find((chunk) => chunk.type === "chunk");
  if (script === undefined || chunks.length !== 1) throw new Error(`${entry} must bundle into one script.`);
  return script.code;
}
