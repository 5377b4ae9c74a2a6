/** The thread of one run of `npm run lua`. It can be ended at any moment, whatever the script does. */
import { parentPort, workerData } from "node:worker_threads";
import { catalog } from "../integrations";
import { Backlog } from "./backlog";
import type { ThreadEvent, ThreadStart } from "./run-in-thread";
import { runScript } from "./run-script";

const port = parentPort;
if (port === null) throw new Error("lua-worker runs as a thread of npm run lua.");
const { wasm, chunk, worlds, accounts, backlog: shared, reportsEvents }: ThreadStart = workerData;
const backlog = new Backlog(shared);
const post = (event: ThreadEvent, transfer: readonly ArrayBuffer[] = []) => port.postMessage(event, transfer);

const result = await runScript(wasm, chunk, { catalog, worlds, accounts }, (event) => {
  if (event.kind === "events" && !reportsEvents) return;
  if (event.kind !== "output") return post(event);
  backlog.add(event.frames.length);
  post(event, [event.frames.buffer]);
});
post({ kind: "done", result });
