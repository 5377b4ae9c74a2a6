import frameScript from "virtual:box-frame";
import gateSource from "virtual:box-gate";
import workerUrl from "virtual:box-worker";
import wasmUrl from "wasmoon/dist/glue.wasm?lean";
import type { BoxParts } from "../../src/sandbox/page/frame-host";

/** The parts of the app's box. */
export async function boxParts(): Promise<BoxParts> {
  const [worker, wasm] = await Promise.all([fetch(workerUrl), fetch(wasmUrl)]);
  return { frameScript, gateSource, workerSource: await worker.text(), wasm: await wasm.arrayBuffer() };
}
