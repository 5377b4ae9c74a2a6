import type { WorldEvents } from "../../integrations/simulation";
import type { ChunkResult } from "../../runtime/host";
import { deferred } from "../../shared/deferred";
import { messageOf } from "../../shared/message-of";
import type { FromWorker, RunJob } from "../protocol";
import type { HeardEvents } from "../replay-job";
import { CpuTimer } from "./cpu-timer";

/** What a run reports to the page. Rows and events are unchecked: readers must parse them. */
export interface RunListener {
  output(frames: Uint8Array<ArrayBuffer>): void;
  row(row: unknown): void;
  events(events: WorldEvents): void;
  /** A mock run learned of what a person did in its world. */
  heard?(heard: HeardEvents): void;
  /** What a live run's clocks showed. */
  clocks?(values: readonly number[]): void;
  /**
   * A live call: takes its JSON, resolves to the response's JSON. Rejecting ends the run. `worked` is called with the
   * milliseconds that the page computed for it, which count as the script's.
   */
  call(text: string, worked: (ms: number) => void): Promise<string>;
}

/** How a run ended. `elapsedMs` is the script's own time, blocked time not counted. */
export type BoxEnd =
  | { readonly kind: "done"; readonly chunk: ChunkResult; readonly elapsedMs: number }
  | { readonly kind: "stopped" | "timeout"; readonly elapsedMs: number }
  /** The worker or the VM broke down; `message` says how. */
  | { readonly kind: "crashed"; readonly message: string; readonly elapsedMs: number };

export interface BoxRun {
  readonly ended: Promise<BoxEnd>;
  /**
   * Tells a mock run what a person did in its world. Its next call sees it, or without isolation only the next run.
   */
  tell(events: WorldEvents): void;
  /** Ends the run at once. A script cannot prevent it. */
  stop(): void;
}

/** A worker as a run uses it. */
export interface RunWorker {
  readonly ready: Promise<void>;
  /** Called with every message after `ready`. */
  listen: (message: FromWorker) => void;
  begin(job: RunJob): void;
  /** Writes a text into the worker's shared buffer. */
  tell(text: string): void;
  /** `burning`: it may still be computing. */
  terminate(burning: boolean): void;
}

/** Follows one run in a worker to its end. The worker may be hostile: it can end its own run, and nothing more. */
export function followRun(worker: RunWorker, job: RunJob, listener: RunListener): BoxRun {
  const ended = deferred<BoxEnd>();
  let over = false;
  let begun = false;
  let blocked = false;
  const end = (result: (elapsedMs: number) => BoxEnd, burning: boolean) => {
    if (over) return;
    over = true;
    timer.pause();
    worker.terminate(burning);
    ended.resolve(result(timer.elapsedMs()));
  };
  const timer = new CpuTimer(job.limits.cpuSeconds, () =>
    end((elapsedMs) => ({ kind: "timeout", elapsedMs }), true),
  );
  // Hostile code may keep computing after its run has ended.
  const crash = (message: string) => end((elapsedMs) => ({ kind: "crashed", message, elapsedMs }), true);

  worker.listen = (message) => {
    if (over) return;
    switch (message.kind) {
      case "output":
        return listener.output(message.frames);
      case "runEvents":
        if (job.door.kind !== "mock") return crash(UNEXPECTED);
        if (Object.keys(message.events).length > 0) listener.events(message.events);
        for (const row of message.rows) if (!over) listener.row(row);
        return;
      case "heard":
        if (job.door.kind !== "mock") return crash(UNEXPECTED);
        return listener.heard?.({ look: message.look, text: message.text });
      case "clocks":
        if (job.door.kind !== "live") return crash(UNEXPECTED);
        return listener.clocks?.(message.values);
      case "call":
        if (job.door.kind !== "live") return crash(UNEXPECTED);
        // A sleeping worker cannot call. One that does would change the question while a person answers it.
        if (blocked) return crash(UNEXPECTED);
        blocked = true;
        timer.pause(message.computedMs);
        if (over) return;
        listener
          .call(message.text, (ms) => timer.charge(ms))
          .then(
            (text) => {
              if (over) return;
              blocked = false;
              timer.start();
              worker.tell(text);
            },
            (error: unknown) => crash(messageOf(error)),
          );
        return;
      case "done": {
        const { kind: _, ...chunk } = message;
        return end((elapsedMs) => ({ kind: "done", chunk, elapsedMs }), false);
      }
      case "crashed":
        return crash(message.message);
      case "begun":
        if (begun || blocked) return crash(UNEXPECTED);
        begun = true;
        return timer.restart();
      case "ready":
      case "more":
        return crash(UNEXPECTED);
    }
  };
  worker.ready.then(
    () => {
      if (over) return;
      timer.start();
      worker.begin(job);
    },
    (error: unknown) => crash(messageOf(error)),
  );
  return {
    ended: ended.promise,
    tell(events) {
      if (!over && job.door.kind === "mock") worker.tell(JSON.stringify(events));
    },
    stop: () => end((elapsedMs) => ({ kind: "stopped", elapsedMs }), true),
  };
}

/** No honest worker sends this. A script that gets this far has broken out of the VM. */
const UNEXPECTED = "The sandbox sent an unexpected message, so the run was stopped.";
