import type { Server } from "node:http";
import { mockAccounts, seedWorld, summarize } from "../simulator/index";
import { messageOf } from "../text/message-of";
import { runClock } from "./graph-clock";
import { type GraphOptions, readOptions, usage } from "./graph-options";
import { createGraphServer } from "./graph-server";
import { GraphWorld } from "./graph-world";
import { readWorld } from "./read-world";
import { sendWebhooks } from "./webhooks/send-webhooks";

/** Where the command writes. */
export interface CommandOutput {
  out(line: string): void;
  error(line: string): void;
}

/**
 * `npm run graph`: starts the server and prints where it listens and with which accounts. Gives the server, or null when
 * there was nothing to start; `failed` tells whether that is an error (exit code 1). Closing the server also ends its
 * clock and its webhooks.
 */
export async function runGraph(
  args: readonly string[],
  output: CommandOutput,
): Promise<{ readonly server: Server | null; readonly failed: boolean }> {
  try {
    const options = readOptions(args);
    if (options.help) {
      output.out(usage);
      return { server: null, failed: false };
    }
    return { server: await start(options, output), failed: false };
  } catch (reason) {
    output.error(messageOf(reason));
    output.error("See npm run graph -- --help");
    return { server: null, failed: true };
  }
}

async function start(options: GraphOptions, output: CommandOutput): Promise<Server> {
  const first = options.world === null ? seedWorld() : await readWorld(options.world);
  const world = new GraphWorld(first);
  const server = createGraphServer({ world, preflight: options.preflight });
  const address = await listen(server, options.port);
  output.out(`WhatsApp Cloud API simulator: ${address}/v26.0 (${summarize(first)})`);
  for (const { name, fields, token } of mockAccounts(first)) {
    output.out(
      `  ${name}: phone_number_id ${fields.phone_number_id}, waba_id ${fields.waba_id}, token ${token}`,
    );
  }
  output.out(
    options.clock === "run"
      ? "Simulated time runs with real time, and moves with each call."
      : `Simulated time moves with each call, and by POST ${address}/_world/time.`,
  );
  const { webhook } = options;
  if (webhook !== null) {
    output.out(`Webhooks go to ${webhook.url}${webhook.appSecret === null ? ", unsigned" : ", signed"}.`);
    const delivery = sendWebhooks(world, webhook, (line) => output.out(line));
    server.once("close", () => delivery.stop());
  }
  if (options.clock === "run") {
    const stop = runClock(world);
    server.once("close", stop);
  }
  return server;
}

/** Listens on the loopback address; gives the server's own, without a slash at the end. */
function listen(server: Server, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      server.off("error", reject);
      const address = server.address();
      const actual = address !== null && typeof address === "object" ? address.port : port;
      resolve(`http://127.0.0.1:${actual}`);
    });
  });
}
