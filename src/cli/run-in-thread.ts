import { Worker } from "node:worker_threads";
import type { World } from "../integrations/whatsapp/simulator";
import type { ChunkResult, RunLimits } from "../runtime/host";
import type { Chunk } from "../runtime/vm";
import { CpuTimer } from "../sandbox/page/cpu-timer";
import { Backlog } from "./backlog";
import { compileLua } from "./lua-wasm";
import type { ScriptNews } from "./run-script";

/** What the thread is given. */
export interface ThreadStart {
  readonly wasm: WebAssembly.Module;
  readonly chunk: Chunk;
  readonly world: World;
  readonly backlog: SharedArrayBuffer;
  /** Whether the world's events are told; they cost, and most runs need none. */
  readonly tellsEvents: boolean;
}

/** What the thread tells. */
export type ThreadNews = ScriptNews | { readonly kind: "done"; readonly result: ChunkResult };

export interface ThreadJob {
  /** As it stands in messages. */
  readonly name: string;
  readonly source: string;
  readonly world: World;
  readonly limits: RunLimits;
}

/** A run that is over; `elapsedMs` counts from the script's first instruction. */
export interface ThreadEnd extends ChunkResult {
  readonly elapsedMs: number;
}

/**
 * Runs a script on a thread of its own and hears what it prints and calls as it happens. Ends it with `Lua timeout error`
 * once its CPU time is used up. A thread or VM that breaks down is an error of the result too.
 */
export async function runInThread(
  { name, source, world, limits }: ThreadJob,
  listener: {
    output(frames: Uint8Array): void;
    row(row: unknown): void;
    /** What happens in the world; left out, it is not told. */
    events?: ((events: readonly unknown[]) => void) | undefined;
  },
): Promise<ThreadEnd> {
  const backlog = new Backlog();
  const chunk = { name, source, memoryBytes: limits.memoryBytes };
  const start: ThreadStart = {
    wasm: await compileLua(),
    chunk,
    world,
    backlog: backlog.buffer,
    tellsEvents: listener.events !== undefined,
  };
  const worker = new Worker(new URL("./lua-worker.js", import.meta.url), { workerData: start });
  return new Promise((resolve) => {
    const end = (result: ChunkResult) => {
      timer.pause();
      resolve({ ...result, elapsedMs: timer.elapsedMs() });
      void worker.terminate();
    };
    const fail = (message: string) =>
      end({ result: [], error: { message, line: null, traceback: [] }, memoryBytes: 0 });
    const timer = new CpuTimer(limits.cpuSeconds, () => fail("Lua timeout error"));
    worker.on("message", (news: ThreadNews) => {
      switch (news.kind) {
        case "begun":
          return timer.start();
        case "output":
          listener.output(news.frames);
          return backlog.done(news.frames.length);
        case "row":
          return listener.row(news.row);
        case "events":
          return listener.events?.(news.events);
        case "done":
          return end(news.result);
      }
    });
    worker.on("error", (problem) => fail(problem.message));
    worker.on("exit", () => fail("The script's thread ended before the script did."));
  });
}
