/**
 * Keeps records in a store: saved soon after a change, one write at a time, and never silently over another tab's changes. A
 * record's kind decides what it contains and how two versions of it are merged.
 */
import { signal } from "@preact/signals";
import { messageOf } from "../shared/message-of";
import { oneAtATime } from "./queue";
import type { KeepParts, KeepStatus, KeptRecords, RecordKind, Revised, UnsavedStep } from "./record-kind";
import type { TabMessage } from "./tab-channel";

/** Milliseconds between a change and its save: short enough to lose nothing, long enough not to write every key press. */
const DELAY = 250;
/** A large record takes long to write. At most a tenth of the time is spent on it. */
const REST = 9;
/** But no change waits longer than this for its save, in milliseconds. */
const MOST_DELAY = 5_000;
/** Beyond this, the whole record is the shorter way to say what changed. */
const MOST_EVENTS = 2_000;

interface Change<E> {
  readonly revision: string;
  events: E[] | null;
}

/** Starts keeping records. Nothing is written before the first change. */
export function keepRecords<R extends Revised, E = never>(
  { store, tabs, later, newId, check }: KeepParts,
  kind: RecordKind<R>,
): KeptRecords<R, E> {
  const status = signal<KeepStatus>({ kind: "saved" });
  /** Each record as the store held it when this tab last read or wrote it. */
  const base = new Map<string, R>();
  const pending = new Map<string, Change<E>>();
  const saving = new Map<string, Change<E>>();
  /** Saved by other tabs while this one was busy. */
  const waiting = new Map<string, TabMessage>();
  const inTurn = oneAtATime();
  let scheduled = false;
  let cancel = () => {};
  let lastTook = 0;

  const revisionOf = (record: R | null | undefined) => record?.revision ?? null;

  const refused = (error: unknown) => {
    const reason = messageOf(error);
    const first = status.value.kind !== "memory";
    status.value = { kind: "memory", reason };
    if (first) kind.onRefused(reason);
  };

  const enqueue = (work: () => Promise<void>) =>
    inTurn(async () => {
      try {
        await work();
        if (pending.size === 0) status.value = { kind: "saved" };
      } catch (error) {
        refused(error);
      }
    });

  /** Waits for a pause in typing. A stream of events has no pauses, and must not delay the save forever. */
  const schedule = (isStream: boolean) => {
    if (status.value.kind === "saved") status.value = { kind: "saving" };
    if (scheduled && isStream) return;
    if (scheduled) cancel();
    scheduled = true;
    cancel = later(() => void flush(), Math.min(MOST_DELAY, Math.max(DELAY, REST * lastTook)));
  };

  const flush = () => {
    scheduled = false;
    cancel();
    return enqueue(async () => {
      for (const key of [...pending.keys()]) await write(key);
    });
  };

  const write = async (key: string) => {
    const change = pending.get(key);
    if (change === undefined) return;
    pending.delete(key);
    const ours = kind.record(key, change.revision);
    if (ours === null) return;
    const began = performance.now();
    let found: unknown;
    let written = ours;
    saving.set(key, change);
    try {
      await store.update(key, (stored) => {
        found = stored;
        const theirs = stored === undefined || kind.merge === undefined ? null : kind.parse(key, stored);
        written = theirs === null ? ours : (kind.merge?.(theirs, ours) ?? ours);
        return written;
      });
    } catch (error) {
      const since = pending.get(key);
      if (since === undefined) pending.set(key, change);
      else since.events = joined(change.events, since.events);
      throw error;
    } finally {
      saving.delete(key);
    }
    lastTook = performance.now() - began;
    const known = base.get(key) ?? null;
    base.set(key, written);
    tabs?.post({ kind: "changed", id: key });
    if (found === undefined) {
      if (known === null) return;
      await saveWhatIsLost();
      check?.look();
      return;
    }
    const theirs = kind.parse(key, found);
    if (theirs === null) await store.update(`damaged:${key}:${change.revision}`, () => found);
    else if (revisionOf(theirs) !== revisionOf(known)) kind.onConflict?.(key, { theirs, ours, base: known });
  };

  const storedKeys = async () => new Set((await store.entries()).map(([key]) => key));

  /** Saves every known record that the store has lost. A single one may have been deleted in another tab. */
  const saveWhatIsLost = async () => {
    const stored = await storedKeys();
    const lost = [...base.keys()].filter((key) => !stored.has(key));
    if (lost.length === 0) return;
    for (const key of lost) {
      base.delete(key);
      note(key, null);
    }
    kind.onEmptied?.();
  };

  /** Saves everything again if nothing of it is stored any more. */
  const look = () =>
    enqueue(async () => {
      if (base.size > 0 && ![...(await storedKeys())].some(kind.owns)) await saveWhatIsLost();
    });

  const note = (key: string, events: readonly E[] | null) => {
    const before = pending.get(key);
    // The revision stays: what a page has left behind already names it.
    if (before === undefined) pending.set(key, { revision: newId(), events: joined([], events) });
    else before.events = joined(before.events, events);
    schedule(events !== null);
  };

  /** What was changed here is not replaced, since saving it finds the other version; unless both can be merged. */
  const canTake = (message: TabMessage) => {
    if (kind.merge === undefined && pending.has(message.id)) return false;
    if (!kind.busy?.()) return true;
    waiting.set(message.id, message);
    return false;
  };

  const hear = async (message: TabMessage) => {
    const key = message.id;
    if (!canTake(message)) return;
    if (message.kind === "removed") {
      base.delete(key);
      kind.onForeignRemoval?.(key);
      return;
    }
    const stored = await store.get(key);
    const record = stored === undefined ? null : kind.parse(key, stored);
    if (record === null || !canTake(message)) return;
    if (revisionOf(record) !== null && revisionOf(record) === revisionOf(base.get(key))) return;
    base.set(key, record);
    kind.onForeign(key, record);
  };

  check?.listen(() => void look());
  tabs?.listen((message) => {
    if (!kind.owns(message.id)) return;
    if (message.kind === "drives") kind.onDriven?.(message.id);
    else void enqueue(() => hear(message));
  });

  return {
    status,
    async read(key) {
      const stored = await store.get(key);
      if (stored === undefined) return undefined;
      const record = kind.parse(key, stored);
      if (record !== null) base.set(key, record);
      return record;
    },
    known: (key, record) => base.set(key, record),
    changed(key, events) {
      if (events?.length !== 0) note(key, events ?? null);
    },
    removed(key) {
      pending.delete(key);
      void enqueue(async () => {
        base.delete(key);
        await store.remove(key);
        tabs?.post({ kind: "removed", id: key });
      });
    },
    refused,
    unsaved() {
      const unsaved = new Map<string, UnsavedStep<E>[]>();
      for (const [key, { revision, events }] of [...saving, ...pending]) {
        const before = unsaved.get(key) ?? [];
        const from = before.at(-1)?.to ?? revisionOf(base.get(key));
        unsaved.set(key, [...before, { from, to: revision, events }]);
      }
      return unsaved;
    },
    drive: (key) => tabs?.post({ kind: "drives", id: key }),
    idle() {
      const messages = [...waiting.values()];
      waiting.clear();
      for (const message of messages) void enqueue(() => hear(message));
    },
    flush,
    close() {
      cancel();
      tabs?.close();
    },
  };
}

/** Both, one after the other. May change `before` for that: a script can make thousands of calls between two saves. */
function joined<E>(before: E[] | null, after: readonly E[] | null): E[] | null {
  if (before === null || after === null || before.length + after.length > MOST_EVENTS) return null;
  before.push(...after);
  return before;
}
