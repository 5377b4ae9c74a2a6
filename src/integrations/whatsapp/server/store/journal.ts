import { closeSync, fsyncSync, ftruncateSync, openSync, writeSync } from "node:fs";
import * as v from "valibot";
import { messageOf } from "../../../../shared/message-of";
import type { Result } from "../../../../shared/result";
import { apply, parseEvents, parseWorld, type World } from "../../simulator";
import type { WorldChange } from "../served-world";

/**
 * What has happened since a world's file was written, one JSON document per line. The first line names the version of the file
 * that it continues from, with the webhooks that were waiting then.
 */
const HeaderSchema = v.strictObject({
  journal: v.literal(1),
  follows: v.string(),
  waiting: v.array(v.string()),
});

const EntrySchema = v.union([
  /** Events, and the webhooks about them. */
  v.strictObject({ events: v.array(v.unknown()), webhooks: v.array(v.string()) }),
  /** The world was replaced. */
  v.strictObject({ world: v.unknown() }),
  /** The subscriber accepted this many of the oldest webhooks. */
  v.strictObject({ taken: v.pipe(v.number(), v.integer(), v.minValue(1)) }),
]);

type Entry = v.InferOutput<typeof EntrySchema>;

/** A world and its undelivered webhooks, oldest first. */
export interface Kept {
  readonly world: World;
  readonly waiting: readonly string[];
}

export interface ReadJournal {
  /** Fingerprint of the world's file that it continues from. */
  readonly follows: string;
  readonly waiting: readonly string[];
  readonly entries: readonly Entry[];
}

export function changeLine(change: WorldChange, webhooks: readonly string[]): string {
  return "world" in change
    ? JSON.stringify({ world: change.world })
    : JSON.stringify({ events: change.events, webhooks });
}

export const takenLine = JSON.stringify({ taken: 1 });

/**
 * Reads a journal. Ignores an incomplete last line: nobody got a response to it. Returns `null` if not even the first line is
 * complete, or a sentence if a line before the last is damaged.
 */
export function readJournal(text: string): Result<ReadJournal | null> {
  const lines = text.split("\n").slice(0, -1);
  const [first = "", ...others] = lines;
  const header = v.safeParse(v.pipe(v.string(), v.parseJson(), HeaderSchema), first);
  if (!header.success) return { ok: true, value: null };
  const entries: Entry[] = [];
  for (const [at, line] of others.entries()) {
    const entry = v.safeParse(v.pipe(v.string(), v.parseJson(), EntrySchema), line);
    if (entry.success) entries.push(entry.output);
    else if (at < others.length - 1) return { ok: false, message: `line ${at + 2} is damaged.` };
  }
  const { follows, waiting } = header.output;
  return { ok: true, value: { follows, waiting, entries } };
}

/** The webhooks still waiting after everything in the journal. */
export function waitingAfter({ waiting, entries }: ReadJournal): readonly string[] {
  const left = [...waiting];
  for (const entry of entries) {
    if ("taken" in entry) left.splice(0, entry.taken);
    else if ("webhooks" in entry) left.push(...entry.webhooks);
  }
  return left;
}

/** The world after everything in the journal. */
export function worldAfter(first: World, { entries }: ReadJournal): Result<World> {
  let world = first;
  for (const [at, entry] of entries.entries()) {
    if ("taken" in entry) continue;
    const next = "world" in entry ? parseWorld(entry.world) : eventsAfter(world, entry.events);
    if (!next.ok) return { ok: false, message: `line ${at + 2}: ${next.message}` };
    world = next.value;
  }
  return { ok: true, value: world };
}

function eventsAfter(world: World, value: readonly unknown[]): Result<World> {
  const events = parseEvents(value);
  return events.ok ? { ok: true, value: events.value.reduce(apply, world) } : events;
}

/** A journal being written. What `append` has written survives the end of the process, whatever ends it. */
export class Journal {
  readonly path: string;
  readonly #file: number;
  #length = 0;

  /** Begins a journal for the version of the world's file with this fingerprint. */
  constructor(path: string, follows: string, waiting: readonly string[]) {
    this.path = path;
    this.#file = openSync(path, "w");
    this.append(JSON.stringify({ journal: 1, follows, waiting }));
  }

  get length(): number {
    return this.#length;
  }

  /** Writes a line. Throws if the disk refuses it, leaving earlier lines intact. */
  append(line: string): void {
    const bytes = Buffer.from(`${line}\n`, "utf8");
    try {
      let written = 0;
      while (written < bytes.length) {
        written += writeSync(this.#file, bytes, written, bytes.length - written, this.#length + written);
      }
    } catch (problem) {
      this.cutTo(this.#length);
      throw new Error(`Couldn't write a line to ${this.path}: ${messageOf(problem)}`);
    }
    this.#length += bytes.length;
  }

  /** Truncates to a length. */
  cutTo(length: number): void {
    ftruncateSync(this.#file, length);
    this.#length = length;
  }

  /** Waits until it is on disk, so it survives a power failure too. */
  sync(): void {
    fsyncSync(this.#file);
  }

  close(): void {
    closeSync(this.#file);
  }
}
