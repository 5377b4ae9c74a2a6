import { fstatSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { buffer } from "node:stream/consumers";
import { messageOf } from "../shared/message-of";
import { UsageError } from "../shared/usage-error";

export interface ScriptSource {
  /** The name in messages. */
  readonly name: string;
  readonly text: string;
}

/**
 * Returns the script to run: a file, the text of `--eval`, or standard input, which `-` asks for and which is also read if no
 * script is named and input is piped in. Rejects with a `UsageError` if there is no script or it is not UTF-8.
 */
export async function readScript(file: string | undefined, code: string | undefined): Promise<ScriptSource> {
  if (code !== undefined) {
    if (file !== undefined) throw new UsageError(`Use a script or --eval, not both (${file}).`);
    return { name: "eval", text: code };
  }
  if (file === "-" || (file === undefined && isPiped())) {
    return { name: "stdin", text: decode("Standard input", await buffer(process.stdin)) };
  }
  if (file === undefined) throw new UsageError("Which script? Name a file, or use - or --eval CODE.");
  const bytes = await readFile(file).catch((problem: unknown) => {
    throw new UsageError(`Couldn't read the script: ${messageOf(problem)}`);
  });
  return { name: basename(file), text: decode(file, bytes) };
}

/** Whether standard input is a pipe, a socket or a file: not a terminal, and not `/dev/null`. */
function isPiped(): boolean {
  try {
    const input = fstatSync(0);
    return input.isFIFO() || input.isSocket() || input.isFile();
  } catch {
    // Standard input is closed.
    return false;
  }
}

/** Text without its byte order mark. */
function decode(what: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new UsageError(`${what} is not UTF-8 text.`);
  }
}
