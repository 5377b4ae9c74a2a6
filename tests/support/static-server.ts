import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { extname, join, normalize, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { hostingHeaders } from "../../tools/hosting-headers";

const PROJECT = fileURLToPath(new URL("../..", import.meta.url));

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".map": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".ttf": "font/ttf",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
};

export interface StaticServerOptions {
  /** `isolated`: the headers of `public/_headers`. `plain`: a host that can send none. */
  readonly headers: "isolated" | "plain";
  /** Sub-path with a slash at both ends; nothing is served outside it. `/` unless said otherwise. */
  readonly base?: string;
  /** The folder to serve; `dist` unless said otherwise. */
  readonly folder?: string;
}

export interface RunningServer {
  /** The base's address, with a slash at its end. */
  readonly url: string;
  /** Paths asked for so far, query included, in order. */
  readonly requests: readonly string[];
  close(): Promise<void>;
}

/**
 * Serves the built app on a free loopback port, as a plain static host does.
 *
 * @throws Error when the folder has no `index.html` (`vite build` makes it)
 */
export async function serveDist(options: StaticServerOptions): Promise<RunningServer> {
  const folder = options.folder ?? join(PROJECT, "dist");
  const base = options.base ?? "/";
  if (!(await isFile(join(folder, "index.html")))) {
    throw new Error(`${folder} has no index.html. Run "npm run build" first.`);
  }
  const rules = options.headers === "isolated" ? hostingHeaders(join(PROJECT, "public", "_headers")) : null;
  const requests: string[] = [];
  const server = createServer(async (request, response) => {
    requests.push(request.url ?? "/");
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
    const file = path.startsWith(base) ? fileOf(folder, path.slice(base.length)) : null;
    const headers = rules?.(`/${path.slice(base.length)}`) ?? {};
    if (file === null || !(await isFile(file))) {
      response.writeHead(404, { ...headers, "Content-Type": "text/plain; charset=utf-8" }).end("Not found\n");
      return;
    }
    response.writeHead(200, {
      ...headers,
      "Content-Type": contentType(file),
    });
    createReadStream(file).pipe(response);
  });
  const port = await listen(server);
  return { url: `http://127.0.0.1:${port}${base}`, requests, close: () => close(server) };
}

/** The type a file is served with, by the end of its name. */
export function contentType(file: string): string {
  return TYPES[extname(file)] ?? "application/octet-stream";
}

/** The file a path below the base means; null when it would leave the folder. */
export function fileOf(folder: string, path: string): string | null {
  const file = normalize(join(folder, path === "" || path.endsWith("/") ? `${path}index.html` : path));
  return file.startsWith(folder.endsWith(sep) ? folder : folder + sep) ? file : null;
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (entry) => entry.isFile(),
    () => false,
  );
}

/** Starts a server on a free loopback port and gives the port. */
export function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      if (typeof address === "object" && address !== null) resolve(address.port);
      else reject(new Error("The server has no port."));
    });
  });
}

/** Ends a server and whatever connections are still open. */
export function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
    server.closeAllConnections();
  });
}
