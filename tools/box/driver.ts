/** How tests and bench drive the box from a page: run a script, see its first line and its end, stop it. */

import type { WorldEvents } from "../../src/integrations/simulation";
import { seedWorld } from "../../src/integrations/whatsapp/simulator";
import { DEFAULT_LIMITS, type RunLimits } from "../../src/runtime/host";
import { readFrames } from "../../src/runtime/output";
import { decodeEntry } from "../../src/runtime/output-entry";
import { Box as Sandbox } from "../../src/sandbox/page/box";
import type { BoxEnd as SandboxEnd } from "../../src/sandbox/page/worker-run";
import type { RunJob } from "../../src/sandbox/protocol";
import type { JsonValue } from "../../src/shared/json";
import type { Outcome } from "../../tests/support/case";
import { boxParts } from "./parts";

export interface BoxEnd extends Outcome {
  /** Returned values. */
  readonly result: readonly JsonValue[];
  /** The script's own time in milliseconds, from the moment its VM was ready; blocked time not counted. */
  readonly elapsedMs: number;
  /** The rows of its mock calls, as the worker sent them. */
  readonly rows: readonly unknown[];
}

export interface BoxRun {
  readonly firstOutput: Promise<void>;
  readonly ended: Promise<BoxEnd>;
  /** Resolves when the page has heard of so many mock calls. */
  told(calls: number): Promise<void>;
  /** Something a person does in the world of a mock run. */
  tell(events: WorldEvents): void;
  stop(): void;
}

interface RunOptions {
  /** The page's side of a live call; without it the run is a mock run over a fresh seed. */
  readonly answer?: (text: string) => Promise<string>;
  readonly limits?: RunLimits;
}

export interface Box {
  /** Runs a script in a fresh VM. */
  run(source: string, options?: RunOptions): BoxRun;
  close(): void;
}

/** Printed lines kept of one run; a flood is not what these tests read. */
const MOST_LINES = 10_000;

/** Opens the app's box and warms it, as the app does. */
export async function openBox(): Promise<Box> {
  const sandbox = await Sandbox.open(await boxParts());
  sandbox.warmUpCalls({ whatsapp: seedWorld() });
  return { run: (source, options = {}) => start(sandbox, source, options), close: () => sandbox.close() };
}

function start(sandbox: Sandbox, source: string, { answer, limits = DEFAULT_LIMITS }: RunOptions): BoxRun {
  const lines: string[] = [];
  const rows: unknown[] = [];
  let begun: () => void = () => {};
  const firstOutput = new Promise<void>((resolve) => {
    begun = resolve;
  });
  const door: RunJob["door"] = answer
    ? { kind: "live", seed: 1 }
    : { kind: "mock", worlds: { whatsapp: seedWorld() } };
  const job: RunJob = { name: "case.lua", source, limits, docs: [], accounts: [], door };
  const waiting = new Map<number, () => void>();
  const { ended, stop, tell } = sandbox.run(job, {
    output: (frames) => {
      if (lines.length < MOST_LINES) {
        for (const { kind, start, end } of readFrames(frames)) {
          lines.push(decodeEntry(kind, frames.subarray(start, end)).text);
        }
      }
      begun();
    },
    row: (row) => waiting.get(rows.push(row))?.(),
    events: () => {},
    call: answer ?? (() => Promise.reject(new Error("A mock run asked the page."))),
  });
  return {
    firstOutput,
    told: (calls) =>
      rows.length >= calls
        ? Promise.resolve()
        : new Promise((resolve) => {
            waiting.set(calls, resolve);
          }),
    tell,
    ended: ended.then((end) => ({
      ...outcome(end),
      printed: lines.join("\n"),
      elapsedMs: end.elapsedMs,
      rows,
    })),
    stop,
  };
}

function outcome(end: SandboxEnd): Pick<BoxEnd, "end" | "error" | "result"> {
  switch (end.kind) {
    case "done": {
      const { error, result } = end.chunk;
      return { end: error === null ? "finished" : "failed", error: error?.message ?? null, result };
    }
    case "stopped":
      return { end: "stopped", error: null, result: [] };
    case "timeout":
      return { end: "failed", error: "Lua timeout error", result: [] };
    case "crashed":
      return { end: "failed", error: `The VM broke down: ${end.message}`, result: [] };
  }
}
