/**
 * The frame's whole script: a relay of opaque origin between the page and its workers. It shares the page's thread, so it
 * only passes things on. Bundled to text and inlined into the frame's document (`tools/vite/box-plugin.ts`).
 */
import { AnswerWriter, createAnswerBuffer } from "../answer-buffer";
import type { FromFrame, ToFrame, WorkerStart } from "../protocol";

interface Inmate {
  readonly worker: Worker;
  readonly answers: AnswerWriter | null;
}

const inmates = new Map<number, Inmate>();
let module: WebAssembly.Module | null = null;
let workerUrl = "";

const tell = (message: FromFrame) => parent.postMessage(message, "*");

addEventListener("message", (event: MessageEvent<ToFrame>) => {
  if (event.source !== parent) return;
  void receive(event.data);
});

async function receive(message: ToFrame): Promise<void> {
  switch (message.kind) {
    case "boot":
      try {
        module = await WebAssembly.compile(message.wasm);
        // data:, not blob: — WebKit starts no blob worker in an isolated opaque frame (design.md).
        workerUrl = `data:text/javascript;charset=utf-8,${encodeURIComponent(message.workerSource)}`;
        tell({ kind: "loaded" });
      } catch (error) {
        tell({ kind: "failed", id: null, message: String(error) });
      }
      return;
    case "spawn":
      if (module !== null) spawn(module, message);
      return;
    case "tell":
      inmates.get(message.id)?.answers?.write(message.text);
      return;
    case "kill":
      inmates.get(message.id)?.worker.terminate();
      inmates.delete(message.id);
  }
}

function spawn(module: WebAssembly.Module, { id, port, warm }: Extract<ToFrame, { kind: "spawn" }>): void {
  const worker = new Worker(workerUrl);
  const buffer = crossOriginIsolated ? createAnswerBuffer() : null;
  const answers = buffer === null ? null : new AnswerWriter(buffer);
  inmates.set(id, { worker, answers });
  // The only thing a worker has to say to its frame: "the next chunk".
  worker.onmessage = () => answers?.next();
  worker.onerror = (event) => {
    event.preventDefault();
    tell({ kind: "failed", id, message: event.message || "The worker could not be started." });
  };
  const start: WorkerStart = { module, port, buffer, warm };
  worker.postMessage(start, [port]);
}
