import { resolve } from "node:path";
import type { Connect, Plugin } from "vite";
import { hostingHeaders } from "../hosting-headers.ts";

/** Serves dev and preview with the headers of `public/_headers`, so anything that runs here runs on a static host. */
export function headersPlugin(root: string): Plugin {
  const headers = hostingHeaders(resolve(root, "public/_headers"));
  const send = (middlewares: Connect.Server) => {
    middlewares.use((request, response, next) => {
      const path = new URL(request.url ?? "/", "http://localhost").pathname;
      for (const [name, value] of Object.entries(headers(path))) response.setHeader(name, value);
      next();
    });
  };
  return {
    name: "headers",
    configureServer: (server) => send(server.middlewares),
    configurePreviewServer: (server) => send(server.middlewares),
  };
}
