import frameScript from "virtual:box-frame";
import gateSource from "virtual:box-gate";
import workerUrl from "virtual:box-worker";
import wasmUrl from "wasmoon/dist/glue.wasm?url";
import { Box } from "../sandbox/page/box";

/** Downloads what the box is made of and opens it. Rejects with a sentence that says what failed and what to do. */
export async function loadBox(): Promise<Box> {
  const [worker, wasm] = await Promise.all([download(workerUrl), download(wasmUrl)]);
  return Box.open({
    frameScript,
    gateSource,
    workerSource: await worker.text(),
    wasm: await wasm.arrayBuffer(),
  });
}

async function download(url: string): Promise<Response> {
  const response = await fetch(url).catch((error: unknown) => {
    throw new Error(`Couldn't download the Lua VM (${String(error)}). Check your connection and run again.`);
  });
  if (response.ok) return response;
  throw new Error(`Couldn't download the Lua VM (HTTP ${response.status}). Reload the page, then run again.`);
}
