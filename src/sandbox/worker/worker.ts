/**
 * The worker's whole script: one VM, created before it is needed, for one run. In mock mode the door and the simulator run
 * here too. In live mode calls are posted as text and the worker sleeps until the answer is in the shared buffer.
 */

import { answerDocs } from "../../docs/answer-docs";
import type { DocPage } from "../../docs/docs";
import { CALL_TOO_LONG, LONGEST_CALL } from "../../gateway/call-input";
import { catalog } from "../../integrations";
import type { Worlds } from "../../integrations/simulation";
import type { Host, ScriptError } from "../../runtime/host";
import { instantiateLua } from "../../runtime/lua-module";
import { createVm, type Vm } from "../../runtime/vm";
import { clipText } from "../../shared/cut-text";
import { messageOf } from "../../shared/message-of";
import { failure } from "../../shared/result";
import { AnswerReader } from "../answer-buffer";
import { Backlog, messageBytes, PacedOutlet } from "../backlog";
import type { FromWorker, RunJob, ToWorker, WorkerStart } from "../protocol";
import { runSeed } from "../run-seed";
import { weigh } from "../weigh";
import { loadSimulators, mockEngine, type Simulators } from "./mock-engine";
import { RunEvents } from "./run-events";
import { warmUpCalls } from "./warm-up-calls";

/** Answers the VM's calls during a run. */
interface Engine {
  call(text: string): string;
  now(): number;
  /** For `os.clock`; absent if that shows what the script really computed. */
  computed?(): number;
  /** Emits what is left once the script has ended. */
  finish(): void;
}

/** What the script that runs before this one may use (`replay.ts`). */
export interface WorkerTools {
  readonly port: MessagePort;
  readonly module: WebAssembly.Module;
  readonly simulators: Simulators;
  readonly catalog: typeof catalog;
  readonly answerDocs: typeof answerDocs;
  readonly createVm: typeof createVm;
  readonly instantiateLua: typeof instantiateLua;
  readonly mockEngine: typeof mockEngine;
  readonly refusedCall: typeof refusedCall;
  readonly runSeed: typeof runSeed;
}

declare global {
  /** Takes over the worker, if that script is present. */
  var replayRuns: ((tools: WorkerTools) => void) | undefined;
}

addEventListener("message", begin);

function begin(event: MessageEvent<WorkerStart>): void {
  removeEventListener("message", begin);
  const { port, backlog } = event.data;
  const outlet = backlog === null ? new PacedOutlet() : new Backlog(backlog);
  const post = (message: FromWorker, transfer: Transferable[] = []) => {
    outlet.add(messageBytes(message));
    port.postMessage(message, transfer);
  };
  start(event.data, post).catch((error: unknown) => post({ kind: "crashed", message: breakdown(error) }));
}

async function start(
  { module, port, buffer }: WorkerStart,
  post: (message: FromWorker, transfer?: Transferable[]) => void,
): Promise<void> {
  const page = buffer === null ? null : new AnswerReader(buffer, () => post({ kind: "more" }));
  let engine: Engine | null = null;
  const runEvents = new RunEvents(post);
  let docs: readonly DocPage[] = [];
  const running = (): Engine => {
    if (engine === null) throw new Error("No run has begun.");
    return engine;
  };
  const host: Host = {
    call: (text) => running().call(text),
    docs: (text) => answerDocs(docs, text),
    now: () => (engine === null ? Date.now() : engine.now()),
    computed: () => engine?.computed?.() ?? null,
    output: (frames) => post({ kind: "output", frames }, [frames.buffer]),
    pending: runEvents,
  };
  const makeVm = async (seed: number) => ({ seed, vm: createVm(await instantiateLua(module, seed), host) });
  const simulators = await loadSimulators(catalog);
  if (globalThis.replayRuns !== undefined) {
    const tools = { answerDocs, createVm, instantiateLua, mockEngine, refusedCall, runSeed };
    globalThis.replayRuns({ port, module, simulators, catalog, ...tools });
    return post({ kind: "ready" });
  }
  let spare: ReturnType<typeof makeVm> | null = null;
  const vmFor = async (seed: number) => {
    const made = await spare;
    return made?.seed === seed ? made : makeVm(seed);
  };
  let wanted = false;
  const prepare = async (seed: number, worlds: Worlds | null) => {
    spare = vmFor(seed);
    await spare;
    if (worlds === null) return;
    for (const _ of warmUpCalls(catalog, simulators, worlds)) {
      await turn();
      if (wanted) return;
    }
  };
  port.onmessage = async ({ data }: MessageEvent<ToWorker>) => {
    // A failure here recurs in the run, which reports it.
    if (data.kind === "prepare") return prepare(data.seed, data.worlds).catch(() => {});
    wanted = true;
    port.onmessage = null;
    const { job } = data;
    try {
      const { vm } = await vmFor(job.door.kind === "mock" ? runSeed(job.door.worlds) : job.door.seed);
      post({ kind: "begun" });
      docs = job.docs;
      engine =
        job.door.kind === "mock"
          ? mockInBox({ simulators, worlds: job.door.worlds, accounts: job.accounts }, runEvents, page, post)
          : liveEngine(page, post);
      const end = run(vm, job);
      engine.finish();
      runEvents.flush();
      post({ kind: "done", ...end });
    } catch (error) {
      runEvents.flush();
      post({ kind: "crashed", message: breakdown(error) });
    }
  };
  post({ kind: "ready" });
}

/** Resolves after messages that have already arrived have been read. */
const turn = () => new Promise((resolve) => setTimeout(resolve));

/** The message of a worker that broke down. WebKit runs out of memory for a VM while terminated workers have not gone yet. */
function breakdown(error: unknown): string {
  const message = messageOf(error);
  if (!/out of memory/i.test(message)) return message;
  return "The browser has no memory left for the Lua VM. Run again in a few seconds, or reload the page.";
}

function run(vm: Vm, { name, source, limits }: RunJob) {
  const end = vm.run({ name, source, memoryBytes: limits.memoryBytes });
  if (weigh(end.result) === null)
    return { result: [], error: RETURNED_TOO_MUCH, memoryBytes: end.memoryBytes };
  const { error } = end;
  return {
    ...end,
    error: error && {
      ...error,
      message: clipText(error.message, LONGEST_ERROR),
      traceback: [...error.traceback],
    },
  };
}

const LONGEST_ERROR = 64 * 1024;

const RETURNED_TOO_MUCH: ScriptError = {
  message: "The script returned more than the page can show. Return less, e.g. a count or the first rows.",
  line: null,
  traceback: [],
};

function mockInBox(
  parts: { readonly simulators: Simulators; readonly worlds: Worlds; readonly accounts: RunJob["accounts"] },
  runEvents: RunEvents,
  page: AnswerReader | null,
  post: (message: FromWorker) => void,
): Engine {
  let looks = 0;
  const engine = mockEngine({
    ...parts,
    catalog,
    emit: (event) => runEvents.add(event),
    readPending() {
      looks++;
      const text = page?.look() ?? null;
      if (text !== null) post({ kind: "heard", look: looks, text });
      return text;
    },
  });
  return {
    ...engine,
    call(text) {
      try {
        return engine.call(text);
      } finally {
        runEvents.settle();
      }
    },
  };
}

function liveEngine(page: AnswerReader | null, post: (message: FromWorker) => void): Engine {
  if (page === null) throw new Error("Live calls need a cross-origin isolated page.");
  const began = performance.now();
  let since = began;
  let waitedMs = 0;
  let clocks: number[] = [];
  const tellClocks = () => {
    if (clocks.length > 0) post({ kind: "clocks", values: clocks });
    clocks = [];
  };
  const looked = (value: number) => {
    if (clocks.length === MOST_CLOCKS) tellClocks();
    clocks.push(value);
    return value;
  };
  return {
    call(text) {
      const refused = refusedCall(text);
      if (refused !== null) return refused;
      tellClocks();
      const asked = performance.now();
      post({ kind: "call", text, computedMs: asked - since });
      const answer = page.wait();
      since = performance.now();
      waitedMs += since - asked;
      return answer;
    },
    now: () => looked(Date.now()),
    computed: () => looked(performance.now() - began - waitedMs),
    finish: tellClocks,
  };
}

/** Most clock reads reported in one message. */
const MOST_CLOCKS = 10_000;

/** The response to a call that the page would refuse, or `null`. */
function refusedCall(text: string): string | null {
  return text.length > LONGEST_CALL ? JSON.stringify(failure(CALL_TOO_LONG)) : null;
}
