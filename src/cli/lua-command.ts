import { integrationCall, type RunResult } from "../gateway/run-result";
import { catalog } from "../integrations";
import {
  mockAccounts,
  seedWorld,
  type World,
  withAccounts,
  worldData,
} from "../integrations/whatsapp/simulator";
import { entryTexts } from "../runtime/output";
import { parseRow } from "../sandbox/protocol";
import { checkAccountName, functionNamesOf } from "../shared/account-name";
import { checkScript } from "./check-script";
import { type LuaOptions, readOptions, usage } from "./lua-options";
import { readWorld } from "./read-world";
import { runInThread, type ThreadEnd } from "./run-in-thread";
import { readScript, type ScriptSource } from "./script-source";
import { UsageError } from "./usage-error";
import { WorldKeeper } from "./world-keeper";
import { written, writtenError } from "./written";

/** Where the command writes, line breaks included. */
export interface CommandOutput {
  out(text: string): void;
  error(text: string): void;
}

/** Hears what a run does to its world. */
type EventListener = (events: readonly unknown[]) => void;

/** `npm run lua`: runs or checks a script. Gives the exit code: 0, 1 when the script failed, 2 when there was none to run. */
export async function runLua(args: readonly string[], output: CommandOutput): Promise<number> {
  try {
    const options = readOptions(args);
    if (options.help) {
      output.out(`${usage}\n`);
      return 0;
    }
    const world = await worldFor(options);
    const script = await readScript(options.file, options.code);
    if (options.check) return check(script, world, output);
    const keeper = options.saveWorld === undefined ? null : new WorldKeeper(world);
    const run = options.json ? runForJson : runForPeople;
    const code = await run(script, world, options, output, keeper?.take);
    if (options.saveWorld !== undefined) await keeper?.save(options.saveWorld);
    return code;
  } catch (problem) {
    if (!(problem instanceof UsageError)) throw problem;
    output.error(`${problem.message}\nSee npm run -s lua -- --help\n`);
    return 2;
  }
}

async function worldFor({ world: file, accounts }: LuaOptions): Promise<World> {
  const world = file === undefined ? seedWorld() : await readWorld(file);
  const taken = mockAccounts(world).map(({ name }) => name);
  const functionNames = catalog.integrations.flatMap(functionNamesOf);
  for (const name of accounts) {
    const wrong = taken.includes(name) ? null : checkAccountName(name, { taken: [], functionNames });
    if (wrong !== null) throw new UsageError(`--account ${name}: ${wrong}`);
  }
  return withAccounts(world, accounts);
}

function check(script: ScriptSource, world: World, output: CommandOutput): number {
  const accounts = mockAccounts(world).map(({ name }) => name);
  const { lines, failed } = checkScript(script, ["default", ...accounts], worldData(world));
  for (const line of lines) output.out(`${line}\n`);
  return failed ? 1 : 0;
}

async function runForPeople(
  { name, text }: ScriptSource,
  world: World,
  { limits }: LuaOptions,
  output: CommandOutput,
  events: EventListener | undefined,
): Promise<number> {
  const { result, error } = await runInThread(
    { name, source: text, world, limits },
    {
      output: (frames) =>
        output.out(
          entryTexts(frames)
            .map((line) => `${line}\n`)
            .join(""),
        ),
      row: () => {},
      events,
    },
  );
  for (const value of result) output.out(`${written(value)}\n`);
  if (error === null) return 0;
  output.error(`${writtenError(error, name)}\n`);
  return 1;
}

async function runForJson(
  { name, text }: ScriptSource,
  world: World,
  { limits }: LuaOptions,
  output: CommandOutput,
  events: EventListener | undefined,
): Promise<number> {
  const lines: string[] = [];
  const rows: unknown[] = [];
  const end = await runInThread(
    { name, source: text, world, limits },
    {
      output: (frames) => {
        for (const line of entryTexts(frames)) lines.push(line);
      },
      row: (row) => rows.push(row),
      events,
    },
  );
  output.out(`${JSON.stringify(resultOf(name, end, lines, rows), null, 2)}\n`);
  return end.error === null ? 0 : 1;
}

function resultOf(
  script: string,
  { error, result, elapsedMs, memoryBytes }: ThreadEnd,
  lines: readonly string[],
  rows: readonly unknown[],
): RunResult {
  return {
    success: error === null,
    output: lines.join("\n"),
    error: error?.message ?? null,
    result,
    execution_time_ms: elapsedMs,
    memory_usage: memoryBytes,
    integration_calls: rows.map((row) => integrationCall(parseRow(row))),
    meta: { script, mode: "mock" },
  };
}
