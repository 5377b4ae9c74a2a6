import { closeSync, fsyncSync, openSync, readdirSync, rmSync } from "node:fs";
import { rename, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { counted } from "../../../../shared/counted";
import { messageOf } from "../../../../shared/message-of";
import { UsageError } from "../../../../shared/usage-error";
import type { World } from "../../simulator";
import type { WorldChange } from "../served-world";
import {
  changeLine,
  Journal,
  type Kept,
  type ReadJournal,
  readJournal,
  takenLine,
  waitingAfter,
  worldAfter,
} from "./journal";
import { lock } from "./lock";
import { fingerprintOf, readText, worldInFile } from "./world-files";

/** Real milliseconds between a change and the next full save. Changes in between are in the journal. */
const delayMs = 250;
/** The same if only time has passed: a running clock would keep the disk busy. */
const clockDelayMs = 10_000;
/** A large world takes long to write. At most a tenth of the time is spent on it. */
const rest = 9;

/** The disk refused a change, which was reported at the terminal. */
export class NotSaved extends Error {}

/**
 * Keeps a running server's world in a file, and changes since it was written in a journal beside it (`FILE.journal.N`). Each
 * change is in the journal before anyone hears of it. Soon after, the whole world is written again and a new journal begins.
 * Replacing the world is one rename, and a journal only continues from the version of the file that it names. So a process may
 * end at any moment without losing anything that was acknowledged.
 *
 * Lines are not synced to disk one by one: they survive the end of the process, but a power failure may lose the last ones. The
 * whole world is synced to disk before it replaces the old one.
 */
export class GraphStore {
  readonly #file: string;
  readonly #tell: (line: string) => void;
  readonly #unlock: () => void;
  /** Number of the newest journal. */
  #sequence: number;
  /** The current journals: two while the world is being written, since either may be the one to continue from. */
  #journals: readonly Journal[] = [];
  #world: (() => World) | null = null;
  readonly #waiting: string[];
  #timer: ReturnType<typeof setTimeout> | null = null;
  /** When the timer is due. */
  #dueAt = 0;
  #queue: Promise<void> = Promise.resolve();
  #isChanged = false;
  #lastTookMs = 0;
  #isRefused = false;
  /** The state left by an earlier server, or `null` if there was none. */
  readonly kept: Kept | null;

  private constructor(
    file: string,
    tell: (line: string) => void,
    unlock: () => void,
    { kept, sequence }: { readonly kept: Kept | null; readonly sequence: number },
  ) {
    this.#file = file;
    this.#tell = tell;
    this.#unlock = unlock;
    this.#sequence = sequence;
    this.#waiting = [...(kept?.waiting ?? [])];
    this.kept = kept;
  }

  /**
   * Reads the state that an earlier server left in the file. Rejects with a `UsageError` that names a file and the problem in it,
   * or if another server is using it. `tell` is called with lines for the person at the terminal.
   */
  static async open(file: string, tell: (line: string) => void): Promise<GraphStore> {
    let unlock = () => {};
    try {
      unlock = lock(file);
    } catch (problem) {
      if (problem instanceof UsageError) throw problem;
      throw new UsageError(`--save-world: couldn't write ${file}: ${messageOf(problem)}`);
    }
    try {
      return new GraphStore(file, tell, unlock, await recover(file, tell));
    } catch (problem) {
      unlock();
      throw problem;
    }
  }

  /** Starts storing a world. Rejects if the disk refuses. */
  async begin(world: () => World): Promise<void> {
    this.#world = world;
    try {
      await this.#compact(world());
    } catch (problem) {
      throw new UsageError(`--save-world: couldn't write ${this.#file}: ${messageOf(problem)}`);
    }
    const journals = new Set(this.#journals.map(({ path }) => path));
    for (const { path } of journalsOf(this.#file)) if (!journals.has(path)) rmSync(path, { force: true });
  }

  /** Records a change that is about to happen, with its webhooks. Throws if the disk refuses. */
  record(change: WorldChange, webhooks: readonly string[]): void {
    const line = changeLine(change, webhooks);
    const isTime = "events" in change && change.events.every(({ type }) => type === "time_passed");
    this.#append(line);
    this.#waiting.push(...webhooks);
    this.#schedule(isTime && webhooks.length === 0);
  }

  /** The subscriber accepted the oldest webhook. If that can't be written to disk, it is sent again after a restart. */
  taken(): void {
    this.#waiting.shift();
    try {
      this.#append(takenLine);
    } catch (problem) {
      this.#refused(problem);
    }
    this.#schedule(false);
  }

  /** Writes a line into every journal, or into none. */
  #append(line: string): void {
    const lengths = this.#journals.map(({ length }) => length);
    try {
      for (const journal of this.#journals) journal.append(line);
    } catch (problem) {
      for (const [at, journal] of this.#journals.entries()) journal.cutTo(lengths[at] ?? journal.length);
      this.#refused(problem);
      throw new NotSaved(`Nothing was done, because the change can't be saved: ${messageOf(problem)}`);
    }
    this.#isRefused = false;
  }

  #refused(problem: unknown): void {
    if (!this.#isRefused)
      this.#tell(`The world can't be saved, so requests are refused: ${messageOf(problem)}`);
    this.#isRefused = true;
  }

  #schedule(isTime: boolean): void {
    this.#isChanged = true;
    const delay = Math.max(isTime ? clockDelayMs : delayMs, rest * this.#lastTookMs);
    const dueAt = performance.now() + delay;
    if (this.#timer !== null && this.#dueAt <= dueAt) return;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#dueAt = dueAt;
    this.#timer = setTimeout(() => void this.flush(), delay);
    // A closed server need not wait for the timer, since `close` flushes.
    this.#timer.unref();
  }

  /** Saves the whole world if it has changed. Resolves once that is done, or the disk refused, which is reported. */
  flush(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#queue = this.#queue.then(async () => {
      if (!this.#isChanged || this.#world === null) return;
      try {
        await this.#compact(this.#world());
      } catch (problem) {
        // The changes are in the journal.
        this.#isChanged = true;
        this.#tell(`Couldn't save the whole world, only the latest changes: ${messageOf(problem)}`);
      }
    });
    return this.#queue;
  }

  /** Writes the whole world and begins a new journal. */
  async #compact(world: World): Promise<void> {
    const began = performance.now();
    const text = `${JSON.stringify(world, null, 2)}\n`;
    this.#sequence += 1;
    const path = `${this.#file}.journal.${this.#sequence}`;
    // Nothing can happen between the text and the journal that follows it.
    const next = new Journal(path, fingerprintOf(text), this.#waiting);
    const before = this.#journals;
    this.#journals = [...before, next];
    this.#isChanged = false;
    try {
      next.sync();
      await replaceFile(this.#file, text);
    } catch (problem) {
      this.#journals = before;
      next.close();
      rmSync(path, { force: true });
      throw problem;
    }
    this.#journals = [next];
    for (const journal of before) {
      journal.close();
      rmSync(journal.path, { force: true });
    }
    this.#lastTookMs = performance.now() - began;
  }

  /** Saves unsaved changes, and lets other servers use the file. A journal stays only if webhooks are waiting in it. */
  async close(): Promise<void> {
    await this.flush();
    for (const journal of this.#journals) {
      journal.close();
      if (this.#waiting.length === 0 && !this.#isChanged) rmSync(journal.path, { force: true });
    }
    this.#journals = [];
    this.#unlock();
  }
}

/** The state an earlier server left in the file and its journals, and the highest journal number. */
async function recover(
  file: string,
  tell: (line: string) => void,
): Promise<{ readonly kept: Kept | null; readonly sequence: number }> {
  // Left by a server that was killed before the rename.
  rmSync(`${file}.new`, { force: true });
  const paths = journalsOf(file);
  const sequence = paths[0]?.number ?? 0;
  const found = await worldInFile("--save-world", file);
  if (found === null) return { kept: null, sequence };
  const journals: (ReadJournal & { readonly path: string })[] = [];
  for (const { path } of paths) {
    const journal = readJournal((await readText("--save-world", path)) ?? "");
    if (!journal.ok) throw damaged(path, journal.message);
    if (journal.value !== null) journals.push({ path, ...journal.value });
  }
  const follows = journals.find((one) => one.follows === found.fingerprint);
  if (follows === undefined) {
    // Someone changed the file by hand. The webhooks must still be sent.
    const [newest] = journals;
    const count = newest?.entries.filter((entry) => !("taken" in entry)).length ?? 0;
    if (count > 0) {
      tell(
        `${file} was replaced since the last run: ${counted(count, "change")} in ${newest?.path} dropped.`,
      );
    }
    return { kept: { world: found.world, waiting: newest ? waitingAfter(newest) : [] }, sequence };
  }
  const world = worldAfter(found.world, follows);
  if (!world.ok) throw damaged(follows.path, world.message);
  return { kept: { world: world.value, waiting: waitingAfter(follows) }, sequence };
}

function damaged(path: string, message: string): UsageError {
  return new UsageError(
    `--save-world: ${path}: ${message} Remove this file to continue without the changes since the last full save.`,
  );
}

/** The journals beside a file, newest first. */
function journalsOf(file: string): readonly { readonly path: string; readonly number: number }[] {
  const prefix = `${basename(file)}.journal.`;
  return readdirSync(dirname(file))
    .filter((name) => name.startsWith(prefix) && /^\d{1,15}$/.test(name.slice(prefix.length)))
    .map((name) => ({ path: join(dirname(file), name), number: Number(name.slice(prefix.length)) }))
    .sort((one, other) => other.number - one.number);
}

/** Replaces a file atomically, synced to disk. Readers in the meantime find the old one. */
async function replaceFile(file: string, text: string): Promise<void> {
  const made = `${file}.new`;
  await writeFile(made, text);
  const opened = openSync(made, "r+");
  try {
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
  await rename(made, file);
}
