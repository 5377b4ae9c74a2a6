/** A thread that runs scripts, one after the other. It can be ended at any moment, whatever a script does. */
import { parentPort } from "node:worker_threads";
import { catalog } from "../integrations";
import { Backlog } from "../sandbox/backlog";
import type { ThreadEvent, ThreadStart } from "./run-in-thread";
import { runScript, type ScriptEvent } from "./run-script";
import { createTrace } from "./trace";

const port = parentPort;
if (port === null) throw new Error("lua-worker runs as a thread of a command.");
const post = (event: ThreadEvent, transfer: readonly ArrayBuffer[] = []) => port.postMessage(event, transfer);
port.on("message", (start: ThreadStart) => void run(start));

/** Text of a trace that goes to the main thread in one message. */
const TRACE_TEXT = 65_536;

async function run({
  wasm,
  chunk,
  worlds,
  accounts,
  backlog: shared,
  reportsEvents,
  trace: wish,
}: ThreadStart) {
  const backlog = new Backlog(shared);
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
      // A script's output and messages about it must stay in order.
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
}
