import { readFile } from "node:fs/promises";
import { createServer, type ServerResponse } from "node:http";
import { extname } from "node:path";
import { setTimeout } from "node:timers/promises";
import { promisify } from "node:util";
import { brotliCompress } from "node:zlib";
import { close, contentType, fileOf, listen } from "../../../tests/support/static-server";

/** Milliseconds before each answer. */
const LATENCY_MS = 40;
/** 10 Mbit/s. */
const BYTES_PER_MS = 1250;
/** Bytes sent before another response gets its turn. */
const PIECE = 4096;
/** Milliseconds of the line that may be made up for: timers are late. */
const LATE_MS = 20;

/** Milliseconds without a request after which a page counts as loaded. */
const QUIET_MS = 1_000;

/** Compressed already, or small. */
const AS_IS = new Set([".png", ".woff2", ".ico"]);

export interface SlowServer {
  readonly url: string;
  /** Whether answers take as long as over a slow line. */
  slow: boolean;
  /** Resolves when nothing has been requested for a second. */
  quiet(): Promise<void>;
  close(): Promise<void>;
}

const compress = promisify(brotliCompress);

/**
 * Serves a folder as a static host does, compressed with Brotli, over a slow line that all responses share. The server is slow
 * rather than the browser: Chromium's own throttling leaves out workers and frames in other processes.
 *
 * @param headers the headers of a path
 */
export async function serveSlowly(
  folder: string,
  headers: (path: string) => Readonly<Record<string, string>>,
): Promise<SlowServer> {
  const bodies = new Map<string, Promise<Buffer>>();
  const body = (file: string) => {
    const known = bodies.get(file) ?? readFile(file).then((raw) => (isText(file) ? compress(raw) : raw));
    bodies.set(file, known);
    return known;
  };
  const takeLine = sharedLine();
  let running = 0;
  let lastEnd = 0;
  const server = createServer(async (request, response) => {
    running++;
    response.once("close", () => {
      running--;
      lastEnd = performance.now();
    });
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const file = fileOf(folder, decodeURIComponent(pathname.slice(1)));
    const found = file === null ? null : await body(file).catch(() => null);
    const { slow } = served;
    if (slow) await setTimeout(LATENCY_MS);
    if (file === null || found === null) {
      response.writeHead(404, { "Content-Type": "text/plain; charset=utf-8" }).end("Not found\n");
      return;
    }
    response.writeHead(200, {
      ...headers(pathname),
      "Content-Type": contentType(file),
      "Content-Length": found.length,
      ...(isText(file) ? { "Content-Encoding": "br" } : {}),
    });
    if (slow) await sendInPieces(response, found, takeLine);
    response.end(slow ? undefined : found);
  });
  const port = await listen(server);
  const served: SlowServer = {
    url: `http://127.0.0.1:${port}/`,
    slow: true,
    async quiet() {
      while (running > 0 || performance.now() - lastEnd < QUIET_MS) await setTimeout(QUIET_MS / 10);
    },
    close: () => close(server),
  };
  return served;
}

const isText = (file: string) => !AS_IS.has(extname(file));

/** Returns a function that waits until the line has carried so many bytes, behind all that it was given before. */
function sharedLine(): (bytes: number) => Promise<void> {
  let free = 0;
  return async (bytes) => {
    const now = performance.now();
    free = Math.max(free, now - LATE_MS) + bytes / BYTES_PER_MS;
    if (free > now) await setTimeout(free - now);
  };
}

async function sendInPieces(
  response: ServerResponse,
  body: Buffer,
  takeLine: (bytes: number) => Promise<void>,
): Promise<void> {
  for (let at = 0; at < body.length && !response.destroyed; at += PIECE) {
    const piece = body.subarray(at, at + PIECE);
    await takeLine(piece.length);
    response.write(piece);
  }
}
