/**
 * The worker's whole script: one VM, made ready before it is needed, for one run. In mock mode the door and the simulator
 * stand here too; in live mode calls go out as text and the worker sleeps until the answer lies in the shared buffer.
 */
import { answerDocs } from "../docs/answer-docs";
import { buildPages } from "../docs/build-pages";
import { catalog } from "../integrations";
import type { Host } from "../runtime/host";
import { instantiateLua } from "../runtime/lua-module";
import { createVm, type Vm } from "../runtime/vm";
import { warm as warmUp } from "../runtime/warm";
import { AnswerReader } from "../sandbox/answer-buffer";
import type { FromWorker, RunJob, ToWorker, WorkerStart } from "../sandbox/protocol";
import { clipText } from "../text/clip-text";
import { messageOf } from "../text/message-of";
import { mockEngine } from "./mock-engine";

/** What stands behind the host's four functions during a run. */
interface Engine {
  call(text: string): string;
  now(): number;
  /** Tells what has not been told when the script is over. */
  finish(): void;
}

addEventListener("message", begin);

function begin(event: MessageEvent<WorkerStart>): void {
  removeEventListener("message", begin);
  const { port } = event.data;
  const tell = (message: FromWorker, transfer: Transferable[] = []) => port.postMessage(message, transfer);
  start(event.data, tell).catch((error: unknown) => tell({ kind: "crashed", message: String(error) }));
}

async function start(
  { module, port, buffer, warm }: WorkerStart,
  tell: (message: FromWorker, transfer?: Transferable[]) => void,
): Promise<void> {
  if (warm) {
    await warmUp(module);
    tell({ kind: "ready" });
    return;
  }
  let engine: Engine | null = null;
  // Built when a script first asks: most never do.
  let docs = (): ReturnType<typeof buildPages> => [];
  const running = (): Engine => {
    if (engine === null) throw new Error("No run has begun.");
    return engine;
  };
  const host: Host = {
    call: (text) => running().call(text),
    docs: (text) => answerDocs(docs(), text),
    now: () => (engine === null ? Date.now() : engine.now()),
    output: (frames) => tell({ kind: "output", frames }, [frames.buffer]),
  };
  const vm: Vm = createVm(await instantiateLua(module), host);
  port.onmessage = (event: MessageEvent<ToWorker>) => {
    port.onmessage = null;
    const { job } = event.data;
    try {
      docs = once(() => buildPages(catalog, job.accounts));
      engine = job.door.kind === "mock" ? mockInBox(job.door.world, tell) : liveEngine(buffer, tell);
      const end = run(vm, job);
      engine.finish();
      tell({ kind: "done", ...end });
    } catch (error) {
      tell({ kind: "crashed", message: messageOf(error) });
    }
  };
  tell({ kind: "ready" });
}

function run(vm: Vm, { name, source, limits }: RunJob) {
  const { result, error, memoryBytes } = vm.run({ name, source, memoryBytes: limits.memoryBytes });
  return {
    result,
    memoryBytes,
    error: error && {
      ...error,
      message: clipText(error.message, LONGEST_ERROR),
      traceback: [...error.traceback],
    },
  };
}

const LONGEST_ERROR = 64 * 1024;

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** One message a call, since each has its price, and before the call returns: a killed run leaves what had happened. */
function mockInBox(world: unknown, tell: (message: FromWorker) => void): Engine {
  let row: unknown = null;
  let events: unknown[] = [];
  const engine = mockEngine(world, (news) => {
    if (news.kind === "row") row = news.row;
    else events.push(...news.events);
  });
  const telling = <Result>(act: () => Result): Result => {
    try {
      return act();
    } finally {
      if (row !== null || events.length > 0) tell({ kind: "news", events, row });
      row = null;
      events = [];
    }
  };
  return {
    call: (text) => telling(() => engine.call(text)),
    now: () => engine.now(),
    finish: () => telling(() => engine.finish()),
  };
}

function liveEngine(buffer: SharedArrayBuffer | null, tell: (message: FromWorker) => void): Engine {
  if (buffer === null) throw new Error("Live calls need a cross-origin isolated page.");
  const answers = new AnswerReader(buffer);
  return {
    call: (text) =>
      answers.exchange(
        () => tell({ kind: "call", text }),
        () => postMessage(null),
      ),
    now: () => Date.now(),
    finish() {},
  };
}
