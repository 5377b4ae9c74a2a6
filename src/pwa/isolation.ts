/** Cross-origin isolation for hosts that cannot send headers of their own. Live mode needs it (`docs/sandbox.md`). */

const HEADERS = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
} as const;

/**
 * The response with the headers that isolate a page, where it does not have them. A worker's script needs the second one
 * too. The embed stays as it is: sites that show it ask for nothing of the kind.
 *
 * @param path of the request's URL
 */
export function withIsolation(response: Response, path: string): Response {
  if (/\/embed(?:\.html)?$/.test(path)) return response;
  if (Object.keys(HEADERS).every((name) => response.headers.has(name))) return response;
  const headers = new Headers(response.headers);
  for (const [name, value] of Object.entries(HEADERS)) if (!headers.has(name)) headers.set(name, value);
  return new Response(response.body, {
    status: response.status,
    statusText: response.statusText,
    headers,
  });
}
