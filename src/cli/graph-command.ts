import type { Server } from "node:http";
import { parseArgs } from "node:util";
import { mockAccounts, seedWorld, summarize } from "../simulator/index";
import { createGraphServer } from "./graph-server";
import { readWorld } from "./read-world";

const usage = `Serves the simulated WhatsApp Cloud API on this machine.

  npm run graph -- [--port N] [--world FILE]

  --port N      port to listen on, loopback only (default: any free one)
  --world FILE  world to begin with, a JSON document (default: the tea shop)
  --help        this text`;

/** Where the command writes. */
export interface CommandOutput {
  out(line: string): void;
  error(line: string): void;
}

/**
 * `npm run graph`: starts the server and prints where it listens and with which accounts. Gives the server, or null when
 * there was nothing to start; `failed` tells whether that is an error (exit code 1).
 */
export async function runGraph(
  args: readonly string[],
  output: CommandOutput,
): Promise<{ readonly server: Server | null; readonly failed: boolean }> {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { port: { type: "string" }, world: { type: "string" }, help: { type: "boolean" } },
    });
    if (values.help) {
      output.out(usage);
      return { server: null, failed: false };
    }
    const port = readPort(values.port);
    const world = values.world === undefined ? seedWorld() : await readWorld(values.world);
    const server = createGraphServer({ world });
    const address = await listen(server, port);
    output.out(`WhatsApp Cloud API simulator: ${address}/v26.0 (${summarize(world)})`);
    for (const { name, fields, token } of mockAccounts(world)) {
      output.out(
        `  ${name}: phone_number_id ${fields.phone_number_id}, waba_id ${fields.waba_id}, token ${token}`,
      );
    }
    return { server, failed: false };
  } catch (reason) {
    output.error(reason instanceof Error ? reason.message : String(reason));
    output.error("See npm run graph -- --help");
    return { server: null, failed: true };
  }
}

function readPort(text: string | undefined): number {
  if (text === undefined) return 0;
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text);
  throw new Error(`--port must be a number from 0 to 65535, not "${text}".`);
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
