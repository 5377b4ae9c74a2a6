import { integrationCall, type RunResult } from "../gateway/run-result";
import { catalog } from "../integrations";
import { checkNameFor } from "../integrations/check-account";
import type { FollowedWorlds } from "../integrations/followed-worlds";
import { entryTexts } from "../runtime/output";
import { parseRow } from "../sandbox/protocol";
import { UsageError } from "../shared/usage-error";
import { checkScript } from "./check-script";
import { type LuaOptions, readOptions, usage } from "./lua-options";
import { runInThread, type ThreadEnd } from "./run-in-thread";
import { readScript, type ScriptSource } from "./script-source";
import { openWorlds, saveWorlds } from "./world-file";
import { written, writtenError } from "./written";

/** Where the command writes, line breaks included. */
export interface CommandOutput {
  out(text: string): void;
  error(text: string): void;
}

/** `npm run lua`: runs or checks a script. Gives the exit code: 0, 1 when the script failed, 2 when there was none to run. */
export async function runLua(args: readonly string[], output: CommandOutput): Promise<number> {
  try {
    const options = readOptions(args);
    if (options.help) {
      output.out(`${usage}\n`);
      return 0;
    }
    const worlds = await worldsFor(options);
    const script = await readScript(options.file, options.code);
    if (options.check) return check(script, worlds, output);
    const run = options.json ? runForJson : runForPeople;
    const code = await run(script, worlds, options, output);
    if (options.saveWorld !== undefined) await saveWorlds(options.saveWorld, worlds);
    return code;
  } catch (problem) {
    if (!(problem instanceof UsageError)) throw problem;
    output.error(`${problem.message}\nSee npm run -s lua -- --help\n`);
    return 2;
  }
}

async function worldsFor({ world, accounts }: LuaOptions): Promise<FollowedWorlds> {
  const worlds = await openWorlds(world, []);
  const added = accounts.filter((name) =>
    catalog.integrations.every(({ id }) => !worlds.accountNames(id).includes(name)),
  );
  for (const name of added) {
    for (const integration of catalog.integrations) {
      const wrong = checkNameFor(integration, name, []);
      if (wrong !== null) throw new UsageError(`--account ${name}: ${wrong}`);
    }
  }
  return openWorlds(world, accounts);
}

async function check(script: ScriptSource, worlds: FollowedWorlds, output: CommandOutput): Promise<number> {
  const { lines, failed } = await checkScript(script, worlds);
  for (const line of lines) output.out(`${line}\n`);
  return failed ? 1 : 0;
}

async function runForPeople(
  { name, text }: ScriptSource,
  worlds: FollowedWorlds,
  { limits, saveWorld }: LuaOptions,
  output: CommandOutput,
): Promise<number> {
  const { result, error } = await runInThread(
    { name, source: text, worlds, follow: saveWorld !== undefined, limits },
    {
      output: (frames) =>
        output.out(
          entryTexts(frames)
            .map((line) => `${line}\n`)
            .join(""),
        ),
      row: () => {},
    },
  );
  for (const value of result) output.out(`${written(value)}\n`);
  if (error === null) return 0;
  output.error(`${writtenError(error, name)}\n`);
  return 1;
}

async function runForJson(
  { name, text }: ScriptSource,
  worlds: FollowedWorlds,
  { limits, saveWorld }: LuaOptions,
  output: CommandOutput,
): Promise<number> {
  const lines: string[] = [];
  const rows: unknown[] = [];
  const end = await runInThread(
    { name, source: text, worlds, follow: saveWorld !== undefined, limits },
    {
      output: (frames) => {
        for (const line of entryTexts(frames)) lines.push(line);
      },
      row: (row) => rows.push(row),
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
