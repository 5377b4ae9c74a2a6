/** The baselines' workers as functions. */
import wasmUrl from "wasmoon/dist/glue.wasm?url";
import { DEFAULT_LIMITS } from "../../../src/runtime/host";
import BareWorker from "./bare-worker?worker";
import EchoWorker from "./echo-worker?worker";
import type { BareAnswer, BareRequest, EchoAnswer, EchoRequest } from "./messages";
import RoundTripWorker from "./round-trip-worker?worker";

const bare = new BareWorker();
const echo = new EchoWorker();
const roundTripper = new RoundTripWorker();
let compiled: Promise<WebAssembly.Module> | null = null;

/** Runs a workload in bare Wasmoon; gives the seconds it measured of itself. */
export async function bareSeconds(source: string): Promise<number> {
  const { seconds, error } = await exchange<BareRequest, BareAnswer>(bare, { source });
  if (error !== null) throw new Error(`Bare Wasmoon: ${error}`);
  return seconds;
}

/**
 * Runs a script in the real runtime in a plain worker, the VM made before the clock starts.
 *
 * @param reply what every call is answered with, as `Host.call` gives it
 * @returns milliseconds from the request to the end
 */
export async function echoMilliseconds(source: string, reply: string): Promise<number> {
  compiled ??= WebAssembly.compileStreaming(fetch(wasmUrl));
  await exchange<EchoRequest, EchoAnswer>(echo, { kind: "prepare", module: await compiled, reply });
  const { memoryBytes } = DEFAULT_LIMITS;
  const started = performance.now();
  const { error } = await exchange<EchoRequest, EchoAnswer>(echo, { kind: "run", source, memoryBytes });
  const elapsed = performance.now() - started;
  if (error !== null) throw new Error(`The echo's script failed: ${error}`);
  return elapsed;
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
