/** The baselines' workers as functions. */
import wasmUrl from "wasmoon/dist/glue.wasm?url";
import { DEFAULT_LIMITS } from "../../../src/runtime/host";
import BareWorker from "./bare-worker?worker";
import EchoWorker from "./echo-worker?worker";
import LanguageWorker from "./language-worker?worker";
import type {
  BareAnswer,
  BareRequest,
  EchoAnswer,
  EchoRequest,
  LanguageAnswer,
  LanguageRequest,
} from "./messages";
import RoundTripWorker from "./round-trip-worker?worker";

const bare = new BareWorker();
const roundTripper = new RoundTripWorker();
let compiled: Promise<WebAssembly.Module> | null = null;

/** Runs a workload in bare Wasmoon. Returns the seconds it measured itself. */
export async function bareSeconds(source: string): Promise<number> {
  const { seconds, error } = await exchange<BareRequest, BareAnswer>(bare, { source });
  if (error !== null) throw new Error(`Bare Wasmoon: ${error}`);
  return seconds;
}

export interface EchoTimes {
  /** Milliseconds from the request to the end. */
  readonly run: number;
  /** Milliseconds from the first call's begin to the last one's. */
  readonly calls: number;
}

/**
 * Runs a script in the real runtime in a plain worker of its own, the VM made before the clock starts.
 *
 * @param reply the response to every call, as returned by `Host.call`
 */
export async function echoTimes(source: string, reply: string): Promise<EchoTimes> {
  compiled ??= WebAssembly.compileStreaming(fetch(wasmUrl));
  const module = await compiled;
  const echo = new EchoWorker();
  try {
    await exchange<EchoRequest, EchoAnswer>(echo, { kind: "prepare", module, reply });
    const { memoryBytes } = DEFAULT_LIMITS;
    const started = performance.now();
    const answer = await exchange<EchoRequest, EchoAnswer>(echo, { kind: "run", source, memoryBytes });
    const run = performance.now() - started;
    if (answer.error !== null) throw new Error(`The echo's script failed: ${answer.error}`);
    return { run, calls: answer.callsMs };
  } finally {
    echo.terminate();
  }
}

/** Milliseconds that the editor's analyser takes for each of many keys in a script. */
export async function languageTimes(request: LanguageRequest): Promise<LanguageAnswer> {
  const worker = new LanguageWorker();
  try {
    return await exchange<LanguageRequest, LanguageAnswer>(worker, request);
  } finally {
    worker.terminate();
  }
}

/** Milliseconds of one message to a worker and back. */
export async function roundTripMilliseconds(): Promise<number> {
  const started = performance.now();
  await exchange<null, null>(roundTripper, null);
  return performance.now() - started;
}

function exchange<Request, Answer>(worker: Worker, request: Request): Promise<Answer> {
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<Answer>) => resolve(data);
    worker.onerror = (event) =>
      reject(new Error(event.message || "A worker of the bench could not be started."));
    worker.postMessage(request);
  });
}
