import type { Plugin, Rolldown } from "vite";
import { RUN_MODULES } from "./run-modules.ts";
import { addWithImports } from "./static-imports.ts";

/** What must not be loaded before the first Run: it comes when it is first asked for. Steps leave only their loader there. */
const LATER = [
  /\/src\/steps\//,
  /\/src\/ui\/steps\/(?!load-stepping\.ts$)/,
  /\/src\/ui\/commands\/step-commands\.ts$/,
  /\/src\/editor\/steps?-/,
  /\/src\/integrations\/[^/]+\/(?:explain|explainer|remark|errors\/.*)\.ts$/,
  /\/src\/gateway\/explain-call\.ts$/,
  /\/src\/app\/(?:steps|steps-session|step-watches|breakpoints|breakpoint-hits|look-back|replay-script)\.ts$/,
  /\/node_modules\/(?:monaco-editor|@tanstack)\//,
];

/** Fails the build when a file that is loaded before the first Run holds a module that is to come later. */
export function firstFilesPlugin(): Plugin {
  return {
    name: "first-files",
    apply: "build",
    generateBundle(_options, bundle) {
      for (const { fileName, moduleIds } of firstChunks(bundle)) {
        const wrong = moduleIds.find((id) => LATER.some((pattern) => pattern.test(id)));
        if (wrong !== undefined)
          this.error(
            `${fileName} is loaded before the first Run and holds ${wrong}, which is to come later.`,
          );
      }
    },
  };
}

/** The chunks of the page and of its first Run, with their static imports. */
function firstChunks(bundle: Rolldown.OutputBundle): Set<Rolldown.OutputChunk> {
  const first = new Set<Rolldown.OutputChunk>();
  for (const chunk of Object.values(bundle)) {
    if (chunk.type !== "chunk") continue;
    const { isEntry, name, moduleIds } = chunk;
    const runs = moduleIds.some((id) => RUN_MODULES.some((pattern) => pattern.test(id)));
    if ((isEntry && name === "index") || runs) addWithImports(chunk, bundle, first);
  }
  return first;
}
