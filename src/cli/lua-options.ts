import { parseArgs } from "node:util";
import { DEFAULT_LIMITS } from "../runtime/host";
import { messageOf } from "../shared/message-of";
import { UsageError } from "../shared/usage-error";

export const luaUsage = `Runs a Lua script against the simulator.

  npm run -s lua -- FILE | -  [options]
  npm run -s lua -- --eval CODE  [options]

  FILE             script to run; - reads it from standard input
  --eval CODE      the script itself
  --json           print the result as one JSON object instead of what the script prints
  --check          do not run: print what is wrong with the script
  --account NAME   an account besides default, support and sales; may be repeated
  --world WORLD    world to begin with: shop (default), clinic, support-desk, empty, or the file of a JSON document
  --save-world FILE
                   write the world as the script leaves it; it may be the file it came from
  --cpu SECONDS    time the script may compute (default: ${DEFAULT_LIMITS.cpuSeconds})
  --memory MB      memory the script may use (default: ${DEFAULT_LIMITS.memoryBytes / 1024 / 1024})
  --help           this text

Exit code: 0 when the script succeeded, 1 when it failed, 2 when the command could not be followed.`;

export type LuaOptions = ReturnType<typeof readLuaOptions>;

/** Reads the command's arguments. Throws a `UsageError` that names the wrong one. */
export function readLuaOptions(args: readonly string[]) {
  const { values, positionals } = parse(args);
  if (positionals.length > 1) throw new UsageError(`One script at a time, not ${positionals.join(" and ")}.`);
  const megabytes = amount("--memory", values.memory, DEFAULT_LIMITS.memoryBytes / 1024 / 1024, 1536);
  return {
    file: positionals[0],
    code: values.eval,
    json: values.json ?? false,
    check: values.check ?? false,
    help: values.help ?? false,
    accounts: values.account ?? [],
    world: values.world,
    saveWorld: values["save-world"],
    limits: {
      cpuSeconds: amount("--cpu", values.cpu, DEFAULT_LIMITS.cpuSeconds, 86_400),
      memoryBytes: Math.round(megabytes * 1024 * 1024),
    },
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        eval: { type: "string" },
        json: { type: "boolean" },
        check: { type: "boolean" },
        help: { type: "boolean", short: "h" },
        account: { type: "string", multiple: true },
        world: { type: "string" },
        "save-world": { type: "string" },
        cpu: { type: "string" },
        memory: { type: "string" },
      },
    });
  } catch (problem) {
    throw new UsageError(messageOf(problem));
  }
}

function amount(option: string, text: string | undefined, otherwise: number, most: number): number {
  if (text === undefined) return otherwise;
  if (/^\d+(\.\d+)?$/.test(text) && Number(text) > 0 && Number(text) <= most) return Number(text);
  throw new UsageError(`${option} must be a number above 0, at most ${most}, not "${text}".`);
}
