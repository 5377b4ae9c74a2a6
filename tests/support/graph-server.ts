import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { apply, mockAccounts, seedWorld, type World } from "../../src/integrations/whatsapp/simulator";
import { allRoutes } from "../../src/integrations/whatsapp/simulator/http-only-routes";
import { respond } from "../../src/integrations/whatsapp/simulator/respond";
import type { HttpRequest } from "../../src/shared/http-message";
import { FAULTS, type Fault } from "./faults";
import { close, listen } from "./static-server";

export interface GraphServer {
  /** An account's base URL, `http://127.0.0.1:PORT/v26.0`; with a fault, one behind which every request meets it. */
  baseUrl(fault?: Fault): string;
  /** The default account of the simulated world. */
  readonly account: { readonly token: string; readonly phone_number_id: string; readonly waba_id: string };
  /** What arrived, preflights included, in order. */
  readonly received: readonly Received[];
  /** Messages the world holds now. */
  world(): World;
  close(): Promise<void>;
}

interface Received {
  readonly method: string;
  readonly path: string;
  readonly authorization: string | null;
  readonly body: string;
}

/** The simulator behind a real HTTP server on a free loopback port, with CORS as an API for browsers has it. */
export async function startGraphServer(): Promise<GraphServer> {
  let world = seedWorld();
  const account = mockAccounts(world)[0];
  if (account === undefined) throw new Error("The seed world has no account.");
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    const body = await bodyOf(request);
    const url = new URL(request.url ?? "/", "http://localhost");
    const authorization = request.headers.authorization ?? null;
    received.push({ method: request.method ?? "", path: url.pathname + url.search, authorization, body });
    const fault = FAULTS.find((name) => url.pathname.startsWith(`/${name}/`)) ?? null;
    if (request.method === "OPTIONS") return preflight(request, response, fault);
    if (fault !== null && fault !== "preflight-refused") return misbehave(fault, response, authorization);
    if (fault !== null) url.pathname = url.pathname.slice(fault.length + 1);
    const outcome = respond(world, graphRequest(request, url, body), allRoutes);
    for (const event of outcome.events) world = apply(world, event);
    if (outcome.reply.kind === "lost") return void response.destroy();
    const { status, headers, body: answer } = outcome.reply.response;
    response.writeHead(status, { ...headers, ...CORS }).end(answer);
  });
  const port = await listen(server);
  const { phone_number_id = "", waba_id = "" } = account.fields;
  return {
    baseUrl: (fault) => `http://127.0.0.1:${port}/${fault === undefined ? "" : `${fault}/`}v26.0`,
    account: { token: account.token, phone_number_id, waba_id },
    received,
    world: () => world,
    close: () => close(server),
  };
}

const CORS = {
  "Access-Control-Allow-Origin": "*",
  "Cross-Origin-Resource-Policy": "cross-origin",
};

function preflight(request: IncomingMessage, response: ServerResponse, fault: Fault | null): void {
  if (fault === "preflight-refused") {
    response.writeHead(403).end();
    return;
  }
  response
    .writeHead(204, {
      ...CORS,
      "Access-Control-Allow-Methods": "GET, POST, DELETE",
      "Access-Control-Allow-Headers": request.headers["access-control-request-headers"] ?? "",
    })
    .end();
}

function misbehave(
  fault: Exclude<Fault, "preflight-refused">,
  response: ServerResponse,
  authorization: string | null,
): void {
  const json = { ...CORS, "Content-Type": "application/json" };
  switch (fault) {
    case "cut":
      response.destroy();
      return;
    case "cut-answer":
      response.writeHead(200, { ...json, "Content-Length": "1000" });
      response.write('{"data":[', () => response.destroy());
      return;
    case "html":
      response
        .writeHead(404, { ...CORS, "Content-Type": "text/html" })
        .end("<!doctype html><h1>Not here</h1>");
      return;
    case "unauthorized":
      response.writeHead(401, json).end(
        JSON.stringify({
          error: {
            message: `Error validating access token: ${authorization ?? "none"} has expired.`,
            type: "OAuthException",
            code: 190,
            fbtrace_id: "AbCdEfGhIjKlMnO",
          },
        }),
      );
      return;
    case "rate-limited":
      response.writeHead(429, { ...json, "Retry-After": "60" }).end(
        JSON.stringify({
          error: {
            message: "(#130429) Rate limit hit",
            type: "OAuthException",
            code: 130429,
            fbtrace_id: "AbCdEfGhIjKlMnO",
          },
        }),
      );
      return;
    case "nonsense":
      response.writeHead(200, json).end("{not JSON");
      return;
    case "slow":
      return;
  }
}

/** The request as the simulator takes it. Form fields become a JSON body, as the Graph API reads them. */
function graphRequest(request: IncomingMessage, url: URL, body: string): HttpRequest {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers)) {
    if (typeof value === "string") headers[name] = value;
  }
  const method = request.method === "POST" || request.method === "DELETE" ? request.method : "GET";
  const target = `https://graph.facebook.com${url.pathname}${url.search}`;
  if (!headers["content-type"]?.startsWith("application/x-www-form-urlencoded")) {
    return { method, url: target, headers, body: body === "" ? null : body };
  }
  const { access_token: token, ...fields } = Object.fromEntries(new URLSearchParams(body));
  if (token !== undefined) headers.authorization = `Bearer ${token}`;
  const members = Object.entries(fields).map(([name, value]) => [name, nested(value)]);
  return { method, url: target, headers, body: JSON.stringify(Object.fromEntries(members)) };
}

/** A form field's value: objects, arrays and booleans travel as JSON, everything else as text. */
function nested(value: string): unknown {
  if (!/^(?:[[{]|true$|false$)/.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString("utf8");
}
