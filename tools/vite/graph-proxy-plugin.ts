import type { Connect, Plugin } from "vite";

/** Path on the page's own server that stands for the Graph API. */
const FOLDER = "/graph";

/**
 * The third way to the API, for browsers whose preflight Meta refuses: `graph/…` on the dev and preview servers is forwarded to
 * `GRAPH_TARGET` (default: Meta's host). `GET graph/` says where to, so the page knows whether there is a proxy at all.
 */
export function graphProxyPlugin(): Plugin {
  const target = process.env.GRAPH_TARGET ?? "https://graph.facebook.com";
  const proxy = {
    [`^${FOLDER}/.+`]: {
      target,
      changeOrigin: true,
      rewrite: (path: string) => path.slice(FOLDER.length),
      // A page on another origin must not use this server as its way to the API.
      bypass: (request: Connect.IncomingMessage) =>
        request.headers["sec-fetch-site"] === "same-origin" ? undefined : false,
    },
  } as const;
  const announce = (middlewares: Connect.Server) => {
    middlewares.use((request, response, next) => {
      if (request.url !== `${FOLDER}/`) return next();
      response.setHeader("Content-Type", "application/json");
      response.end(JSON.stringify({ target }));
    });
  };
  return {
    name: "graph-proxy",
    config: () => ({ server: { proxy }, preview: { proxy } }),
    configureServer: (server) => announce(server.middlewares),
    configurePreviewServer: (server) => announce(server.middlewares),
  };
}
