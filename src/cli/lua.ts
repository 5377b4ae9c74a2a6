/** Entry of `npm run lua`. */
import { returnedText, runResultText } from "../gateway/run-result";
import { catalog } from "../integrations";
import { checkNameFor } from "../integrations/check-account";
import { type FollowedWorlds, followWorlds } from "../integrations/followed-worlds";
import { adviceOn } from "../language/advice";
import { contextOf, type LanguageContext, loadEditorHelp } from "../language/context";
import { diagnostics } from "../language/diagnostics/diagnostics";
import type { ScriptError } from "../runtime/host";
import { entryTexts } from "../runtime/output-entry";
import { parseRow } from "../sandbox/protocol";
import { newIn } from "../shared/new-in";
import { UsageError } from "../shared/usage-error";
import { type LuaOptions, luaUsage, readLuaOptions } from "./lua-options";
import { runInThread } from "./run-in-thread";
import { readScript, type ScriptSource } from "./script-source";
import { closed, openTrace, traceEnd, traceWish } from "./trace-file";
import { readWorlds, saveWorlds } from "./world-file";

// `| head` closes the pipe early. 141 is what a shell reports for a program that SIGPIPE ended.
process.stdout.on("error", (problem: NodeJS.ErrnoException) =>
  process.exit(problem.code === "EPIPE" ? 141 : 1),
);
process.exitCode = await runLua(process.argv.slice(2));

/** Runs or checks a script. Returns the exit code: 0, 1 if the script failed, or 2 if there was none to run. */
async function runLua(args: readonly string[]): Promise<number> {
  try {
    const options = readLuaOptions(args);
    if (options.help) {
      out(luaUsage);
      return 0;
    }
    const worlds = await worldsFor(options);
    const script = await readScript(options.file, options.code);
    if (options.check) {
      const { lines, failed } = await checkScript(script, worlds);
      for (const line of lines) out(line);
      return failed ? 1 : 0;
    }
    const code = await run(script, worlds, options);
    if (options.saveWorld !== undefined) await saveWorlds(options.saveWorld, worlds);
    return code;
  } catch (problem) {
    if (!(problem instanceof UsageError)) throw problem;
    process.stderr.write(`${problem.message}\nSee npm run -s lua -- --help\n`);
    return 2;
  }
}

function out(text: string): void {
  process.stdout.write(`${text}\n`);
}

async function worldsFor({ world, accounts, seed }: LuaOptions): Promise<FollowedWorlds> {
  const given = world === undefined ? {} : await readWorlds(world);
  if (accounts.length > 0) refuseWrongNames(accounts, await followWorlds(catalog, given));
  return followWorlds(catalog, given, accounts, seed);
}

/** Throws a `UsageError` for a name that no account of `worlds` has and none may have. */
function refuseWrongNames(accounts: readonly string[], worlds: FollowedWorlds): void {
  const added = accounts.filter((name) =>
    catalog.integrations.every(({ id }) => !worlds.accountNames(id).includes(name)),
  );
  for (const name of added) {
    for (const integration of catalog.integrations) {
      const wrong = checkNameFor(integration, name, []);
      if (wrong !== null) throw new UsageError(`--account ${name}: ${wrong}`);
    }
  }
}

async function run(script: ScriptSource, worlds: FollowedWorlds, options: LuaOptions): Promise<number> {
  const { json, trace, saveWorld, limits } = options;
  const lines: string[] = [];
  const rows: unknown[] = [];
  const keeps = json || trace !== undefined;
  const traceFile = trace === undefined || trace === "-" ? null : await openTrace(trace);
  const writeTrace = (text: string) => (traceFile ?? process.stdout).write(text);
  let steps = 0;
  /** Whether the trace has the error that ended the run: one of the VM itself is not a step of the script. */
  let told = false;
  const end = await runInThread(
    {
      name: script.name,
      source: script.text,
      worlds,
      follow: saveWorld !== undefined,
      limits,
      trace: traceWish(options),
    },
    {
      output(frames) {
        const texts = entryTexts(frames);
        if (keeps) for (const line of texts) lines.push(line);
        if (!json && trace !== "-") process.stdout.write(texts.map((line) => `${line}\n`).join(""));
      },
      row: (row) => keeps && rows.push(row),
      trace(text, count, erred) {
        steps = count;
        told = erred;
        writeTrace(text);
      },
    },
  );
  const { error } = end;
  const result = () =>
    runResultText({
      ...{ script: script.name, mode: "mock", output: lines.join("\n"), calls: rows.map(parseRow) },
      ...{ elapsedMs: end.elapsedMs, memoryBytes: end.memoryBytes },
      ...{ error: error?.message ?? null, returned: end },
    });
  if (trace !== undefined) writeTrace(traceEnd(steps, told ? null : error, result()));
  await closed(traceFile);
  if (json) out(result());
  else {
    if (end.result.length > 0 && trace !== "-") out(returnedText(end));
    if (error !== null) {
      const advice = error.advice ?? (await explained(error, script.text, worlds));
      process.stderr.write(`${writtenError(error, advice, script.name)}\n`);
    }
  }
  return error === null ? 0 : 1;
}

/** An error as Lua's own interpreter shows it: the message, then the script's frames, innermost first. */
function writtenError({ message, traceback }: ScriptError, advice: string | null, script: string): string {
  const words = advice === null ? message : `${message}\n${advice}`;
  if (traceback.length === 0) return words;
  const frames = traceback.flatMap(({ line, what, skippedAfter }) => [
    `\t${script}:${line}: in ${what}`,
    ...(skippedAfter === undefined ? [] : [`\t... (skipping ${skippedAfter} levels)`]),
  ]);
  return [words, "stack traceback:", ...frames].join("\n");
}

/**
 * Returns what the editor would mark in a script against these worlds, one line each (`order.lua:3:7: error missing-field: …`,
 * columns in characters from 1), and whether one is an error.
 */
async function checkScript(
  { name, text }: ScriptSource,
  worlds: FollowedWorlds,
): Promise<{ readonly lines: readonly string[]; readonly failed: boolean }> {
  const found = diagnostics(text, await contextFor(worlds));
  return {
    lines: found.map(({ start, severity, code, message }) => {
      const before = text.slice(0, start).split("\n");
      const column = [...(before.at(-1) ?? "")].length + 1;
      return `${name}:${before.length}:${column}: ${severity} ${code}: ${message}`;
    }),
    failed: found.some(({ severity }) => severity === "error"),
  };
}

/** What the editor says of an error's line, or `null` if it adds nothing. */
async function explained(
  { message, line }: ScriptError,
  source: string,
  worlds: FollowedWorlds,
): Promise<string | null> {
  return line === null ? null : newIn(message, adviceOn(line, source, await contextFor(worlds)));
}

/** What the editor would know about these worlds. */
async function contextFor(worlds: FollowedWorlds): Promise<LanguageContext> {
  const accounts = Object.fromEntries(
    catalog.integrations.map(({ id }) => [id, [...new Set(["default", ...worlds.accountNames(id)])]]),
  );
  return contextOf(catalog, await loadEditorHelp(catalog), { accounts, data: worlds.named() });
}
