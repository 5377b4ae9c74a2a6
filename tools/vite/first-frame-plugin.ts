import { resolve } from "node:path";
import { type Plugin, runnerImport } from "vite";
import type * as FirstFrame from "../first-frame.ts";
import { bundleText } from "./bundle-text.ts";

/**
 * Puts the page's first frame into index.html, in place of `<!-- first frame -->`, with the script that gives it its final form
 * (`src/first-frame/first-frame.ts`).
 */
export function firstFramePlugin(root: string): Plugin {
  return {
    name: "first-frame",
    transformIndexHtml: {
      order: "pre",
      async handler(html) {
        if (!html.includes("<!-- first frame -->")) return html;
        const [{ module }, script] = await Promise.all([
          runnerImport<typeof FirstFrame>(resolve(root, "tools/first-frame.ts"), {
            configFile: false,
            logLevel: "error",
          }),
          bundleText(resolve(root, "src/first-frame/first-frame.ts"), []),
        ]);
        const body = module.firstFrame();
        // Comments and indentation are a hundred bytes over the wire.
        const page = html.replaceAll(/^ *(?:(?:\/\/|<!--(?! first frame)).*\n)?/gm, "");
        // Not as a pattern of `replace`: the texts may hold `$`.
        return page.replace("<!-- first frame -->", () => `${body}<script>${script.trim()}</script>`);
      },
    },
  };
}
