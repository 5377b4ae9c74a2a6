import type { Worlds } from "../../integrations/simulation";
import { deferred } from "../../shared/deferred";
import { messageBytes } from "../backlog";
import { type FromWorker, parseFromWorker, type RunJob, type ToWorker } from "../protocol";
import { runSeed } from "../run-seed";
import { type BoxParts, openFrame, type SandboxFrame } from "./frame-host";
import { CreditIntake, type Intake, laterTurns, pacedIntake } from "./intake";
import { type BoxRun, followRun, type RunListener, type RunWorker } from "./worker-run";

// Chromium keeps a core busy for about 2 s after terminate() on a loop (docs/sandbox.md). No new spare is made while this
// many do.
const BURN_MS = 2_000;
const MAX_BURNING = 2;

const crashed = (message: string): FromWorker => ({ kind: "crashed", message });
const UNREADABLE = crashed("The sandbox sent an unreadable message, so the run was stopped.");
const TOO_MUCH = crashed("The sandbox sent too much data, so the run was stopped.");

/** After this time, a worker for the next run is created while the run continues. */
const LONG_RUN_MS = 300;

interface SandboxWorker extends RunWorker {
  /** Whether a VM was asked for in advance. */
  prepared: boolean;
  prepare(seed: number, worlds: Worlds | null): void;
}

/** What runs need of a box. */
export type OpenBox = Pick<Box, "run" | "spawnReplay" | "warmUpCalls">;

/** The page's side of the sandbox: a frame, a spare worker made in advance, and one worker for each run. */
export class Box {
  readonly #frame: SandboxFrame;
  /** For each worker: receives the frame's message if it fails. */
  readonly #failures = new Map<number, (message: string) => void>();
  readonly #burningSince: number[] = [];
  readonly #soon = laterTurns();
  #spare: SandboxWorker | null = null;
  #lastId = 0;
  /** The worlds in which a spare calls each function. */
  #worlds: Worlds | null = null;
  /** The likely seed of the next run: that of the last worlds. `null` before there were any. */
  #seed: number | null = null;

  private constructor(frame: SandboxFrame) {
    this.#frame = frame;
  }

  /** Opens the frame and waits for the first worker. Rejects with what the browser refused. */
  static async open(parts: BoxParts): Promise<Box> {
    const failures: { handle: (id: number | null, message: string) => void } = { handle: () => {} };
    const box = new Box(await openFrame(parts, (id, message) => failures.handle(id, message)));
    failures.handle = (id, message) => {
      if (id !== null) box.#failures.get(id)?.(message);
    };
    await box.#prepare().ready;
    return box;
  }

  /** Makes every spare call each function once in these worlds, so a run's first calls are fast. */
  warmUpCalls(worlds: Worlds): void {
    this.#worlds = worlds;
    this.#seed = runSeed(worlds);
    this.#spare?.prepare(this.#seed, worlds);
  }

  /** Runs a script in a fresh VM. */
  run(job: RunJob, listener: RunListener): BoxRun {
    const worker = this.#spare ?? this.#spawn();
    this.#spare = null;
    if (job.door.kind === "mock") this.#seed = runSeed(job.door.worlds);
    const run = followRun(worker, job, listener);
    // Only the worker is created during the script: its VM and warm-up calls would take a core for a while.
    const long = setTimeout(() => {
      if (this.#burning() < MAX_BURNING) this.#spawnSpare();
    }, LONG_RUN_MS);
    run.ended.then(() => {
      clearTimeout(long);
      this.#prepareWhenCool();
    });
    return run;
  }

  /** Closes the frame, and with it every worker. */
  close(): void {
    this.#frame.close();
  }

  #prepare(): SandboxWorker {
    const spare = this.#spawnSpare();
    if (this.#seed !== null && !spare.prepared) spare.prepare(this.#seed, this.#worlds);
    return spare;
  }

  #spawnSpare(): SandboxWorker {
    if (this.#spare !== null) return this.#spare;
    const spare = this.#spawn();
    this.#spare = spare;
    spare.ready.catch(() => this.#forget(spare));
    return spare;
  }

  /** Drops a spare that failed. The next run creates its own worker, and reports why if that fails too. */
  #forget(worker: SandboxWorker): void {
    if (this.#spare !== worker) return;
    this.#spare = null;
    worker.terminate(false);
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
    const post = (message: ToWorker) => port.postMessage(message);
    const worker: SandboxWorker = {
      ready: ready.promise,
      listen: settle,
      prepared: false,
      prepare: (seed, worlds) => {
        worker.prepared = true;
        post({ kind: "prepare", seed, worlds });
      },
      begin: (job) => post({ kind: "run", job }),
      tell: (text) => this.#frame.post({ kind: "tell", id, text }),
      terminate: (burning) => {
        this.#frame.post({ kind: "kill", id });
        port.close();
        this.#failures.delete(id);
        if (burning) this.#burningSince.push(performance.now());
      },
    };
    const intake: Intake = this.#frame.shared
      ? new CreditIntake((bytes) => this.#frame.post({ kind: "took", id, bytes }), this.#soon)
      : pacedIntake();
    let started = false;
    const receive = (parsed: FromWorker) => {
      const message = intake.admits(messageBytes(parsed)) ? parsed : TOO_MUCH;
      if (message.kind === "more") return this.#frame.post({ kind: "more", id });
      if (started) return worker.listen(message);
      started = true;
      settle(message);
    };
    port.onmessage = ({ data }: MessageEvent<unknown>) => receive(parseFromWorker(data) ?? UNREADABLE);
    this.#failures.set(id, (message) => {
      this.#forget(worker);
      worker.listen(crashed(message));
    });
    this.#frame.post({ kind: "spawn", id, port: port2 }, [port2]);
    return worker;
  }

  /**
   * Starts a worker that replays runs (`openReplayer`), with `front` before its own script. `end` terminates it at any time.
   * `onFailed` is called with a sentence if it could not start or was ended by the browser.
   */
  spawnReplay(
    front: string,
    onFailed: (message: string) => void,
  ): { readonly port: MessagePort; end(): void } {
    const id = ++this.#lastId;
    const { port1: port, port2 } = new MessageChannel();
    this.#failures.set(id, onFailed);
    this.#frame.post({ kind: "spawn", id, port: port2, front }, [port2]);
    return {
      port,
      end: () => {
        this.#frame.post({ kind: "kill", id });
        this.#failures.delete(id);
        port.close();
      },
    };
  }
}
