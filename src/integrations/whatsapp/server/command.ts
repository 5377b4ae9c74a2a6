import type { Server } from "node:http";
import { counted } from "../../../shared/counted";
import { messageOf } from "../../../shared/message-of";
import { newestVersion } from "../api-version";
import { mockAccounts, seedWorld, summarize } from "../simulator";
import { type GraphOptions, graphUsage, readGraphOptions } from "./options";
import { withOwnTokens } from "./own-tokens";
import { GraphWorld } from "./served-world";
import { createGraphServer } from "./server";
import type { Kept } from "./store/journal";
import { GraphStore } from "./store/store";
import { readWorld } from "./store/world-files";
import { sendWebhooks } from "./webhooks/due";

/** Where the command writes. */
export interface GraphOutput {
  out(line: string): void;
  error(line: string): void;
}

/** A running server. Closing it also stops its clock and webhooks. */
export interface RunningGraph {
  readonly server: Server;
  /** Closes the server and all its connections. Resolves once the world is saved, if it is stored. */
  close(): Promise<void>;
}

/**
 * `npm run graph`: starts the server and prints its address and accounts. Returns the server, or `null` if there was nothing
 * to start. `failed` says whether that is an error (exit code 1).
 */
export async function runGraph(
  args: readonly string[],
  output: GraphOutput,
): Promise<{ readonly running: RunningGraph | null; readonly failed: boolean }> {
  try {
    const options = readGraphOptions(args);
    if (options.help) {
      output.out(graphUsage);
      return { running: null, failed: false };
    }
    return { running: await start(options, output), failed: false };
  } catch (reason) {
    output.error(messageOf(reason));
    output.error("See npm run graph -- --help");
    return { running: null, failed: true };
  }
}

async function start(options: GraphOptions, output: GraphOutput): Promise<RunningGraph> {
  const { saveWorld } = options;
  const tell = (line: string) => output.out(line);
  const store = saveWorld === null ? null : await GraphStore.open(saveWorld, tell);
  try {
    return await serve(options, output, store);
  } catch (problem) {
    await store?.close();
    throw problem;
  }
}

async function serve(
  options: GraphOptions,
  output: GraphOutput,
  store: GraphStore | null,
): Promise<RunningGraph> {
  const { saveWorld, webhook } = options;
  const kept = store?.kept ?? null;
  const first = await withOwnTokens(
    kept?.world ?? (options.world === null ? seedWorld() : await readWorld(options.world)),
  );
  const world = new GraphWorld(first);
  const tell = (line: string) => output.out(line);
  if (store !== null) {
    await store.begin(() => world.current);
    world.recordBy((change, webhooks) => store.record(change, webhooks));
  }
  const server = createGraphServer({
    world,
    preflight: options.preflight,
    allowedOrigins: options.allowedOrigins,
    tell,
  });
  const address = await listen(server, options.port);
  output.out(`WhatsApp Cloud API simulator: ${address}/v${newestVersion}.0 (${summarize(first)})`);
  for (const { name, fields, token } of mockAccounts(first)) {
    output.out(
      `  ${name}: phone_number_id ${fields.phone_number_id}, waba_id ${fields.waba_id}, token ${token}`,
    );
  }
  output.out(
    options.clock === "run"
      ? "Simulated time runs in real time, and advances with each call."
      : `Simulated time advances with each call, and with POST ${address}/_world/time.`,
  );
  if (saveWorld !== null) output.out(keptLine(saveWorld, kept));
  const delivery = webhook === null ? null : sendWebhooks(world, webhook, tell, kept?.waiting);
  if (webhook !== null) {
    output.out(`Webhooks go to ${webhook.url}${webhook.appSecret === null ? ", unsigned" : ", signed"}.`);
    server.once("close", () => delivery?.stop());
  }
  if (store !== null) delivery?.onTaken(() => store.taken());
  if (options.clock === "run") {
    const stop = runClock(world);
    server.once("close", stop);
  }
  return {
    server,
    async close() {
      delivery?.stop();
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
      await delivery?.idle();
      await store?.close();
    },
  };
}

function keptLine(file: string, kept: Kept | null): string {
  if (kept === null) return `Saving the world in ${file}.`;
  const count = kept.waiting.length;
  const events = count === 0 ? "" : `, with ${counted(count, "webhook")} still to deliver`;
  return `Continuing from ${file}${events}.`;
}

/** Listens on the loopback address. Resolves to the server's URL, without a trailing slash. */
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

/** How often a running clock moves the world, in real milliseconds. */
const tickMs = 100;

/**
 * A step of a clock that runs with real time: each call lets as much simulated time pass as `now` (ms, monotonic) has moved
 * since the last call.
 *
 * @internal
 */
export function clockSteps(world: GraphWorld, now: () => number): () => void {
  let last = now();
  return () => {
    const ms = Math.floor(now() - last);
    if (ms < 1) return;
    world.act([{ type: "time_passed", ms }]);
    last += ms;
  };
}

/** Advances simulated time in real time, in addition to what calls take. Returns a function that stops it. */
function runClock(world: GraphWorld): () => void {
  const step = clockSteps(world, () => performance.now());
  const timer = setInterval(() => {
    try {
      step();
    } catch {
      // The disk refused it, which was reported. The next step makes up for it.
    }
  }, tickMs);
  return () => clearInterval(timer);
}
