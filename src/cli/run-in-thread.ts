import { Worker } from "node:worker_threads";
import { catalog } from "../integrations";
import type { FollowedWorlds } from "../integrations/followed-worlds";
import type { Worlds } from "../integrations/simulation";
import type { ChunkResult, RunLimits } from "../runtime/host";
import type { Chunk } from "../runtime/vm";
import { Backlog } from "../sandbox/backlog";
import { CpuTimer } from "../sandbox/page/cpu-timer";
import type { RunJob } from "../sandbox/protocol";
import { compileLua } from "./lua-wasm";
import type { ScriptEvent } from "./run-script";
import type { TraceWish } from "./trace";

/** The thread's input for a run. */
export interface ThreadStart {
  readonly wasm: WebAssembly.Module;
  readonly chunk: Chunk;
  readonly worlds: Worlds;
  readonly accounts: RunJob["accounts"];
  readonly backlog: SharedArrayBuffer;
  /** Whether the worlds' events are reported: they cost, and most runs need none. */
  readonly reportsEvents: boolean;
  readonly trace: TraceWish | null;
}

/** The thread's messages. */
export type ThreadEvent =
  | ScriptEvent
  /** Whole lines of a trace, how many steps there were so far, and whether the error that ended the run is among them. */
  | { readonly kind: "trace"; readonly text: string; readonly steps: number; readonly failed: boolean }
  | { readonly kind: "done"; readonly result: ChunkResult };

export interface ThreadJob {
  /** The name in messages. */
  readonly name: string;
  readonly source: string;
  readonly worlds: FollowedWorlds;
  /** Whether `worlds` follows what the run does to them. */
  readonly follow: boolean;
  readonly limits: RunLimits;
  /** Whether and how the run is followed step by step. */
  readonly trace?: TraceWish | null;
  readonly keepThread?: boolean;
}

/** A run that is over; `elapsedMs` counts from the script's first instruction. */
export interface ThreadEnd extends ChunkResult {
  readonly elapsedMs: number;
}

/** Started, idle threads. A thread takes longer to start than most scripts to run. */
const idle: Worker[] = [];

/**
 * Runs a script on a thread and reports what it prints and calls as it happens. Ends it with `Lua timeout error` once its CPU
 * time is used up. A thread or VM that breaks down is an error of the result too. `keepThread` keeps the thread for the next
 * run; it does not keep the process from ending.
 */
export async function runInThread(
  { name, source, worlds, follow, limits, trace = null, keepThread = false }: ThreadJob,
  listener: {
    output(frames: Uint8Array): void;
    row(row: unknown): void;
    trace?(text: string, steps: number, failed: boolean): void;
  },
): Promise<ThreadEnd> {
  const backlog = new Backlog();
  const chunk = { name, source, memoryBytes: limits.memoryBytes };
  const start: ThreadStart = {
    wasm: await compileLua(),
    chunk,
    worlds: worlds.documents(),
    accounts: catalog.integrations.map(({ id }) => ({ integration: id, names: worlds.accountNames(id) })),
    backlog: backlog.buffer,
    reportsEvents: follow,
    trace,
  };
  const worker = idle.pop() ?? new Worker(new URL("./lua-worker.js", import.meta.url));
  worker.ref();
  return new Promise((resolve) => {
    const end = (result: ChunkResult, keep: boolean) => {
      timer.pause();
      resolve({ ...result, elapsedMs: timer.elapsedMs() });
      if (!keep) return void worker.terminate();
      for (const event of ["message", "error", "exit"]) worker.removeAllListeners(event);
      worker.unref();
      idle.push(worker);
    };
    const fail = (message: string) =>
      end({ result: [], error: { message, line: null, traceback: [] }, memoryBytes: 0 }, false);
    const timer = new CpuTimer(limits.cpuSeconds, () => fail("Lua timeout error"));
    worker.on("message", (event: ThreadEvent) => {
      switch (event.kind) {
        case "begun":
          return timer.start();
        case "output":
          listener.output(event.frames);
          return backlog.done(event.frames.length);
        case "row":
          return listener.row(event.row);
        case "events":
          return worlds.take({ [event.integration]: event.events });
        case "trace":
          listener.trace?.(event.text, event.steps, event.failed);
          return backlog.done(event.text.length);
        case "done":
          return end(event.result, keepThread);
      }
    });
    worker.on("error", (problem) => fail(problem.message));
    worker.on("exit", () => fail("The script's thread ended before the script did."));
    worker.postMessage(start);
  });
}
