import type { HtmlTagDescriptor, Plugin, Rolldown } from "vite";
import { RUN_MODULES } from "./run-modules.ts";
import { addWithImports } from "./static-imports.ts";

/** What the page fetches for the box (`src/app/box-loader.ts`). */
const FETCHED = [/^assets\/box-worker-[^/]*\.js$/, /^assets\/glue-[^/]*\.wasm$/];

/** Preloads everything the first Run needs from the page's HTML, so nothing waits for the page's own scripts. */
export function runPreloadPlugin(): Plugin {
  // Another list has other modules.
  const ownList = process.env.PLAYGROUND_INTEGRATIONS !== undefined;
  return {
    name: "run-preload",
    transformIndexHtml: {
      order: "post",
      handler(html, { path, bundle }) {
        if (bundle === undefined || path.endsWith("/embed.html")) return [];
        const scripts = new Set<Rolldown.OutputChunk>();
        for (const module of RUN_MODULES) {
          const chunk = Object.values(bundle).find((file) => isChunkOf(file, module));
          if (chunk !== undefined) addWithImports(chunk, bundle, scripts);
          else if (!ownList) throw missing(module);
        }
        const styles = new Set(
          [...scripts].flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])]),
        );
        const fetched = FETCHED.map((part) => {
          const file = Object.keys(bundle).find((name) => part.test(name));
          if (file === undefined) throw missing(part);
          return file;
        });
        return [
          // Not low: Chromium holds all but two of those back until the page's scripts have run.
          ...[...scripts].map(({ fileName }) => link(fileName, { rel: "modulepreload" })),
          ...[...styles].map((file) => link(file, { rel: "preload", as: "style" })),
          // Low: they are large, and the scripts come first.
          ...fetched.map((file) => link(file, { rel: "preload", as: "fetch", fetchpriority: "low" })),
        ].filter(({ attrs }) => !html.includes(`href="${attrs.href}"`));
      },
    },
  };
}

function isChunkOf(
  file: Rolldown.OutputAsset | Rolldown.OutputChunk,
  module: RegExp,
): file is Rolldown.OutputChunk {
  return file.type === "chunk" && file.facadeModuleId !== null && module.test(file.facadeModuleId);
}

const missing = (part: RegExp) => new Error(`The build has no file of ${part}.`);

function link(file: string, attrs: Record<string, string>) {
  return {
    tag: "link",
    attrs: { ...attrs, crossorigin: true, href: `./${file}` },
    injectTo: "head",
  } satisfies HtmlTagDescriptor;
}
