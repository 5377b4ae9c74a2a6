import workerUrl from "virtual:box-worker";
import wasmUrl from "wasmoon/dist/glue.wasm?lean";
import type { Box } from "../sandbox/page/box";

/** Downloads the parts of the box and opens it. Rejects with a sentence that says what failed and what to do. */
export async function loadBox(): Promise<Box> {
  const [{ openBox }, workerSource, wasm] = await Promise.all([
    import("./run-parts").catch(notDownloaded),
    download(workerUrl, (response) => response.text()),
    download(wasmUrl, (response) => response.arrayBuffer()),
  ]);
  return openBox(workerSource, wasm);
}

async function download<T>(url: string, read: (response: Response) => Promise<T>): Promise<T> {
  const response = await fetch(url).catch(notDownloaded);
  if (response.ok) return read(response).catch(notDownloaded);
  throw new Error(`Couldn't download the Lua VM (HTTP ${response.status}). Reload the page, then run again.`);
}

function notDownloaded(error: unknown): never {
  throw new Error(`Couldn't download the Lua VM (${String(error)}). Check your connection and run again.`);
}
