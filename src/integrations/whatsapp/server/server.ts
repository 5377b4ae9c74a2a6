import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { HttpResponse } from "../../../shared/http-message";
import { member, parseJson } from "../../../shared/json";
import { messageOf } from "../../../shared/message-of";
import { failureResponse } from "../simulator";
import { control, isControl, whyForbidden } from "./control";
import { whyRefused } from "./origin";
import { addressOf, BodyTooLarge, readBody, readRequest } from "./read-request";
import type { GraphWorld } from "./served-world";
import { NotSaved } from "./store/store";

/** A world with many thousands of messages is large. */
const largestControlBody = 256_000_000;

export interface GraphServerOptions {
  /** The world it serves. Each request changes it. */
  readonly world: GraphWorld;
  /** `refuse`: a preflight gets a 400 without CORS headers, so browsers must avoid one. Default: `answer`. */
  readonly preflight?: "answer" | "refuse";
  /** Origins of other machines whose pages may use it. */
  readonly allowedOrigins?: ReadonlySet<string>;
  /** Called about calls that are not simulated and pages that are refused. */
  tell?(line: string): void;
}

/**
 * The simulator as an HTTP server for any WhatsApp client: JSON and form bodies, the token in the Authorization header, the
 * query or the form, and CORS like Meta's. Lost connections really are lost. Also serves the control address (`control.ts`).
 * Refuses pages of other origins (`origin.ts`). Not listening yet.
 */
export function createGraphServer({
  world,
  preflight = "answer",
  allowedOrigins = new Set(),
  tell,
}: GraphServerOptions): Server {
  const refused = new Set<string>();
  return createServer((incoming, outgoing) => {
    const isControlled = isControl(addressOf(incoming).pathname);
    // The control address is stricter.
    const refusal = isControlled ? null : whyRefused(incoming, allowedOrigins);
    if (refusal !== null) {
      if (!refused.has(refusal.origin)) tell?.(`Refused: ${refusal.message}`);
      // Limited, since a page can make up origins.
      if (refused.size < 100) refused.add(refusal.origin);
      return writeControl(outgoing, { status: 403, value: { error: { message: refusal.message } } });
    }
    const answered = isControlled
      ? serveControl(incoming, outgoing, world)
      : serveGraph(incoming, outgoing, world, preflight, tell);
    answered.catch((reason: unknown) => fail(incoming, outgoing, world, reason));
  });
}

async function serveGraph(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  world: GraphWorld,
  preflight: "answer" | "refuse",
  tell: GraphServerOptions["tell"],
): Promise<void> {
  if (incoming.method === "OPTIONS") return writePreflight(outgoing, preflight);
  if (!["GET", "HEAD", "POST", "DELETE"].includes(incoming.method ?? "")) {
    return write(
      outgoing,
      failureResponse(world.current, 400, `(#100) Unsupported method: ${incoming.method}`),
    );
  }
  const reply = world.answer(await readRequest(incoming));
  if (reply.kind === "response") {
    const { status, body } = reply.response;
    const line = status === 501 ? member(member(parseJson(body), "error"), "message") : undefined;
    // Faults of the world may answer 501 too, with anything in the body.
    if (typeof line === "string" && line.startsWith("Not simulated:")) tell?.(line);
    write(outgoing, reply.response);
  }
  // For a timeout, send nothing and let the client give up.
  else if (reply.how === "cut") outgoing.destroy();
}

async function serveControl(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  world: GraphWorld,
): Promise<void> {
  const forbidden = whyForbidden(incoming);
  if (forbidden !== null) return writeControl(outgoing, { status: 403, value: { error: forbidden } });
  const bytes = await readBody(incoming, largestControlBody);
  const body = bytes === null ? null : new TextDecoder().decode(bytes);
  writeControl(outgoing, control(world, incoming.method ?? "", addressOf(incoming).pathname, body));
}

/** Sends no CORS headers, but headers that keep other sites from loading it some other way. */
function writeControl(outgoing: ServerResponse, { status, value }: { status: number; value: unknown }): void {
  const body = Buffer.from(`${JSON.stringify(value)}\n`, "utf8");
  outgoing
    .writeHead(status, {
      "Content-Type": "application/json; charset=UTF-8",
      "Cache-Control": "no-store",
      "Cross-Origin-Resource-Policy": "same-origin",
      "X-Content-Type-Options": "nosniff",
      "Content-Length": String(body.length),
    })
    .end(body);
}

const cors = { "Access-Control-Allow-Origin": "*", "Cross-Origin-Resource-Policy": "cross-origin" };

/** It is unverified whether Meta answers preflights for Authorization and JSON. This assumes that it does. */
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

/** Responds to a request that could not be read or answered. */
function fail(incoming: IncomingMessage, outgoing: ServerResponse, world: GraphWorld, reason: unknown): void {
  const tooLarge = reason instanceof BodyTooLarge;
  // The client has disconnected.
  if (!tooLarge && (incoming.socket.destroyed || outgoing.headersSent)) {
    outgoing.destroy();
    return;
  }
  if (!tooLarge && !(reason instanceof NotSaved)) console.error("The simulator failed:", reason);
  outgoing.setHeader("Connection", "close");
  write(outgoing, failureResponse(world.current, tooLarge ? 413 : 500, messageOf(reason)));
}
