import { readdir, readFile } from "node:fs/promises";

/** A thread that computes is on a core or waits for one, however many others do: Linux says R of both. */
const RUNNABLE = "R";
const SAMPLE_MS = 50;
/** Samples of a look, and how many of them must say so before a thread counts as busy: a loop waits for a lock now and then. */
const SAMPLES = 40;
const BUSY = SAMPLES / 2;

/**
 * A live worker rests between two looks: it compiles or answers for a few seconds at most. One that was terminated while it
 * posted a list of four billion holes goes on for half a minute, because nothing ends the engine's own loops. A runaway loop
 * never rests.
 */
const LOOKS = 30;

/**
 * Counts the threads of that name that go on computing, in processes of that name (each as Linux shows it: at most 15 letters):
 * workers that were terminated but whose loops were not. Returns as soon as all of them have rested.
 */
export async function burningThreads(process: string, thread: string): Promise<number> {
  let suspects = await busy(process, thread);
  for (let look = 1; look < LOOKS && suspects.length > 0; look++) {
    const still = await busy(process, thread);
    suspects = suspects.filter((path) => still.includes(path));
  }
  return suspects.length;
}

/** The threads that computed in most samples of one look. */
async function busy(process: string, thread: string): Promise<readonly string[]> {
  const seen = new Map<string, number>();
  for (let sample = 0; sample < SAMPLES; sample++) {
    for (const path of await runnable(process, thread)) seen.set(path, (seen.get(path) ?? 0) + 1);
    await new Promise((resolve) => setTimeout(resolve, SAMPLE_MS));
  }
  return [...seen].filter(([, count]) => count > BUSY).map(([path]) => path);
}

/** The threads that compute or wait for a core, by their path in `/proc`. */
async function runnable(process: string, thread: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const id of (await readdir("/proc")).filter((name) => /^\d+$/.test(name))) {
    if ((await read(`/proc/${id}/comm`)) !== process) continue;
    for (const task of await readdir(`/proc/${id}/task`).catch(() => [])) {
      const path = `/proc/${id}/task/${task}`;
      if ((await read(`${path}/comm`)) !== thread) continue;
      // The state follows the name, which may contain anything.
      const [state] = (await read(`${path}/stat`)).replace(/^.*\) /, "").split(" ");
      if (state === RUNNABLE) found.push(path);
    }
  }
  return found;
}

/** A file of `/proc`. Empty if the process or thread has ended in the meantime. */
async function read(path: string): Promise<string> {
  return (await readFile(path, "utf8").catch(() => "")).trim();
}
