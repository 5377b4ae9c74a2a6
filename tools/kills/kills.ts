import { type ChildProcess, spawn } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { parseWorld, stepsOf, type World } from "../../src/integrations/whatsapp/simulator/page";
import { type Acknowledged, loadUntilKilled, type PrintedAccount } from "./load";
import { startSubscriber } from "./subscriber";

/** What kills have done to a kept world. All but the counts of what happened should be 0. */
export interface KillsReport {
  readonly kills: number;
  /** Kills that came before the server had begun to listen. */
  readonly early: number;
  readonly acknowledged: number;
  readonly lost: number;
  /** Ids that two messages were acknowledged with. */
  readonly twice: number;
  /** Files that could not be read after a kill. */
  readonly torn: number;
  /** Webhooks that were owed, those that never came, and those that came more than once (which is allowed). */
  readonly owed: number;
  readonly missing: number;
  readonly repeated: number;
  /**
   * Files left in the folder after the last server was closed, besides the world's and a journal: that stays if the last
   * webhook's answer was still on its way.
   */
  readonly leftovers: readonly string[];
}

export function isFaultless({ lost, twice, torn, missing, leftovers }: KillsReport): boolean {
  return lost + twice + torn + missing + leftovers.length === 0;
}

const cli = fileURLToPath(new URL("../cli.mjs", import.meta.url));

/**
 * Kills a server (`npm run graph -- --save-world`) again and again at random moments under load, each time continuing from what
 * it had saved. Finally compares what clients and the subscriber were told with the world.
 */
export async function runKills(
  kills: number,
  folder: string,
  told: (line: string) => void,
): Promise<KillsReport> {
  const file = join(folder, "world.json");
  const subscriber = await startSubscriber();
  const acknowledged: Acknowledged[] = [];
  let early = 0;
  let torn = 0;
  try {
    // The first start bundles the command, which takes a while.
    const first = await start(file, subscriber.url);
    const begun = await settledWorld((await listening(first)).base, 0);
    await end(first, "SIGTERM");
    let usual = 1_000;
    for (let kill = 1; kill <= kills; kill++) {
      // One kill in eight comes at any moment of the start.
      const isEarly = kill % 8 === 0;
      const child = launch(file, subscriber.url);
      if (isEarly) {
        await pause(Math.random() * usual);
        early += child.stdoutText.includes("http://") ? 0 : 1;
      } else {
        usual = await timeOf(() => listening(child));
        const { base, account } = await listening(child);
        const clients = Array.from({ length: 6 }, () =>
          loadUntilKilled(base, account, (message) => acknowledged.push(message)),
        );
        await pause(Math.random() * 1_000);
        await end(child, "SIGKILL");
        await Promise.all(clients);
      }
      await end(child, "SIGKILL");
      torn += await tornFiles(folder);
      if (kill % 20 === 0) told(`${kill} kills, ${acknowledged.length} messages acknowledged`);
    }
    const last = await start(file, subscriber.url);
    const { base } = await listening(last);
    const world = await settledWorld(base, 3 * 3_600_000);
    const known = new Set(begun.messages.flat().map(({ id }) => id));
    const owed = webhooksFor(world, known);
    await untilTaken(owed, subscriber.taken);
    await end(last, "SIGTERM");
    const messages = new Map(world.messages.flat().map((message) => [message.id, textOf(message)]));
    const ids = acknowledged.map(({ id }) => id);
    return {
      kills,
      early,
      acknowledged: acknowledged.length,
      lost: acknowledged.filter(({ id, text }) => messages.get(id) !== text).length,
      twice: ids.length - new Set(ids).size,
      torn,
      owed: owed.length,
      missing: owed.filter((key) => !subscriber.taken.has(key)).length,
      repeated: owed.filter((key) => (subscriber.taken.get(key) ?? 0) > 1).length,
      leftovers: (await readdir(folder)).filter((name) => !/^world\.json(?:\.journal\.\d+)?$/.test(name)),
    };
  } finally {
    subscriber.close();
  }
}

type Server = ChildProcess & { stdoutText: string; stderrText: string };

function launch(file: string, webhook: string): Server {
  const args = [cli, "graph", "--save-world", file, "--webhook", webhook, "--clock", "calls"];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"] });
  const server: Server = Object.assign(child, { stdoutText: "", stderrText: "" });
  child.stdout.on("data", (chunk) => {
    server.stdoutText += String(chunk);
  });
  child.stderr.on("data", (chunk) => {
    server.stderrText += String(chunk);
  });
  return server;
}

async function start(file: string, webhook: string): Promise<Server> {
  const server = launch(file, webhook);
  await listening(server);
  return server;
}

/** Waits until the server has printed where it listens. Rejects if it ends before. */
async function listening(
  server: Server,
): Promise<{ readonly base: string; readonly account: PrintedAccount }> {
  for (;;) {
    const base = /http:\/\/127\.0\.0\.1:\d+/.exec(server.stdoutText)?.[0];
    const [, phoneNumberId, token] =
      /default: phone_number_id (\d+), waba_id \d+, token (\w+)\n/.exec(server.stdoutText) ?? [];
    if (base !== undefined && phoneNumberId !== undefined && token !== undefined) {
      return { base, account: { phoneNumberId, token } };
    }
    if (server.exitCode !== null) throw new Error(`The server did not start: ${server.stderrText}`);
    await pause(5);
  }
}

async function end(server: ChildProcess, signal: "SIGKILL" | "SIGTERM"): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = new Promise((resolve) => server.once("exit", resolve));
  server.kill(signal);
  await ended;
}

async function timeOf(task: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await task();
  return performance.now() - began;
}

/** How many files cannot be read whole: the world, and each line of a journal but the last. */
async function tornFiles(folder: string): Promise<number> {
  let torn = 0;
  for (const name of await readdir(folder)) {
    const text = await readFile(join(folder, name), "utf8");
    if (name === "world.json" && !isWhole(text)) torn += 1;
    if (name.includes(".journal.") && !text.split("\n").slice(0, -1).every(isJson)) torn += 1;
  }
  return torn;
}

function isWhole(text: string): boolean {
  return isJson(text) && parseWorld(JSON.parse(text)).ok;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** The world after so much time. */
async function settledWorld(base: string, ms: number): Promise<World> {
  await fetch(`${base}/_world/time`, { method: "POST", body: JSON.stringify({ ms }) });
  const parsed = parseWorld(await (await fetch(`${base}/_world`)).json());
  if (!parsed.ok) throw new Error(parsed.message);
  return parsed.value;
}

function textOf(message: World["messages"][number][number]): string {
  return message.content.type === "text" ? message.content.body : "";
}

/** The webhooks that tell of a world's messages, but for those it began with. */
function webhooksFor(world: World, begun: ReadonlySet<string>): readonly string[] {
  return world.messages.flat().flatMap((message) => {
    if (begun.has(message.id)) return [];
    if (message.direction === "inbound") return [`message ${message.id}`];
    // The response to the send reported the first step.
    return stepsOf(message.acceptedAt, message.life, world.clock)
      .slice(1)
      .map(({ status }) => `status ${message.id} ${status}`);
  });
}

/** Waits until the subscriber has taken all of these, or nothing new for a minute. */
async function untilTaken(owed: readonly string[], taken: ReadonlyMap<string, number>): Promise<void> {
  let size = -1;
  let since = performance.now();
  while (!owed.every((key) => taken.has(key)) && performance.now() - since < 60_000) {
    if (taken.size !== size) since = performance.now();
    size = taken.size;
    await pause(50);
  }
}
