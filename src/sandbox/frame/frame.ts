/**
 * The frame's whole script: an opaque-origin relay between the page and its workers. It only relays, since it shares the page's
 * thread. Bundled to text and inlined into the frame's document (`tools/vite/box-plugin.ts`).
 */
import { AnswerWriter, createAnswerBuffer } from "../answer-buffer";
import { Backlog } from "../backlog";
import type { FromFrame, GateStart, ToFrame, WorkerStart } from "../protocol";

interface SandboxWorker {
  readonly worker: Worker;
  readonly gate: Worker;
  readonly answers: AnswerWriter | null;
  readonly backlog: Backlog | null;
}

const SENT_TOO_MUCH = "The sandbox sent too much data, so the run was stopped.";
const PAGE_LEFT = "You left the page, so the run was stopped. Run it again.";
/** Longest error text passed to the page, in characters. */
const LONGEST_ERROR = 4_096;

const workers = new Map<number, SandboxWorker>();
let module: WebAssembly.Module | null = null;
let workerSource = "";
let workerUrl = "";
let gateUrl = "";

// Whatever a worker posts to the frame is unpacked on the page's thread, so it cannot post here: it has a port to its gate.
const PORT_ONLY = `for (let each = globalThis; each !== null; each = Object.getPrototypeOf(each)) delete each.postMessage;\n`;

// No policy closes WebRTC: engines do not know `webrtc 'block'` yet, and Chromium warns of it at each load. The sandbox has no
// use for it, and its workers have none.
for (const name of Object.getOwnPropertyNames(globalThis))
  if (name.includes("RTC")) Reflect.deleteProperty(globalThis, name);

const post = (message: FromFrame) => parent.postMessage(message, "*");

addEventListener("message", (event: MessageEvent<ToFrame>) => {
  if (event.source !== parent) return;
  void receive(event.data);
});

// The browser may keep a page for Back. It pauses the page's workers only between tasks, so an endless loop would run for as
// long as the page is kept (measured in WebKitGTK 2.50).
addEventListener("pagehide", () => {
  for (const id of workers.keys()) fail(id, PAGE_LEFT);
});

async function receive(message: ToFrame): Promise<void> {
  switch (message.kind) {
    case "boot":
      try {
        module = await WebAssembly.compile(message.wasm);
        workerSource = message.workerSource;
        workerUrl = workerUrlOf(workerSource);
        gateUrl = urlOf(message.gateSource);
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
    case "more":
      if (workers.get(message.id)?.answers?.asked() === false) fail(message.id, SENT_TOO_MUCH);
      return;
    case "took":
      workers.get(message.id)?.backlog?.done(message.bytes);
      return;
    case "kill":
      end(message.id);
  }
}

const workerUrlOf = (source: string): string => urlOf(PORT_ONLY + source);

/** WebKit does not start blob: workers in an isolated frame of opaque origin, so data: it is. */
function urlOf(source: string): string {
  return `data:text/javascript;charset=utf-8,${encodeURIComponent(source)}`;
}

function end(id: number): void {
  workers.get(id)?.worker.terminate();
  workers.get(id)?.gate.terminate();
  workers.delete(id);
}

// Terminated here, at its first invalid message: thousands may be queued behind it, and would keep the page's thread busy.
function fail(id: number, message: string): void {
  end(id);
  post({ kind: "failed", id, message });
}

function spawn(module: WebAssembly.Module, { id, port, front }: Extract<ToFrame, { kind: "spawn" }>): void {
  const worker = new Worker(front === undefined ? workerUrl : workerUrlOf(`${front}\n;${workerSource}`));
  const buffer = crossOriginIsolated ? createAnswerBuffer() : null;
  const answers = buffer === null ? null : new AnswerWriter(buffer);
  const backlog = crossOriginIsolated ? new Backlog() : null;
  const gate = new Worker(gateUrl);
  workers.set(id, { worker, gate, answers, backlog });
  const { port1: box, port2 } = new MessageChannel();
  for (const each of [worker, gate])
    each.onerror = (event) => {
      event.preventDefault();
      fail(id, event.message.slice(0, LONGEST_ERROR) || "Couldn't start the worker.");
    };
  gate.postMessage({ page: port, box } satisfies GateStart, [port, box]);
  const start: WorkerStart = { module, port: port2, buffer, backlog: backlog?.buffer ?? null };
  worker.postMessage(start, [port2]);
}
