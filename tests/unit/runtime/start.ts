import type { ChunkResult, Host } from "../../../src/runtime/host";
import { DEFAULT_LIMITS } from "../../../src/runtime/host";
import { instantiateLua } from "../../../src/runtime/lua-module";
import { type OutputEntry, readFrames } from "../../../src/runtime/output";
import { decodeEntry } from "../../../src/runtime/output-entry";
import { createVm } from "../../../src/runtime/vm";
import type { JsonValue } from "../../../src/shared/json";
import { leanMachine } from "../../support/lean-machine";

/** The Lua machine as the page has it. */
export const wasm: Promise<WebAssembly.Module> = leanMachine();

interface CallSeen {
  readonly path: readonly string[];
  readonly args: readonly JsonValue[];
  readonly line: number | null;
}

export interface RunOptions {
  readonly name?: string;
  readonly memoryBytes?: number;
  readonly now?: number;
  /** Answers a call: a value, or throws an Error whose message is raised in Lua. */
  readonly answer?: (call: CallSeen) => JsonValue;
  readonly docs?: (request: JsonValue) => JsonValue;
}

export interface Ran extends ChunkResult {
  readonly entries: readonly OutputEntry[];
  /** Every printed line, joined by line breaks. */
  readonly output: string;
  readonly calls: readonly CallSeen[];
  /** What happened in order: `output:…` a message with its entries' texts, `call:…` a call's path. */
  readonly events: readonly string[];
}

function reply(make: () => JsonValue): string {
  try {
    return JSON.stringify({ ok: true, value: make() });
  } catch (problem) {
    return JSON.stringify({
      ok: false,
      message: problem instanceof Error ? problem.message : String(problem),
    });
  }
}

/** Runs a script in a fresh VM. Calls are answered with `{"echo": args}` unless `answer` says otherwise. */
export async function run(source: string, options: RunOptions = {}): Promise<Ran> {
  const entries: OutputEntry[] = [];
  const calls: CallSeen[] = [];
  const events: string[] = [];
  const host: Host = {
    call: (request) => {
      const call: CallSeen = JSON.parse(request);
      calls.push(call);
      events.push(`call:${call.path.join(".")}`);
      return reply(() => (options.answer ? options.answer(call) : { echo: call.args }));
    },
    docs: (request) => reply(() => options.docs?.(JSON.parse(request)) ?? null),
    now: () => options.now ?? Date.now(),
    output: (chunk) => {
      const decoded = readFrames(chunk).map(({ kind, start, end }) =>
        decodeEntry(kind, chunk.subarray(start, end)),
      );
      entries.push(...decoded);
      events.push(`output:${decoded.map((entry) => entry.text).join("|")}`);
    },
  };
  const vm = createVm(await instantiateLua(await wasm, 1), host);
  const result = vm.run({
    name: options.name ?? "order.lua",
    source,
    memoryBytes: options.memoryBytes ?? DEFAULT_LIMITS.memoryBytes,
  });
  return { ...result, entries, output: entries.map((entry) => entry.text).join("\n"), calls, events };
}
