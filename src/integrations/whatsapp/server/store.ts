import { readFile, rename, writeFile } from "node:fs/promises";
import * as v from "valibot";
import { messageOf } from "../../../shared/message-of";
import { UsageError } from "../../../shared/usage-error";
import { parseWorld, type World } from "../simulator";
import { readyWorlds } from "../simulator/page";
import { webhookText } from "./webhooks/body";

/** Real milliseconds between a change and its save. */
const delayMs = 250;
/** The same when nothing but time has passed: a running clock would keep the disk busy, and what it did it can do again. */
const clockDelayMs = 10_000;
/** A large world takes long to write: at most a tenth of the time goes into it. */
const rest = 9;

/** What a server needs to go on where another ended. */
export interface Kept {
  readonly world: World;
  /** Bodies of webhooks that no subscriber has taken yet, oldest first. */
  readonly waiting: readonly string[];
}

/** The file beside a world's that holds the webhooks still to be delivered. */
function webhooksFile(file: string): string {
  return `${file}.webhooks`;
}

/** Webhooks as the file holds them: a list of bodies. */
const WaitingSchema = v.array(v.looseObject({ object: v.literal("whatsapp_business_account") }));

/**
 * What an earlier server kept in the file, or `null` if there is no such file. Rejects with a `UsageError` that names it and
 * what is wrong in it.
 */
export async function readKept(file: string): Promise<Kept | null> {
  const world = await worldInFile("--save-world", file);
  if (world === null) return null;
  const beside = webhooksFile(file);
  const waiting = v.safeParse(WaitingSchema, (await readJson("--save-world", beside)) ?? []);
  if (waiting.success) return { world, waiting: waiting.output.map(webhookText) };
  const [issue] = waiting.issues;
  throw new UsageError(
    `--save-world: ${beside}: ${v.getDotPath(issue) ?? "The document"}: ${issue.message}. Remove the file to go on without these webhooks.`,
  );
}

interface Parts {
  /** The world as it is. */
  world(): World;
  /** Webhooks still to be delivered; null: none are sent, so the file beside stays as it is. */
  waiting(): readonly string[] | null;
  /** A line for the person at the terminal. */
  tell(line: string): void;
}

/**
 * Keeps a running server's world in a file, soon after each change, one write at a time. The webhooks are written before the
 * world: whatever moment the process ends in, one that was not taken is told again, and none is lost.
 */
export class GraphStore {
  readonly #file: string;
  readonly #parts: Parts;
  #timer: ReturnType<typeof setTimeout> | null = null;
  /** When the timer is due. */
  #dueAt = 0;
  #queue: Promise<void> = Promise.resolve();
  #isChanged = false;
  #lastTookMs = 0;
  #isRefused = false;

  constructor(file: string, parts: Parts) {
    this.#file = file;
    this.#parts = parts;
  }

  /** The world became another, or (`before` being null) something else that is kept did: it is saved soon. */
  changed(before: World | null): void {
    this.#isChanged = true;
    const isTime = before !== null && onlyTimePassed(before, this.#parts.world());
    const delay = Math.max(isTime ? clockDelayMs : delayMs, rest * this.#lastTookMs);
    const dueAt = performance.now() + delay;
    if (this.#timer !== null && this.#dueAt <= dueAt) return;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#dueAt = dueAt;
    this.#timer = setTimeout(() => void this.flush(), delay);
    // A server that was closed need not wait for the timer: `close` flushes.
    this.#timer.unref();
  }

  /** Saves what is not saved yet; resolves when it is, or when the disk refused, which was told. */
  flush(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#queue = this.#queue.then(() => this.#write());
    return this.#queue;
  }

  async #write(): Promise<void> {
    if (!this.#isChanged) return;
    this.#isChanged = false;
    const began = performance.now();
    const waiting = this.#parts.waiting();
    const world = `${JSON.stringify(this.#parts.world(), null, 2)}\n`;
    try {
      if (waiting !== null) await replaceFile(webhooksFile(this.#file), `[${waiting.join(",\n")}]\n`);
      await replaceFile(this.#file, world);
      this.#isRefused = false;
    } catch (problem) {
      this.#isChanged = true;
      if (!this.#isRefused) this.#parts.tell(`The world is not being saved (${messageOf(problem)}).`);
      this.#isRefused = true;
    }
    this.#lastTookMs = performance.now() - began;
  }
}

/** The parts of a world that did not change are shared, so this looks at each once. */
function onlyTimePassed(before: World, after: World): boolean {
  return Object.entries(after).every(
    ([name, part]) => name === "clock" || Reflect.get(before, name) === part,
  );
}

/** Puts a file in place whole: who reads it meanwhile finds the old one. */
async function replaceFile(file: string, text: string): Promise<void> {
  const made = `${file}.new`;
  await writeFile(made, text);
  await rename(made, file);
}

/**
 * The world for `--world`: a ready one by its id, else the JSON document in the file (`./clinic` for a file of that name).
 * Rejects with a `UsageError` that names the file and what is wrong in it.
 */
export async function readWorld(file: string): Promise<World> {
  const ready = readyWorlds.find((one) => one.id === file);
  if (ready !== undefined) return ready.load();
  const world = await worldInFile("--world", file);
  if (world !== null) return world;
  const ids = readyWorlds.map((one) => one.id).join(", ");
  throw new UsageError(`--world: there is no file ${file}. A ready world is one of ${ids}.`);
}

/** The world in a file, or `null` if there is no such file. Rejects with a `UsageError` that begins with `option`. */
async function worldInFile(option: string, file: string): Promise<World | null> {
  const document = await readJson(option, file);
  if (document === undefined) return null;
  const parsed = parseWorld(document);
  if (!parsed.ok) throw new UsageError(`${option}: ${file}: ${parsed.message}`);
  return parsed.value;
}

/** A file's JSON, or undefined if there is no such file. Rejects with a `UsageError` that begins with `option`. */
async function readJson(option: string, file: string): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (problem) {
    if (problem instanceof Error && "code" in problem && problem.code === "ENOENT") return undefined;
    throw new UsageError(`${option}: ${messageOf(problem)}`);
  }
  try {
    return JSON.parse(text);
  } catch (problem) {
    throw new UsageError(`${option}: ${file} is not JSON: ${messageOf(problem)}`);
  }
}
