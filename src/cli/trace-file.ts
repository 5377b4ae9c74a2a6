import { createWriteStream, type WriteStream } from "node:fs";
import { finished } from "node:stream/promises";
import type { ScriptError } from "../runtime/host";
import { messageOf } from "../shared/message-of";
import { UsageError } from "../shared/usage-error";
import type { LuaOptions } from "./lua-options";
import type { TraceWish } from "./trace";

/** What of a run is followed. */
export function traceWish({ trace, traceLocals, breaks }: LuaOptions): TraceWish | null {
  if (trace !== undefined) return { kind: "events", locals: traceLocals };
  return breaks.length === 0 ? null : { kind: "breaks", breaks };
}

/** Opens a file for a trace. Rejects with a `UsageError` if it cannot be written. */
export function openTrace(file: string): Promise<WriteStream> {
  return new Promise((resolve, reject) => {
    const stream = createWriteStream(file);
    stream.once("open", () => resolve(stream));
    stream.once("error", (problem) => reject(new UsageError(`--trace ${file}: ${messageOf(problem)}`)));
  });
}

/** Resolves when all of it is in the file. */
export async function closed(stream: WriteStream | null): Promise<void> {
  if (stream === null) return;
  stream.end();
  await finished(stream);
}

/** The last lines of a trace: the error that nothing caught, and the result object. */
export function traceEnd(steps: number, error: ScriptError | null, result: string): string {
  const lines: object[] = [];
  if (error !== null) {
    const { message, line } = error;
    lines.push({ step: steps + 1, event: "error", line, message, caught: false });
  }
  lines.push({ step: steps + lines.length + 1, event: "end", result: JSON.parse(result) });
  return lines.map((line) => `${JSON.stringify(line)}\n`).join("");
}
