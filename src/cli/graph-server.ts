import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { setTimeout as delay } from "node:timers/promises";
import type { HttpRequest, HttpResponse } from "../http/message";
import { apply, type Reply, respond, type World } from "../simulator/index";
import { BodyTooLarge, readRequest } from "./graph-request";

/** How a request goes wrong on its way, as networks and proxies do; null: it does not. */
export type NetworkFault =
  /** The connection ends before the simulator saw the request. */
  | "cut-before"
  /** The connection ends after the simulator took the request: its outcome is unknown to the client. */
  | "cut-after"
  /** A proxy's page instead of Meta's JSON. */
  | "html"
  | { readonly status: number; readonly body: string }
  /** The true answer, this many real milliseconds later. */
  | { readonly delayMs: number }
  | null;

export interface GraphServerOptions {
  readonly world: World;
  /** Called with the new world after each request that was answered by the simulator. */
  readonly onWorld?: (world: World) => void;
  /** `refuse`: a preflight gets a 400 without CORS headers, so browsers must do without one. Default: `answer`. */
  readonly preflight?: "answer" | "refuse";
  /** Asked for each request but preflights. */
  readonly fault?: (request: HttpRequest) => NetworkFault;
}

/**
 * The simulator as an HTTP server that any WhatsApp client can be pointed at: JSON and form bodies, the token in the
 * Authorization header, the query or the form, and CORS as Meta's. Not listening yet. The world lives as long as the
 * server, and each request moves it on.
 */
export function createGraphServer({ world, onWorld, preflight, fault }: GraphServerOptions): Server {
  let current = world;
  const answer = (request: HttpRequest): Reply => {
    const { reply, events } = respond(current, request);
    current = events.reduce(apply, current);
    onWorld?.(current);
    return reply;
  };
  return createServer((incoming, outgoing) => {
    serve(incoming, outgoing, preflight ?? "answer", fault ?? (() => null), answer).catch(
      (reason: unknown) => {
        const tooLarge = reason instanceof BodyTooLarge;
        // A client that went away has nothing to be told.
        if (incoming.destroyed && !tooLarge) {
          outgoing.destroy();
          return;
        }
        const message = reason instanceof Error ? reason.message : String(reason);
        if (!tooLarge) console.error("The simulator failed:", reason);
        outgoing.setHeader("Connection", "close");
        write(outgoing, graphError(tooLarge ? 413 : 500, message));
      },
    );
  });
}

async function serve(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  preflight: "answer" | "refuse",
  fault: (request: HttpRequest) => NetworkFault,
  answer: (request: HttpRequest) => Reply,
): Promise<void> {
  if (incoming.method === "OPTIONS") return writePreflight(outgoing, preflight);
  if (!["GET", "HEAD", "POST", "DELETE"].includes(incoming.method ?? "")) {
    return write(outgoing, graphError(400, `(#100) Unsupported method: ${incoming.method}`));
  }
  const request = await readRequest(incoming);
  const met = fault(request);
  if (met === "cut-before") {
    incoming.socket.destroy();
  } else if (met === "cut-after") {
    answer(request);
    incoming.socket.destroy();
  } else if (met === "html") {
    write(outgoing, { status: 502, headers: { "Content-Type": "text/html" }, body: badGateway });
  } else if (met !== null && "status" in met) {
    write(outgoing, {
      status: met.status,
      headers: { "Content-Type": "application/json; charset=UTF-8" },
      body: met.body,
    });
  } else {
    if (met !== null) await delay(met.delayMs);
    give(outgoing, answer(request));
  }
}

/** The world's own faults: a cut connection ends here, a time-out leaves the client waiting until it goes. */
function give(outgoing: ServerResponse, reply: Reply): void {
  if (reply.kind === "response") write(outgoing, reply.response);
  else if (reply.how === "cut") outgoing.destroy();
}

const badGateway =
  "<!doctype html><html><head><title>502 Bad Gateway</title></head><body><h1>Bad Gateway</h1></body></html>";

const cors = { "Access-Control-Allow-Origin": "*", "Cross-Origin-Resource-Policy": "cross-origin" };

/** Whether Meta answers preflights with Authorization and JSON is not verified; the answer here is the hopeful one. */
function writePreflight(outgoing: ServerResponse, preflight: "answer" | "refuse"): void {
  if (preflight === "refuse") {
    outgoing.writeHead(400, { "Content-Type": "text/plain" }).end("Preflight refused");
    return;
  }
  outgoing
    .writeHead(200, {
      ...cors,
      "Access-Control-Allow-Methods": "GET, POST, DELETE, OPTIONS",
      "Access-Control-Allow-Headers": "Authorization, Content-Type",
      "Access-Control-Max-Age": "600",
      "Content-Length": "0",
    })
    .end();
}

function write(outgoing: ServerResponse, response: HttpResponse): void {
  const body = Buffer.from(response.body, "utf8");
  outgoing.writeHead(response.status, {
    ...cors,
    ...response.headers,
    "Content-Length": String(body.length),
  });
  outgoing.end(body);
}

/** An error of the server itself, in Graph's shape, so that clients can show it. */
function graphError(status: number, message: string): HttpResponse {
  return {
    status,
    headers: { "Content-Type": "application/json; charset=UTF-8" },
    body: JSON.stringify({ error: { message, type: "GraphMethodException", code: 100 } }),
  };
}
