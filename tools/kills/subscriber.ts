import { createServer } from "node:http";

/** A webhook subscriber that is sometimes down, and what it has accepted. */
export async function startSubscriber() {
  /** How often each status or message was taken: `status wamid… sent`, `message wamid…`. */
  const taken = new Map<string, number>();
  const server = createServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(Buffer.from(chunk));
    const luck = Math.random();
    if (luck < 0.005) return void outgoing.destroy();
    if (luck < 0.01) return void outgoing.writeHead(503).end();
    for (const key of keysOf(JSON.parse(Buffer.concat(chunks).toString("utf8")))) {
      taken.set(key, (taken.get(key) ?? 0) + 1);
    }
    outgoing.end();
  });
  // A server that is killed in the middle of a webhook.
  server.on("clientError", (_problem, socket) => socket.destroy());
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The subscriber does not listen.");
  return {
    url: `http://127.0.0.1:${address.port}/`,
    taken,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

interface WebhookValue {
  readonly statuses?: readonly { readonly id: string; readonly status: string }[];
  readonly messages?: readonly { readonly id: string }[];
}

function keysOf(body: { entry: { changes: { value: WebhookValue }[] }[] }): readonly string[] {
  return body.entry.flatMap(({ changes }) =>
    changes.flatMap(({ value: { statuses = [], messages = [] } }) => [
      ...statuses.map(({ id, status }) => `status ${id} ${status}`),
      ...messages.map(({ id }) => `message ${id}`),
    ]),
  );
}
