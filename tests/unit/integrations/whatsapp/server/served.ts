import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { afterEach } from "vitest";
import { runGraph } from "../../../../../src/integrations/whatsapp/server/command";
import { GraphWorld } from "../../../../../src/integrations/whatsapp/server/served-world";
import { createGraphServer } from "../../../../../src/integrations/whatsapp/server/server";
import {
  mockAccounts,
  seedWorld,
  type World,
} from "../../../../../src/integrations/whatsapp/simulator/index";
import { type JsonValue, member } from "../../../../../src/shared/json";
import { text } from "../simulator/client";

const running: Server[] = [];
afterEach(() => {
  for (const server of running.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** Listens on a free loopback port until the test ends; gives the address without a slash. */
export async function listening(server: Server): Promise<string> {
  running.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("not listening");
  return `http://127.0.0.1:${address.port}`;
}

/** A plain HTTP server until the test ends. */
export function serving(
  handler: (incoming: IncomingMessage, outgoing: ServerResponse) => void,
): Promise<string> {
  return listening(createServer(handler));
}

/** The simulator over HTTP until the test ends, with its default account. */
export async function served(first: World = seedWorld()) {
  const world = new GraphWorld(first);
  const base = await listening(createGraphServer({ world }));
  return { world, base, ...credentials(first) };
}

/** What a client needs to act as an account of the world. */
function credentials(world: World, name = "default") {
  const account = mockAccounts(world).find((one) => one.name === name);
  if (account === undefined) throw new Error(`no account ${name}`);
  const { phone_number_id: phoneNumberId = "", waba_id: wabaId = "" } = account.fields;
  return { token: account.token, phoneNumberId, wabaId };
}

/** The whole body of a request. */
export async function bodyOf(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

/** `npm run graph` with these arguments until the test ends: its address, what it printed, and its default account. */
export async function commanded(...args: readonly string[]) {
  const lines: string[] = [];
  const { running: graph } = await runGraph(args, {
    out: (line) => lines.push(line),
    error: (line) => lines.push(line),
  });
  if (graph === null) throw new Error(lines.join("\n"));
  running.push(graph.server);
  const base = /http:\/\/127\.0\.0\.1:\d+/.exec(lines[0] ?? "")?.[0] ?? "";
  const printed = /default: phone_number_id (\d+), waba_id (\d+), token (\w+)/.exec(lines.join("\n"));
  const [, phoneNumberId = "", wabaId = "", token = ""] = printed ?? [];
  return { base, lines, close: graph.close, phoneNumberId, wabaId, token };
}

/** POST to the control address; gives the answer's JSON. */
export async function control(base: string, path: string, value: unknown): Promise<JsonValue> {
  const response = await fetch(`${base}/_world${path}`, { method: "POST", body: JSON.stringify(value) });
  if (!response.ok) throw new Error(await response.text());
  return response.json();
}

/** A customer writes or presses a button; gives the id of the message. */
export async function customer(base: string, said: unknown): Promise<string> {
  return text(member(await control(base, "/inbound", said), "id"));
}

/** What arrives one after the other, for a test to wait for. */
export class Inbox<T> {
  readonly #arrived: T[] = [];
  readonly #waiting: ((item: T) => void)[] = [];

  readonly put = (item: T): void => {
    const waiting = this.#waiting.shift();
    if (waiting === undefined) this.#arrived.push(item);
    else waiting(item);
  };

  /** The next one, as soon as it is there. */
  next(): Promise<T> {
    const item = this.#arrived.shift();
    return item === undefined ? new Promise((resolve) => this.#waiting.push(resolve)) : Promise.resolve(item);
  }
}
