import type { HtmlTagDescriptor, Plugin } from "vite";

/** What the box is made of (`src/app/box-loader.ts`). */
const PARTS = [/^assets\/box-worker-[^/]*\.js$/, /^assets\/glue-[^/]*\.wasm$/];

/** Has the page's HTML load what the box is made of, so that this does not wait for the page's scripts. */
export function boxPreloadPlugin(): Plugin {
  return {
    name: "box-preload",
    transformIndexHtml: {
      order: "post",
      handler(_html, { path, bundle }) {
        if (bundle === undefined || path.endsWith("/embed.html")) return [];
        const files = Object.keys(bundle);
        return PARTS.map((part): HtmlTagDescriptor => {
          const file = files.find((name) => part.test(name));
          if (file === undefined) throw new Error(`The build has no file ${part}.`);
          // Low: the page's own scripts come first.
          const attrs = { rel: "preload", as: "fetch", crossorigin: true, fetchpriority: "low" };
          return { tag: "link", attrs: { ...attrs, href: `./${file}` }, injectTo: "head" };
        });
      },
    },
  };
}
