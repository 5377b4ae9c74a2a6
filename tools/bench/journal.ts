/** What the journal of `npm run graph -- --save-world` costs: sends over HTTP with and without it, in turns. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runGraph } from "../../src/integrations/whatsapp/server/command";
import { type Figure, median } from "./figure";

const CLIENTS = 8;
const SENDS = 400;
const TURNS = 7;

interface Served {
  readonly url: string;
  readonly token: string;
  close(): Promise<void>;
}

/** The figure: requests per second with the journal, as a part of those without. */
export async function journalFigures(): Promise<readonly Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), "bench-journal-"));
  const rates = { kept: [] as number[], plain: [] as number[] };
  try {
    for (let turn = 0; turn <= TURNS; turn++) {
      const file = join(folder, `world-${turn}.json`);
      const plain = await sendsPerSecond(await serve());
      const kept = await sendsPerSecond(await serve("--save-world", file));
      // The first turn compiles.
      if (turn === 0) continue;
      rates.plain.push(plain);
      rates.kept.push(kept);
    }
  } finally {
    await rm(folder, { recursive: true });
  }
  const [kept, plain] = [median(rates.kept), median(rates.plain)];
  return [
    {
      name: "Sends over HTTP with --save-world, against without",
      value: kept / plain,
      unit: "×",
      bound: { kind: "at least", value: 0.6 },
      detail: `${Math.round(kept)} against ${Math.round(plain)} a second`,
    },
  ];
}

async function serve(...args: readonly string[]): Promise<Served> {
  const lines: string[] = [];
  const { running } = await runGraph(args, {
    out: (line) => lines.push(line),
    error: (line) => lines.push(line),
  });
  const text = lines.join("\n");
  const base = /http:\/\/127\.0\.0\.1:\d+/.exec(text)?.[0];
  const [, number = "", token = ""] = /default: phone_number_id (\d+), .* token (\w+)/.exec(text) ?? [];
  if (running === null || base === undefined) throw new Error(text);
  return { url: `${base}/v26.0/${number}/messages`, token, close: running.close };
}

/** Sends to many people from several clients at once, and ends the server. */
async function sendsPerSecond({ url, token, close }: Served): Promise<number> {
  const headers = { Authorization: `Bearer ${token}`, "Content-Type": "application/json" };
  let left = SENDS;
  const client = async () => {
    while (left-- > 0) {
      const to = `1555${2_000_000 + left}`;
      const body = JSON.stringify({ messaging_product: "whatsapp", to, text: { body: `Parcel ${left}` } });
      const response = await fetch(url, { method: "POST", headers, body });
      if (response.status !== 200) throw new Error(await response.text());
      await response.text();
    }
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: CLIENTS }, client));
  const rate = SENDS / ((performance.now() - began) / 1000);
  await close();
  return rate;
}
