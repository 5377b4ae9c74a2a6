import { createServer } from "node:http";
import { close, listen } from "./static-server";

/** A server that nothing inside the box may reach. */
export interface WatchedServer {
  /** Its address, with a slash at its end. */
  readonly url: string;
  /** What was asked for so far, in order. */
  readonly requests: readonly string[];
  close(): Promise<void>;
}

/** Answers everything with CORS allowed and notes what was asked for. */
export async function startWatchedServer(): Promise<WatchedServer> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`);
    response.writeHead(200, { "Access-Control-Allow-Origin": "*", "Content-Type": "text/javascript" }).end();
  });
  server.on("upgrade", (request, socket) => {
    requests.push(`upgrade ${request.url}`);
    socket.destroy();
  });
  const port = await listen(server);
  return { url: `http://127.0.0.1:${port}/`, requests, close: () => close(server) };
}
