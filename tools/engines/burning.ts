import { readdir, readFile } from "node:fs/promises";

/** Share of a core, over the time looked at, above which a thread counts as busy. */
const BUSY = 0.5;
const LOOK_MS = 2_000;
/** Linux counts processor time in hundredths of a second. */
const TICK_MS = 10;

/** A live worker rests between two looks: it compiles or answers for some seconds at most. A loop that was left never does. */
const LOOKS = 8;

/**
 * How many threads of that name go on computing, in processes of that name (each as Linux shows it: 15 letters at most): a
 * worker that was ended but whose loop was not. Returns as soon as all of them have rested.
 */
export async function burningThreads(process: string, thread: string): Promise<number> {
  const idle = (LOOK_MS * BUSY) / TICK_MS;
  let suspects: ReadonlySet<string> | null = null;
  for (let look = 0; look < LOOKS && suspects?.size !== 0; look++) {
    const before = await ticks(process, thread);
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    const after = await ticks(process, thread);
    const busy = [...after].filter(([id, now]) => now - (before.get(id) ?? now) > idle).map(([id]) => id);
    suspects = new Set(busy.filter((id) => suspects === null || suspects.has(id)));
  }
  return suspects?.size ?? 0;
}

/** Processor time of each such thread, in ticks, by its path in `/proc`. */
async function ticks(process: string, thread: string): Promise<ReadonlyMap<string, number>> {
  const found = new Map<string, number>();
  for (const id of (await readdir("/proc")).filter((name) => /^\d+$/.test(name))) {
    if ((await read(`/proc/${id}/comm`)) !== process) continue;
    for (const task of await readdir(`/proc/${id}/task`).catch(() => [])) {
      const path = `/proc/${id}/task/${task}`;
      if ((await read(`${path}/comm`)) !== thread) continue;
      // Behind the name, which may hold anything: state is the third field, user and system time the 14th and 15th.
      const fields = (await read(`${path}/stat`)).replace(/^.*\) /, "").split(" ");
      found.set(path, Number(fields[11]) + Number(fields[12]));
    }
  }
  return found;
}

/** A file of `/proc`; empty when the process or thread has ended meanwhile. */
async function read(path: string): Promise<string> {
  return (await readFile(path, "utf8").catch(() => "")).trim();
}
