/**
 * Keeps scripts in a store: saved soon after a change, one write at a time, and never over what another tab wrote.
 */
import { type ReadonlySignal, signal } from "@preact/signals";
import type { Later } from "../shared/later";
import { messageOf } from "../shared/message-of";
import type { KeyValueStore } from "../storage/store";
import type { TabChannel, TabMessage } from "../storage/tab-channel";
import {
  DAMAGED_PREFIX,
  parseScriptRecord,
  SCRIPT_PREFIX,
  STATE_KEY,
  scriptOf,
  scriptRecord,
} from "./script-record";
import type { Script, ScriptsModel } from "./scripts";

/** Milliseconds between a change and its save: short enough to lose nothing, long enough not to write every key. */
const DELAY = 250;

export interface SyncParts {
  readonly store: KeyValueStore;
  readonly tabs: TabChannel | null;
  readonly later: Later;
  readonly newId: () => string;
  /** The script as it is now in this tab; undefined when it is gone. */
  find(id: string): Script | undefined;
  /** Another tab saved this script, and this tab had not touched it. */
  onForeignChange(script: Script): void;
  onForeignRemoval(id: string): void;
  /** Both tabs edited: `theirs` was replaced by ours in the store, and needs a place of its own. */
  onConflict(theirs: Script): void;
  /** The browser refused a write for the first time since the last one that worked; `reason` in its words. */
  onRefused(reason: string): void;
  /** The browser's storage was emptied under this page; what it knows is being saved anew. */
  onEmptied(): void;
}

export interface ScriptSync {
  readonly storage: ScriptsModel["storage"];
  /** Takes over a stored script as the state this tab knows of. */
  known(id: string, revision: string, source: string): void;
  /** A script changed: it is saved soon. */
  changed(id: string): void;
  removed(id: string): void;
  selected(id: string): void;
  /** Scripts cannot be read or kept: the reason, as `storage` shows it. */
  refused(reason: string): void;
  /** Ids of scripts whose last change is not in the store yet, a write under way included. */
  unsaved(): readonly string[];
  /** The script that was chosen, while that is not in the store yet. */
  unsavedSelection(): string | null;
  /** The revision this tab last read or wrote; null when the script was never stored. */
  revision(id: string): string | null;
  /** Saves what is not saved yet; resolves when it is, also when the browser refused. */
  flush(): Promise<void>;
  /** Looks whether the store was emptied under this page, and saves everything anew then. */
  recheck(): Promise<void>;
  close(): void;
}

/** Starts keeping scripts; nothing is written before the first change. */
export function startSync(parts: SyncParts): ScriptSync {
  const storage = signal<ScriptsModel["storage"]["value"]>({ kind: "saved" });
  /** What the store held of each script when this tab last read or wrote it. */
  const base = new Map<string, { readonly revision: string; readonly source: string }>();
  const dirty = new Set<string>();
  const writing = new Set<string>();
  let selection: string | null = null;
  let cancel: (() => void) | null = null;
  let queue: Promise<void> = Promise.resolve();

  const schedule = () => {
    if (storage.value.kind === "saved") storage.value = { kind: "saving" };
    cancel?.();
    cancel = parts.later(() => void flush(), DELAY);
  };

  const enqueue = (work: () => Promise<void>) => {
    queue = queue.then(async () => {
      try {
        await work();
        if (dirty.size === 0 && selection === null) storage.value = { kind: "saved" };
      } catch (error) {
        refuse(messageOf(error));
      }
    });
    return queue;
  };

  const refuse = (reason: string) => {
    const first = storage.value.kind !== "memory";
    storage.value = { kind: "memory", reason };
    if (first) parts.onRefused(reason);
  };

  const flush = () => {
    cancel?.();
    cancel = null;
    return enqueue(async () => {
      for (const id of [...dirty]) await write(id);
      const current = selection;
      if (current !== null) await parts.store.update(STATE_KEY, () => ({ version: 1, current }));
      if (selection === current) selection = null;
    });
  };

  const write = async (id: string) => {
    const script = parts.find(id);
    dirty.delete(id);
    if (script === undefined) return;
    writing.add(id);
    const revision = parts.newId();
    let theirs: Script | null = null;
    let unreadable: unknown;
    let gone = false;
    try {
      await parts.store.update(SCRIPT_PREFIX + id, (stored) => {
        const known = base.get(id);
        gone = stored === undefined && known !== undefined;
        theirs = null;
        unreadable = undefined;
        if (stored !== undefined) {
          const parsed = parseScriptRecord(stored);
          if (!parsed.ok) unreadable = stored;
          else if (
            parsed.record.revision !== known?.revision &&
            parsed.record.source !== known?.source &&
            parsed.record.source !== script.source
          ) {
            theirs = scriptOf(parsed.record);
          }
        }
        return scriptRecord(script, revision);
      });
    } catch (error) {
      dirty.add(id);
      throw error;
    } finally {
      writing.delete(id);
    }
    base.set(id, { revision, source: script.source });
    parts.tabs?.post({ kind: "changed", id });
    // A record of a newer version of the page, say: kept as it was.
    if (unreadable !== undefined) await setAside(parts.store, `${id}:${revision}`, unreadable);
    if (theirs !== null) parts.onConflict(theirs);
    if (gone) await saveWhatIsGone();
  };

  const storedKeys = async () => new Set((await parts.store.entries()).map(([key]) => key));

  /** Saves every known script that the store has lost. One alone may have been deleted in another tab. */
  const saveWhatIsGone = async () => {
    const stored = await storedKeys();
    const lost = [...base.keys()].filter((id) => !stored.has(SCRIPT_PREFIX + id));
    if (lost.length === 0) return;
    for (const id of lost) {
      base.delete(id);
      dirty.add(id);
    }
    parts.onEmptied();
    schedule();
  };

  const hear = async ({ kind, id }: TabMessage) => {
    // What was edited here is not replaced: saving it finds the other version.
    if (dirty.has(id)) return;
    if (kind === "removed") {
      base.delete(id);
      parts.onForeignRemoval(id);
      return;
    }
    const parsed = parseScriptRecord(await parts.store.get(SCRIPT_PREFIX + id));
    if (!parsed.ok || dirty.has(id) || base.get(id)?.revision === parsed.record.revision) return;
    base.set(id, parsed.record);
    parts.onForeignChange(scriptOf(parsed.record));
  };
  parts.tabs?.listen((message) => void enqueue(() => hear(message)));

  return {
    storage: storage satisfies ReadonlySignal<unknown>,
    known: (id, revision, source) => base.set(id, { revision, source }),
    changed(id) {
      dirty.add(id);
      schedule();
    },
    removed(id) {
      dirty.delete(id);
      base.delete(id);
      void enqueue(async () => {
        await parts.store.remove(SCRIPT_PREFIX + id);
        parts.tabs?.post({ kind: "removed", id });
      });
    },
    selected(id) {
      selection = id;
      schedule();
    },
    refused: refuse,
    unsaved: () => [...new Set([...dirty, ...writing])],
    unsavedSelection: () => selection,
    revision: (id) => base.get(id)?.revision ?? null,
    flush,
    recheck: () =>
      enqueue(async () => {
        if (base.size > 0 && (await storedKeys()).size === 0) await saveWhatIsGone();
      }),
    close() {
      cancel?.();
      parts.tabs?.close();
    },
  };
}

/** Moves what could not be read out of the way, as it is. */
export function setAside(store: KeyValueStore, name: string, value: unknown): Promise<void> {
  return store.update(DAMAGED_PREFIX + name, () => value);
}
