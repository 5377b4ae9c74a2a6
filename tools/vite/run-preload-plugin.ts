import type { HtmlTagDescriptor, Plugin, Rolldown } from "vite";
import { RUN_MODULES } from "./run-modules";

/** What the page fetches for the box (`src/app/box-loader.ts`). */
const FETCHED = [/^assets\/box-worker-[^/]*\.js$/, /^assets\/glue-[^/]*\.wasm$/];

/** Has the page's HTML load all that the first Run needs, so that none of it waits for the page's own scripts to ask. */
export function runPreloadPlugin(): Plugin {
  // Another list has other modules.
  const ownList = process.env.PLAYGROUND_INTEGRATIONS !== undefined;
  return {
    name: "run-preload",
    transformIndexHtml: {
      order: "post",
      handler(html, { path, bundle }) {
        if (bundle === undefined || path.endsWith("/embed.html")) return [];
        const found = (what: RegExp, file: string | undefined): string => {
          if (file === undefined) throw new Error(`The build has no file of ${what}.`);
          return file;
        };
        const scripts = new Set<string>();
        const styles = new Set<string>();
        for (const module of RUN_MODULES) {
          const chunk = Object.values(bundle).find((file) => isChunkOf(file, module));
          if (chunk === undefined && ownList) continue;
          addFiles(found(module, chunk?.fileName), bundle, scripts, styles);
        }
        const fetched = FETCHED.map((part) =>
          found(
            part,
            Object.keys(bundle).find((name) => part.test(name)),
          ),
        );
        return [
          // Not low: Chromium holds all but two of those back until the page's scripts have run.
          ...[...scripts].map((file) => link(file, { rel: "modulepreload" })),
          ...[...styles].map((file) => link(file, { rel: "preload", as: "style" })),
          // Low: they are large, and the scripts come first.
          ...fetched.map((file) => link(file, { rel: "preload", as: "fetch", fetchpriority: "low" })),
        ].filter(({ attrs }) => !html.includes(`href="${attrs.href}"`));
      },
    },
  };
}

function isChunkOf(file: Rolldown.OutputAsset | Rolldown.OutputChunk, module: RegExp): boolean {
  return file.type === "chunk" && file.facadeModuleId !== null && module.test(file.facadeModuleId);
}

/** Adds a chunk, its static imports and their stylesheets. */
function addFiles(
  name: string,
  bundle: Rolldown.OutputBundle,
  scripts: Set<string>,
  styles: Set<string>,
): void {
  const chunk = bundle[name];
  if (chunk?.type !== "chunk" || scripts.has(name)) return;
  scripts.add(name);
  for (const style of chunk.viteMetadata?.importedCss ?? []) styles.add(style);
  for (const imported of chunk.imports) addFiles(imported, bundle, scripts, styles);
}

function link(file: string, attrs: Record<string, string>) {
  return {
    tag: "link",
    attrs: { ...attrs, crossorigin: true, href: `./${file}` },
    injectTo: "head",
  } satisfies HtmlTagDescriptor;
}
