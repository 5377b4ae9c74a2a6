import type { Plugin } from "vite";

/** What the page loads: its script, and what is preloaded for that and for the first Run. */
const LOADS =
  /[ \t]*(?:<link rel="(?:modulepreload|preload)"[^>]*>|<script type="module"[^>]*><\/script>)\n?/g;

/**
 * Moves what the page loads behind its first frame. In the head, each of these would be requested before the body is read: a third
 * of the processor's time before the first paint.
 */
export function loadsLastPlugin(): Plugin {
  return {
    name: "loads-last",
    apply: "build",
    enforce: "post",
    transformIndexHtml: {
      order: "post",
      handler(html, { path }) {
        if (path.endsWith("/embed.html")) return html;
        const loads = (html.match(LOADS) ?? []).map((tag) => `    ${tag.trim()}\n`);
        return html.replace(LOADS, "").replace("</body>", () => `${loads.join("")}  </body>`);
      },
    },
  };
}
