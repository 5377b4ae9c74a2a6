import type { Plugin } from "vite";

const STYLESHEET = /<link rel="stylesheet"[^>]* href="\.\/([^"]+)">/g;

/** Inlines the page's stylesheets into its HTML, so the first paint waits for only one file. Embeds keep theirs. */
export function inlineStylesPlugin(): Plugin {
  const inlined = new Set<string>();
  return {
    name: "inline-styles",
    apply: "build",
    enforce: "post",
    transformIndexHtml: {
      order: "post",
      handler(html, { path, bundle }) {
        if (bundle === undefined || path.endsWith("/embed.html")) return html;
        return html.replace(STYLESHEET, (_, file: string) => {
          const style = bundle[file];
          if (style?.type !== "asset" || typeof style.source !== "string")
            throw new Error(`The build has no stylesheet ${file}.`);
          const css = style.source;
          // They would be relative to the page, not to the stylesheet.
          if (/url\((?!["']?data:)/.test(css)) throw new Error(`${file} names other files.`);
          inlined.add(file);
          return `<style>${css.trim()}</style>`;
        });
      },
    },
    // Vite would load them again with what is imported later.
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== "chunk") continue;
        for (const file of inlined) chunk.viteMetadata?.importedCss.delete(file);
      }
    },
  };
}
