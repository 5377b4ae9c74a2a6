/** The thread of one run of `npm run lua`: whoever started it can end it at any moment, whatever the script does. */
import { parentPort, workerData } from "node:worker_threads";
import { Backlog } from "./backlog";
import type { ThreadNews, ThreadStart } from "./run-in-thread";
import { runScript } from "./run-script";

const port = parentPort;
if (port === null) throw new Error("lua-worker runs as a thread of npm run lua.");
const { wasm, chunk, world, backlog: shared, tellsEvents }: ThreadStart = workerData;
const backlog = new Backlog(shared);
const tell = (news: ThreadNews, transfer: readonly ArrayBuffer[] = []) => port.postMessage(news, transfer);

const result = await runScript(wasm, chunk, world, (news) => {
  if (news.kind === "events" && !tellsEvents) return;
  if (news.kind !== "output") return tell(news);
  backlog.add(news.frames.length);
  tell(news, [news.frames.buffer]);
});
tell({ kind: "done", result });
