/**
 * How tests and bench drive a box from a page: run a script, see its first line and its end, stop it. Scripts run in a
 * plain worker here, with the app's own runtime, doors and answer buffer.
 */
import wasmUrl from "wasmoon/dist/glue.wasm?url";
import type { JsonValue } from "../../src/json";
import { decodeEntry, readFrames } from "../../src/runtime/output";
import { AnswerWriter, createAnswerBuffer } from "../../src/sandbox/answer-buffer";
import type { Outcome } from "../../tests/support/case";
import type { FromPlainWorker, ToPlainWorker } from "./messages";
import PlainWorker from "./plain-worker?worker";

export interface BoxEnd extends Outcome {
  /** Returned values. */
  readonly result: readonly JsonValue[];
}

export interface BoxRun {
  readonly firstOutput: Promise<void>;
  readonly ended: Promise<BoxEnd>;
  stop(): void;
}

export interface Box {
  /** Resolves when the next run can start without waiting. */
  spareReady(): Promise<void>;
  /** Runs a script in a fresh VM: in mock, or in live with `answer` as the page's side. */
  run(source: string, answer?: (text: string) => Promise<string>): BoxRun;
  close(): void;
}

/** Printed lines kept of one run; a flood is not what these tests read. */
const MOST_LINES = 10_000;

/** Opens a box with a spare VM. */
export async function openBox(): Promise<Box> {
  const module = await WebAssembly.compileStreaming(fetch(wasmUrl));
  let spare = new Inmate(module);
  return {
    spareReady: () => spare.ready,
    run: (source, answer) => {
      const inmate = spare;
      spare = new Inmate(module);
      return inmate.run(source, answer);
    },
    close: () => spare.worker.terminate(),
  };
}

class Inmate {
  readonly worker = new PlainWorker();
  readonly ready: Promise<void>;
  readonly #answers: AnswerWriter | null;

  constructor(module: WebAssembly.Module) {
    const buffer = crossOriginIsolated ? createAnswerBuffer() : null;
    this.#answers = buffer === null ? null : new AnswerWriter(buffer);
    this.ready = new Promise((resolve, reject) => {
      this.worker.onmessage = () => resolve();
      this.worker.onerror = (event) => reject(new Error(event.message || "The worker could not be started."));
    });
    this.#tell({ kind: "prepare", module, buffer });
  }

  run(source: string, answer?: (text: string) => Promise<string>): BoxRun {
    const lines: string[] = [];
    const first = deferred<void>();
    const last = deferred<BoxEnd>();
    const finish = (end: Omit<BoxEnd, "printed">) => {
      this.worker.terminate();
      last.resolve({ ...end, printed: lines.join("\n") });
    };
    const receive = async (message: FromPlainWorker) => {
      switch (message.kind) {
        case "output":
          for (const { kind, start, end } of readFrames(message.frames)) {
            if (lines.length >= MOST_LINES) break;
            lines.push(decodeEntry(kind, message.frames.subarray(start, end)).text);
          }
          first.resolve();
          return;
        case "call":
          this.#answers?.write((await answer?.(message.text)) ?? '{"ok":false,"message":"No door."}');
          return;
        case "more":
          this.#answers?.next();
          return;
        case "done": {
          const { error, result } = message.end;
          return finish({
            end: error === null ? "finished" : "failed",
            error: error?.message ?? null,
            result,
          });
        }
        case "crashed":
          return finish({ end: "failed", error: `The VM broke down: ${message.message}`, result: [] });
      }
    };
    this.ready.then(() => {
      this.worker.onmessage = ({ data }: MessageEvent<FromPlainWorker>) =>
        void receive(data).catch(last.reject);
      this.#tell({ kind: "run", source, live: answer !== undefined });
    }, last.reject);
    return {
      firstOutput: first.promise,
      ended: last.promise,
      stop: () => finish({ end: "stopped", error: null, result: [] }),
    };
  }

  #tell(message: ToPlainWorker): void {
    this.worker.postMessage(message);
  }
}

function deferred<Value>() {
  let resolve: (value: Value) => void = () => {};
  let reject: (reason: unknown) => void = () => {};
  const promise = new Promise<Value>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}
