/** Cross-origin isolation for hosts that cannot send their own headers. Live mode needs it (`docs/sandbox.md`). */

const HEADERS = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
} as const;

/**
 * The response with the headers that isolate a page, where it does not have them. A worker's script needs the second one
 * too, and so does the embed, which the page could not preview otherwise; the first would change nothing in a frame.
 *
 * @param path of the request's URL
 */
export function withIsolation(response: Response, path: string): Response {
  const isEmbed = /\/embed(?:\.html)?$/.test(path);
  const missing = Object.entries(HEADERS).filter(
    ([name]) => !response.headers.has(name) && !(isEmbed && name === "Cross-Origin-Opener-Policy"),
  );
  if (missing.length === 0) return response;
  const headers = new Headers(response.headers);
  for (const [name, value] of missing) headers.set(name, value);
  return new Response(response.body, {
    status: response.status,
    statusText: response.statusText,
    headers,
  });
}
