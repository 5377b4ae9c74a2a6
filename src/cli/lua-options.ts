import { DEFAULT_LIMITS } from "../runtime/host";
import { readOptions } from "../shared/read-options";
import { UsageError } from "../shared/usage-error";
import { readExpression } from "../steps/expression";
import type { Breakpoint } from "./trace";

const MB = 1024 * 1024;
const MOST_MEMORY = 1536 * MB;
const LONGEST_SECONDS = 86_400;

export const luaUsage = `Runs a Lua script against the simulator.

  npm run -s lua -- FILE | -  [options]
  npm run -s lua -- -e CODE  [options]

  FILE             script to run; - reads it from standard input
  -e, --eval CODE  the script itself
  --json           print the result as one JSON object instead of the script's output
  --check          print the script's problems without running it
  --account NAME   add an account to default, support and sales; may be repeated
  --world WORLD    world to start with: shop (default), clinic, support-desk, empty, or a JSON file
  --save-world FILE
                   save the world after the run; may be the --world file
  --seed N         the world's seed, from 0 to 4294967295: fixes IDs, math.random and the order of pairs
  --trace FILE     write each step of the run as a line of JSON; - writes to standard output instead of the script's output
  --trace-locals   include the variables that changed
  --break LINE[:CONDITION]
                   print the stack and its variables whenever LINE is about to run and CONDITION is true; may be repeated
  --cpu SECONDS    CPU time limit (default: ${DEFAULT_LIMITS.cpuSeconds}); also --cpu-limit
  --memory MB      memory limit (default: ${DEFAULT_LIMITS.memoryBytes / MB})
  --memory-limit BYTES
                   the same in bytes, as on the agent host
  --help           print this help

Exit code: 0 if the script succeeded, 1 if it failed, 2 if the command line is wrong.`;

export type LuaOptions = ReturnType<typeof readLuaOptions>;

/** Reads the command's arguments. Throws a `UsageError` that names the wrong one. */
export function readLuaOptions(args: readonly string[]) {
  const { values, positionals } = parse(args);
  if (values["trace-locals"] && values.trace === undefined)
    throw new UsageError("--trace-locals needs --trace FILE.");
  if (values.trace !== undefined && values.break !== undefined)
    throw new UsageError("Use either --trace or --break.");
  if (positionals.length > 1) throw new UsageError(`One script at a time, not ${positionals.join(" and ")}.`);
  return {
    file: positionals[0],
    code: values.eval,
    json: values.json ?? false,
    check: values.check ?? false,
    help: values.help ?? false,
    accounts: values.account ?? [],
    world: values.world,
    saveWorld: values["save-world"],
    seed: values.seed === undefined ? undefined : wholeNumber("--seed", values.seed, 2 ** 32 - 1),
    trace: values.trace,
    traceLocals: values["trace-locals"] ?? false,
    breaks: (values.break ?? []).map(breakpoint),
    limits: { cpuSeconds: cpuSeconds(values), memoryBytes: memoryBytes(values) },
  };
}

const parse = (args: readonly string[]) =>
  readOptions(args, {
    allowPositionals: true,
    options: {
      eval: { type: "string", short: "e" },
      json: { type: "boolean" },
      check: { type: "boolean" },
      help: { type: "boolean", short: "h" },
      account: { type: "string", multiple: true },
      world: { type: "string" },
      "save-world": { type: "string" },
      seed: { type: "string" },
      trace: { type: "string" },
      "trace-locals": { type: "boolean" },
      break: { type: "string", multiple: true },
      cpu: { type: "string" },
      "cpu-limit": { type: "string" },
      memory: { type: "string" },
      "memory-limit": { type: "string" },
    },
  });

type Values = ReturnType<typeof parse>["values"];

function breakpoint(text: string): Breakpoint {
  const [, line, condition] = /^(\d+)(?::([\s\S]*))?$/.exec(text) ?? [];
  if (line === undefined) throw new UsageError(`--break must be LINE or LINE:CONDITION, not "${text}".`);
  if (condition === undefined) return { line: Number(line), condition: null };
  const read = readExpression(condition);
  if (!read.ok) throw new UsageError(`--break ${text}: ${read.message}`);
  return { line: Number(line), condition: read.value };
}

function cpuSeconds({ cpu, "cpu-limit": limit }: Values): number {
  if (cpu !== undefined) return amount("--cpu", cpu, LONGEST_SECONDS);
  return limit === undefined ? DEFAULT_LIMITS.cpuSeconds : amount("--cpu-limit", limit, LONGEST_SECONDS);
}

function memoryBytes({ memory, "memory-limit": limit }: Values): number {
  if (memory !== undefined) return Math.round(amount("--memory", memory, MOST_MEMORY / MB) * MB);
  return limit === undefined ? DEFAULT_LIMITS.memoryBytes : wholeNumber("--memory-limit", limit, MOST_MEMORY);
}

function wholeNumber(option: string, text: string, most: number): number {
  if (/^\d+$/.test(text) && Number(text) <= most) return Number(text);
  throw new UsageError(`${option} must be a whole number, at most ${most}, not "${text}".`);
}

function amount(option: string, text: string, most: number): number {
  if (/^\d+(\.\d+)?$/.test(text) && Number(text) > 0 && Number(text) <= most) return Number(text);
  throw new UsageError(`${option} must be a number above 0, at most ${most}, not "${text}".`);
}
