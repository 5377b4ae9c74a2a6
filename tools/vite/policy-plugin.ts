import { createHash } from "node:crypto";
import type { Plugin } from "vite";

/**
 * Puts the page's Content-Security-Policy (`docs/sandbox.md`) into its head, before everything it governs. Inline scripts of
 * the page and of the box's frame, which inherits the policy, are allowed by hash; no other inline script runs.
 *
 * @param frameScript returns the frame's script, exactly as in the frame's document
 */
export function policyPlugin(frameScript: () => Promise<string>): Plugin {
  return {
    name: "policy",
    transformIndexHtml: {
      order: "post",
      async handler(html, { path }) {
        const inline = [...html.matchAll(/<script>([\s\S]*?)<\/script>/g)].map((match) => match[1] ?? "");
        const hashes = [...inline, await frameScript()].map((script) => `'sha256-${sha256(script)}'`);
        const policy = contentPolicy(path, hashes);
        return {
          html,
          tags: [
            {
              tag: "meta",
              attrs: { "http-equiv": "Content-Security-Policy", content: policy },
              injectTo: "head-prepend",
            },
          ],
        };
      },
    },
  };
}

/** The policy of a page of this path; `hashes` allow its inline scripts. */
export function contentPolicy(path: string, hashes: readonly string[]): string {
  // An embed has no accounts, so it only contacts its own host.
  const others = path.endsWith("/embed.html") ? "" : " https: http://127.0.0.1:* http://localhost:*";
  return [
    "default-src 'self'",
    `script-src 'self' 'wasm-unsafe-eval' ${hashes.join(" ")}`,
    "worker-src 'self' data:",
    `connect-src 'self'${others}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("base64");
}
