import { type ParseArgsConfig, parseArgs } from "node:util";
import { messageOf } from "./message-of";
import { UsageError } from "./usage-error";

/** Reads a command's arguments as `parseArgs` does. Throws a `UsageError` for an option that is unknown or incomplete. */
export function readOptions<const Config extends Omit<ParseArgsConfig, "args">>(
  args: readonly string[],
  config: Config,
) {
  try {
    return parseArgs({ ...config, args: [...args] });
  } catch (problem) {
    throw new UsageError(messageOf(problem));
  }
}
