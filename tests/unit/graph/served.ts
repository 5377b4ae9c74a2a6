import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach } from "vitest";
import { createGraphServer } from "../../../src/cli/graph-server";
import { GraphWorld } from "../../../src/cli/graph-world";
import { mockAccounts, seedWorld, type World } from "../../../src/simulator/index";

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
  const { port } = server.address() as AddressInfo;
  return `http://127.0.0.1:${port}`;
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
export function credentials(world: World, name = "default") {
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
