import { createServer, type ServerResponse } from "node:http";
import { GraphWorld } from "../../src/integrations/whatsapp/server/served-world";
import { createGraphServer } from "../../src/integrations/whatsapp/server/server";
import { mockAccounts, seedWorld, type World } from "../../src/integrations/whatsapp/simulator";
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
  /** Empty for what never reached the simulator. */
  body: string;
}

/** The server of `npm run graph` on a free loopback port, behind addresses at which it misbehaves. */
export async function startGraphServer(): Promise<GraphServer> {
  const received: Received[] = [];
  const world = new (class extends GraphWorld {
    override answer(request: HttpRequest) {
      const latest = received.findLast(({ method }) => method === request.method);
      if (latest !== undefined) latest.body = request.body ?? "";
      return super.answer(request);
    }
  })(seedWorld());
  const graph = createGraphServer({ world });
  const withoutPreflights = createGraphServer({ world, preflight: "refuse" });
  const server = createServer((incoming, outgoing) => {
    const { method = "", url: path = "/", headers } = incoming;
    const authorization = headers.authorization ?? null;
    received.push({ method, path, authorization, body: "" });
    const fault = FAULTS.find((name) => path.startsWith(`/${name}/`));
    if (fault === undefined) graph.emit("request", incoming, outgoing);
    else if (fault === "preflight-refused") {
      incoming.url = path.slice(fault.length + 1);
      withoutPreflights.emit("request", incoming, outgoing);
    } else if (method === "OPTIONS") graph.emit("request", incoming, outgoing);
    else incoming.resume().once("end", () => misbehave(fault, outgoing, authorization));
  });
  const port = await listen(server);
  const account = mockAccounts(world.current)[0];
  const { phone_number_id = "", waba_id = "" } = account?.fields ?? {};
  return {
    baseUrl: (fault) => `http://127.0.0.1:${port}/${fault === undefined ? "" : `${fault}/`}v26.0`,
    account: { token: account?.token ?? "", phone_number_id, waba_id },
    received,
    world: () => world.current,
    close: () => close(server),
  };
}

function misbehave(
  fault: Exclude<Fault, "preflight-refused">,
  response: ServerResponse,
  authorization: string | null,
): void {
  const cors = { "Access-Control-Allow-Origin": "*", "Cross-Origin-Resource-Policy": "cross-origin" };
  const json = { ...cors, "Content-Type": "application/json" };
  const refuse = (message: string, code: number) =>
    JSON.stringify({ error: { message, type: "OAuthException", code, fbtrace_id: "AbCdEfGhIjKlMnO" } });
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
        .writeHead(404, { ...cors, "Content-Type": "text/html" })
        .end("<!doctype html><h1>Not here</h1>");
      return;
    case "unauthorized":
      response
        .writeHead(401, json)
        .end(refuse(`Error validating access token: ${authorization ?? "none"} has expired.`, 190));
      return;
    case "rate-limited":
      response
        .writeHead(429, { ...json, "Retry-After": "60" })
        .end(refuse("(#130429) Rate limit hit", 130429));
      return;
    case "nonsense":
      response.writeHead(200, json).end("{not JSON");
      return;
    case "slow":
      return;
  }
}
