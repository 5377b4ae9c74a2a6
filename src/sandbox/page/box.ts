import type { WorldEvents, Worlds } from "../../integrations/simulation";
import type { ChunkResult } from "../../runtime/host";
import { deferred } from "../../shared/deferred";
import { messageOf } from "../../shared/message-of";
import { type FromWorker, parseFromWorker, type RunJob, type ToWorker } from "../protocol";
import { runSeed } from "../run-seed";
import { CpuTimer } from "./cpu-timer";
import { type BoxParts, openFrame } from "./frame-host";

/** What a run tells the page as it goes. Rows and events are not checked: their readers must parse them. */
export interface RunListener {
  output(frames: Uint8Array<ArrayBuffer>): void;
  row(row: unknown): void;
  events(events: WorldEvents): void;
  /** A live call: its JSON in, the answer's JSON out. Rejecting ends the run. */
  call(text: string): Promise<string>;
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
   * Tells a mock run what a person did in its world. Its next call sees it. Without isolation, only the next run does.
   */
  tell(events: WorldEvents): void;
  /** Ends the run at once. A script cannot prevent it. */
  stop(): void;
}

// Chromium keeps a core busy for about 2 s after terminate() on a loop (docs/sandbox.md). No new spare is made while this
// many do.
const BURN_MS = 2_000;
const MAX_BURNING = 2;

/** Milliseconds after which a run has the next spare made beside it. A shorter run does so at its end. */
const SPARE_AFTER_MS = 300;

const UNREADABLE: FromWorker = {
  kind: "crashed",
  message: "The sandbox sent a message that cannot be read.",
};

interface SandboxWorker {
  readonly id: number;
  readonly port: MessagePort;
  readonly ready: Promise<void>;
  /** Called with every message after `ready`. */
  listen: (message: FromWorker) => void;
}

const post = ({ port }: SandboxWorker, message: ToWorker) => port.postMessage(message);

/** The page's side of the sandbox: a frame, a spare worker made in advance, and one worker for each run. */
export class Box {
  readonly #frame: Awaited<ReturnType<typeof openFrame>>;
  readonly #workers = new Map<number, SandboxWorker>();
  readonly #burningSince: number[] = [];
  #spare: SandboxWorker | null = null;
  #lastId = 0;
  #warmUp: Worlds | null = null;
  /** The seed that the next run most likely has: that of the last worlds. */
  #seed = 0;

  private constructor(frame: Awaited<ReturnType<typeof openFrame>>) {
    this.#frame = frame;
  }

  /** Opens the frame and waits for a first worker. Rejects with what the browser refused. */
  static async open(parts: BoxParts): Promise<Box> {
    const failures: { handle: (id: number | null, message: string) => void } = { handle: () => {} };
    const box = new Box(await openFrame(parts, (id, message) => failures.handle(id, message)));
    failures.handle = (id, message) => {
      if (id !== null) box.#workers.get(id)?.listen({ kind: "crashed", message });
    };
    await box.#prepare().ready;
    return box;
  }

  /** Has every spare call each function once in these worlds, so that the first calls of a run are fast. */
  warmUpCalls(worlds: Worlds): void {
    this.#warmUp = worlds;
    this.#seed = runSeed(worlds);
    if (this.#spare !== null) post(this.#spare, { kind: "warmUp", worlds });
  }

  /** Runs a script in a fresh VM. */
  run(job: RunJob, listener: RunListener): BoxRun {
    const worker = this.#spare ?? this.#spawn();
    this.#spare = null;
    if (job.door.kind === "mock") this.#seed = runSeed(job.door.worlds);
    const ended = deferred<BoxEnd>();
    let over = false;
    let blocked = false;
    let preparing: ReturnType<typeof setTimeout> | undefined;
    const end = (result: (elapsedMs: number) => BoxEnd, burning: boolean) => {
      if (over) return;
      over = true;
      clearTimeout(preparing);
      timer.pause();
      this.#terminate(worker, burning);
      ended.resolve(result(timer.elapsedMs()));
      this.#prepareWhenCool();
    };
    const timer = new CpuTimer(job.limits.cpuSeconds, () =>
      end((elapsedMs) => ({ kind: "timeout", elapsedMs }), true),
    );
    const crash = (message: string) => end((elapsedMs) => ({ kind: "crashed", message, elapsedMs }), false);

    worker.listen = (message) => {
      if (over) return;
      switch (message.kind) {
        case "output":
          return listener.output(message.frames);
        case "runEvents":
          if (Object.keys(message.events).length > 0) listener.events(message.events);
          for (const row of message.rows) if (!over) listener.row(row);
          return;
        case "call":
          // A sleeping worker cannot call. One that does would change the question while a person answers it.
          if (blocked) return crash("The sandbox made a second call before the first had its answer.");
          blocked = true;
          timer.pause(message.computedMs);
          if (over) return;
          listener.call(message.text).then(
            (text) => {
              if (over) return;
              blocked = false;
              timer.start();
              this.#frame.post({ kind: "tell", id: worker.id, text });
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
        case "ready":
      }
    };
    worker.ready.then(
      () => {
        if (over) return;
        timer.start();
        post(worker, { kind: "run", job });
        // Making a spare takes a core for a while: most scripts are over before it is needed.
        preparing = setTimeout(() => this.#prepareWhenCool(), SPARE_AFTER_MS);
      },
      (error: unknown) => crash(messageOf(error)),
    );
    const tell = (events: WorldEvents) => {
      if (over || job.door.kind !== "mock") return;
      this.#frame.post({ kind: "tell", id: worker.id, text: JSON.stringify(events) });
    };
    return {
      ended: ended.promise,
      tell,
      stop: () => end((elapsedMs) => ({ kind: "stopped", elapsedMs }), true),
    };
  }

  /** Closes the frame and with it every worker. */
  close(): void {
    this.#frame.close();
  }

  #prepare(): SandboxWorker {
    if (this.#spare !== null) return this.#spare;
    const spare = this.#spawn();
    this.#spare = spare;
    // The run that takes the spare reports why it could not start.
    spare.ready.catch(() => {});
    if (this.#warmUp !== null) post(spare, { kind: "warmUp", worlds: this.#warmUp });
    return spare;
  }

  #prepareWhenCool(): void {
    if (this.#burning() < MAX_BURNING) this.#prepare();
    else setTimeout(() => this.#prepareWhenCool(), BURN_MS);
  }

  /** How many workers were terminated so recently that they may still be running. */
  #burning(): number {
    const hot = this.#burningSince.filter((time) => performance.now() - time < BURN_MS);
    this.#burningSince.splice(0, this.#burningSince.length, ...hot);
    return hot.length;
  }

  #spawn(): SandboxWorker {
    const id = ++this.#lastId;
    const { port1: port, port2 } = new MessageChannel();
    const ready = deferred<void>();
    const settle = (message: FromWorker) =>
      message.kind === "crashed" ? ready.reject(new Error(message.message)) : ready.resolve();
    const worker: SandboxWorker = { id, port, ready: ready.promise, listen: settle };
    port.onmessage = (event: MessageEvent<unknown>) => {
      const message = parseFromWorker(event.data) ?? UNREADABLE;
      if (message.kind === "ready") settle(message);
      else worker.listen(message);
    };
    this.#workers.set(id, worker);
    this.#frame.post({ kind: "spawn", id, port: port2, seed: this.#seed }, [port2]);
    return worker;
  }

  #terminate(worker: SandboxWorker, burning = false): void {
    this.#frame.post({ kind: "kill", id: worker.id });
    worker.port.close();
    this.#workers.delete(worker.id);
    if (burning) this.#burningSince.push(performance.now());
  }
}
