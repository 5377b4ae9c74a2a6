/**
 * The frame's whole script: an opaque-origin relay between the page and its workers. It shares the page's thread, so all it
 * does is relay. Bundled to text and inlined into the frame's document (`tools/vite/box-plugin.ts`).
 */
import { AnswerWriter, createAnswerBuffer } from "../answer-buffer";
import { Backlog } from "../backlog";
import type { FromFrame, ToFrame, WorkerStart } from "../protocol";

interface SandboxWorker {
  readonly worker: Worker;
  readonly answers: AnswerWriter | null;
  readonly backlog: Backlog | null;
}

const workers = new Map<number, SandboxWorker>();
let module: WebAssembly.Module | null = null;
let workerSource = "";
let workerUrl = "";

// No policy closes WebRTC: engines do not know `webrtc 'block'` yet, and Chromium warns of it at each load. The sandbox has no
// use for it, and its workers have none.
for (const name of Object.getOwnPropertyNames(globalThis))
  if (name.includes("RTC")) Reflect.deleteProperty(globalThis, name);

const post = (message: FromFrame) => parent.postMessage(message, "*");

addEventListener("message", (event: MessageEvent<ToFrame>) => {
  if (event.source !== parent) return;
  void receive(event.data);
});

async function receive(message: ToFrame): Promise<void> {
  switch (message.kind) {
    case "boot":
      try {
        module = await WebAssembly.compile(message.wasm);
        workerSource = message.workerSource;
        workerUrl = urlOf(workerSource);
        post({ kind: "loaded", shared: crossOriginIsolated });
      } catch (error) {
        post({ kind: "failed", id: null, message: String(error) });
      }
      return;
    case "spawn":
      if (module !== null) spawn(module, message);
      return;
    case "tell":
      workers.get(message.id)?.answers?.write(message.text);
      return;
    case "took":
      workers.get(message.id)?.backlog?.done(message.bytes);
      return;
    case "kill":
      end(message.id);
  }
}

/** WebKit does not start blob: workers in an isolated frame of opaque origin, so data: it is. */
function urlOf(source: string): string {
  return `data:text/javascript;charset=utf-8,${encodeURIComponent(source)}`;
}

function end(id: number): void {
  workers.get(id)?.worker.terminate();
  workers.delete(id);
}

function spawn(
  module: WebAssembly.Module,
  { id, port, seed, front }: Extract<ToFrame, { kind: "spawn" }>,
): void {
  const worker = new Worker(front === undefined ? workerUrl : urlOf(`${front}\n;${workerSource}`));
  const buffer = crossOriginIsolated ? createAnswerBuffer() : null;
  const answers = buffer === null ? null : new AnswerWriter(buffer);
  const backlog = crossOriginIsolated ? new Backlog() : null;
  workers.set(id, { worker, answers, backlog });
  // Ended here, at its first wrong message: thousands may wait behind it, and they would keep the page's thread busy.
  const fail = (message: string) => {
    end(id);
    post({ kind: "failed", id, message });
  };
  // A worker posts only one thing to its frame: a request for the next chunk of an answer. Its data is not even unpacked.
  worker.onmessage = () => {
    if (answers?.asked() !== true) fail("The sandbox sent more than it may, so the run was ended.");
  };
  worker.onerror = (event) => {
    event.preventDefault();
    fail(event.message || "The worker could not be started.");
  };
  const start: WorkerStart = { module, port, buffer, seed, backlog: backlog?.buffer ?? null };
  worker.postMessage(start, [port]);
}
