/** The thread of one run of `npm run lua`. It can be ended at any moment, whatever the script does. */
import { parentPort, workerData } from "node:worker_threads";
import { catalog } from "../integrations";
import { Backlog } from "../sandbox/backlog";
import type { ThreadEvent, ThreadStart } from "./run-in-thread";
import { runScript, type ScriptEvent } from "./run-script";
import { createTrace } from "./trace";

const port = parentPort;
if (port === null) throw new Error("lua-worker runs as a thread of npm run lua.");
const {
  wasm,
  chunk,
  worlds,
  accounts,
  backlog: shared,
  reportsEvents,
  trace: wish,
}: ThreadStart = workerData;
const backlog = new Backlog(shared);
const post = (event: ThreadEvent, transfer: readonly ArrayBuffer[] = []) => port.postMessage(event, transfer);

/** Text of a trace that goes to the main thread in one message. */
const TRACE_TEXT = 65_536;
let traced = "";
const sendTrace = () => {
  if (traced === "") return;
  backlog.add(traced.length);
  post({ kind: "trace", text: traced, steps: trace?.count() ?? 0, failed: trace?.failed() ?? false });
  traced = "";
};
const trace =
  wish &&
  createTrace(wish, chunk.source, (text) => {
    traced += text;
    // What a script prints and what is said of it must not change places.
    if (traced.length > TRACE_TEXT) sendTrace();
  });
const emit = (event: ScriptEvent) => {
  trace?.emit(event);
  sendTrace();
  if (event.kind === "events" && !reportsEvents) return;
  if (event.kind !== "output") return post(event);
  backlog.add(event.frames.length);
  post(event, [event.frames.buffer]);
};
const result = await runScript(wasm, chunk, { catalog, worlds, accounts }, emit, trace?.recorder);
sendTrace();
post({ kind: "done", result });
