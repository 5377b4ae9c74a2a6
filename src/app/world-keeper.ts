/** Keeps the simulated world in a store: soon after a change, one write at a time, and never silently over another tab's. */
import type { World, WorldEvent } from "../integrations/whatsapp/simulator/state";
import type { Later } from "./later";
import type { Saved } from "./left-behind";
import { reasonOf } from "./script-sync";
import type { KeyValueStore } from "./store";
import type { TabChannel } from "./tab-channel";
import type { LeftWorld } from "./unsaved-world";
import { readRecord, type WorldRecord } from "./world-record";

/** Milliseconds between a change and its save. */
const DELAY = 250;
// A large world takes long to write: at most a tenth of the time goes into it.
const REST = 9;

const RECORD = "world";

export interface KeeperParts {
  readonly store: KeyValueStore;
  readonly tabs: TabChannel | null;
  readonly later: Later;
  readonly newId: () => string;
  /** The world as it is; null before it was loaded. */
  current(): { readonly world: World; readonly pristine: boolean } | null;
  /** True while another tab's world cannot be taken over: a run goes on over this one. */
  busy(): boolean;
  /** Another tab saved this, and nothing here was unsaved. */
  onForeign(record: WorldRecord): void;
  /** Both tabs changed the world: `theirs` was replaced by ours in the store. */
  onConflict(theirs: WorldRecord): void;
  /** Another tab begins to move the world, by a script or by its clock. */
  onDriven(): void;
  /** The browser refused a write for the first time since the last one that worked. */
  onRefused(reason: string): void;
}

export interface WorldKeeper extends Saved<LeftWorld> {
  /** What is stored; from now on this tab builds on it. Undefined when nothing is. Rejects when the browser refuses. */
  read(): Promise<WorldRecord | undefined>;
  /** The world changed by these events; null: in another way. It is saved soon. */
  changed(events: readonly WorldEvent[] | null): void;
  /** Tells the other tabs that this one moves the world from now on. */
  drive(): void;
  /** To be told when `busy` may have become false. */
  idle(): void;
  /** Moves what cannot be read out of the way, as it is. */
  setAside(world: unknown): Promise<void>;
  close(): void;
}

/** Null: by more than events, or by so many that the whole world is the shorter way to tell. */
type Changes = WorldEvent[] | null;

const MOST_EVENTS = 2_000;

/** Starts keeping the world; nothing is written before the first change. */
export function keepWorld(parts: KeeperParts): WorldKeeper {
  /** What the store held when this tab last read or wrote it. */
  let base: string | null = null;
  let pending: Changes = [];
  let saving: { readonly revision: string; readonly changes: Changes } | null = null;
  /** The name of the next save, known before it begins so that what is left behind can tell whether it succeeded. */
  let next = parts.newId();
  let cancel: (() => void) | null = null;
  let lastTook = 0;
  let refused = false;
  let heard = false;
  let queue: Promise<void> = Promise.resolve();

  const isSaved = () => pending !== null && pending.length === 0 && saving === null;
  const schedule = () => {
    cancel ??= parts.later(() => void flush(), Math.max(DELAY, REST * lastTook));
  };

  const write = async () => {
    const kept = parts.current();
    if (kept === null || (pending !== null && pending.length === 0)) return;
    const began = performance.now();
    const revision = next;
    next = parts.newId();
    saving = { revision, changes: pending };
    pending = [];
    let theirs: WorldRecord | null = null;
    try {
      await parts.store.update(RECORD, (stored) => {
        const record = readRecord(stored);
        theirs = stored !== undefined && record.revision !== base ? record : null;
        return { revision, pristine: kept.pristine, world: kept.world } satisfies WorldRecord;
      });
      base = revision;
      refused = false;
      lastTook = performance.now() - began;
      parts.tabs?.post({ kind: "changed", id: revision });
      if (theirs !== null) parts.onConflict(theirs);
    } catch (error) {
      pending = joined(saving.changes, pending);
      if (!refused) parts.onRefused(reasonOf(error));
      refused = true;
    } finally {
      saving = null;
    }
  };

  const flush = () => {
    cancel?.();
    cancel = null;
    queue = queue.then(write);
    return queue;
  };

  const hear = async () => {
    // What was changed here is not replaced: saving it finds the other version.
    if (!isSaved()) return;
    if (parts.busy()) {
      heard = true;
      return;
    }
    const stored = await parts.store.get(RECORD);
    if (stored === undefined || !isSaved() || parts.busy()) return;
    const record = readRecord(stored);
    if (record.revision === base) return;
    base = record.revision;
    parts.onForeign(record);
  };
  const listen = () => {
    // A store that cannot be read says so at the next save.
    queue = queue.then(hear).catch(() => {});
  };
  parts.tabs?.listen(({ kind }) => (kind === "drives" ? parts.onDriven() : listen()));

  return {
    async read() {
      const stored = await parts.store.get(RECORD);
      if (stored === undefined) return undefined;
      const record = readRecord(stored);
      base = record.revision;
      return record;
    },
    changed(events) {
      pending = joined(pending, events);
      if (pending === null || pending.length > 0) schedule();
    },
    unsaved() {
      const kept = parts.current();
      if (kept === null || isSaved()) return [];
      const [from, to, under, rest] = [base, next, saving, pending];
      const whole = (): LeftWorld => ({
        kind: "world",
        from: under === null ? [from] : [from, under.revision],
        to: isEmpty(rest) && under !== null ? under.revision : to,
        ...kept,
      });
      if (rest === null || under?.changes === null) return [whole];
      const steps: { from: string | null; to: string; events: unknown[] }[] = [];
      if (under !== null) steps.push({ from, to: under.revision, events: [...(under.changes ?? [])] });
      if (rest.length > 0) steps.push({ from: under?.revision ?? from, to, events: [...rest] });
      return [() => ({ kind: "events", steps }), whole];
    },
    drive: () => parts.tabs?.post({ kind: "drives", id: next }),
    idle() {
      if (!heard) return;
      heard = false;
      listen();
    },
    setAside: (world) => parts.store.update(`${RECORD}.unreadable`, () => world),
    flush,
    close() {
      cancel?.();
      parts.tabs?.close();
    },
  };
}

/** Both, one after the other; `before` may be changed for it. */
function joined(before: Changes, after: readonly WorldEvent[] | null): Changes {
  if (before === null || after === null || before.length + after.length > MOST_EVENTS) return null;
  // In place: a script can make thousands of calls between two saves.
  before.push(...after);
  return before;
}

function isEmpty(changes: Changes): boolean {
  return changes !== null && changes.length === 0;
}
