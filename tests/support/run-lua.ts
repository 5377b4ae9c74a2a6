import { runScript } from "../../src/cli/run-script";
import { catalog } from "../../src/integrations";
import { followWorlds } from "../../src/integrations/followed-worlds";
import {
  apply,
  parseEvents,
  seedWorld,
  type World,
  type WorldEvent,
} from "../../src/integrations/whatsapp/simulator";
import { type ChunkResult, DEFAULT_LIMITS } from "../../src/runtime/host";
import { entryTexts } from "../../src/runtime/output-entry";
import { parseRow } from "../../src/sandbox/protocol";
import { leanMachine } from "./lean-machine";

export interface LuaRun extends ChunkResult {
  /** Every printed line, joined by line breaks. */
  readonly output: string;
  readonly rows: readonly ReturnType<typeof parseRow>[];
  /** The simulated world after the run. */
  readonly world: World;
}

/** Runs a script as the box does in mock mode (VM, gateway, simulator), on this thread; without `world`, against a fresh one. */
export async function runLua(
  source: string,
  {
    name = "order.lua",
    world = seedWorld(),
    machine,
  }: { name?: string; world?: World; machine?: WebAssembly.Module } = {},
): Promise<LuaRun> {
  const lines: string[] = [];
  const rows: ReturnType<typeof parseRow>[] = [];
  let after = world;
  const chunk = { name, source, memoryBytes: DEFAULT_LIMITS.memoryBytes };
  const accounts = [{ integration: "whatsapp", names: world.accounts.map((account) => account.name) }];
  const others = await followWorlds(catalog, { whatsapp: world });
  const given = { catalog, worlds: { ...others.documents(), whatsapp: world }, accounts };
  const result = await runScript(machine ?? (await leanMachine()), chunk, given, (news) => {
    if (news.kind === "row") rows.push(parseRow(news.row));
    if (news.kind === "events" && news.integration === "whatsapp")
      after = eventsOf(news.events).reduce(apply, after);
    if (news.kind !== "output") return;
    for (const text of entryTexts(news.frames)) lines.push(text);
  });
  return { ...result, output: lines.join("\n"), rows, world: after };
}

function eventsOf(told: readonly unknown[]): readonly WorldEvent[] {
  const parsed = parseEvents(told);
  if (!parsed.ok) throw new Error(parsed.message);
  return parsed.value;
}
