/** Stored records as seen by the models that use them: each has its kind, and a store. */
import type { ReadonlySignal } from "@preact/signals";
import type { Later } from "../shared/later";
import type { StorageCheck } from "./storage-check";
import type { KeyValueStore } from "./store";
import type { TabChannel } from "./tab-channel";

/** Where records are kept, and what the browser must provide for that. */
export interface KeepParts {
  readonly store: KeyValueStore;
  /** `null` if there are no other tabs. */
  readonly tabs: TabChannel | null;
  readonly later: Later;
  readonly newId: () => string;
  /** Signals that the store may have been emptied. */
  readonly check?: StorageCheck;
}

/** A record as it is stored. Every save has a name, its revision, by which a tab sees that another one saved in between. */
export interface Revised {
  /** Absent or `null` for records that always merge, or that were saved before revisions existed. */
  readonly revision?: string | null;
}

/** How a kind of record is stored, and what happens when two tabs change it. */
export interface RecordKind<R extends Revised> {
  /** Whether a key is one of this kind. */
  owns(key: string): boolean;
  /** Parses a stored record; `null` if it is damaged, or of a newer version. */
  parse(key: string, stored: unknown): R | null;
  /** The record to store now; `null` if it no longer exists. */
  record(key: string, revision: string): R | null;
  /** Joins two versions into the one to store. Without it ours is stored, and theirs goes to `onConflict`. */
  merge?(theirs: R, ours: R): R;
  /** While this is true, other tabs' saves are not adopted. Call `idle` when it may have changed. */
  busy?(): boolean;
  /** Another tab saved this record. Without `merge` this is called only if nothing here is unsaved. */
  onForeign(key: string, record: R): void;
  onForeignRemoval?(key: string): void;
  /** Both tabs changed the record. Ours has replaced theirs in the store; `base` is what both started from. */
  onConflict?(key: string, versions: { readonly theirs: R; readonly ours: R; readonly base: R | null }): void;
  /** Another tab keeps changing this record from now on. */
  onDriven?(key: string): void;
  /** The browser refused for the first time since the last save that worked. */
  onRefused(reason: string): void;
  /** The browser's storage was emptied while the page was open. What the page still has is being saved again. */
  onEmptied?(): void;
}

export type KeepStatus =
  | { readonly kind: "saved" | "saving" }
  /** The browser does not keep the records: they stay in memory. */
  | { readonly kind: "memory"; readonly reason: string };

/** A save that is still to come or under way. */
export interface UnsavedStep<E> {
  /** The revision it starts from; `null` if nothing was stored. */
  readonly from: string | null;
  /** The revision it will have, so that what a closing page leaves can tell later whether the save succeeded. */
  readonly to: string;
  /** What happened to the record; `null` if it changed in another way. */
  readonly events: readonly E[] | null;
}

export interface KeptRecords<R, E = never> {
  readonly status: ReadonlySignal<KeepStatus>;
  /** Reads one record and builds on it from now on. Returns `undefined` if there is none, `null` if it is damaged. */
  read(key: string): Promise<R | null | undefined>;
  /** Builds on a record that was read from the store in another way. */
  known(key: string, record: R): void;
  /** The record changed, and is saved soon. `events`: what happened to it, if that is the whole change. */
  changed(key: string, events?: readonly E[]): void;
  removed(key: string): void;
  /** Reading failed: reports it like a save that failed. */
  refused(error: unknown): void;
  /** What would be lost if the page closed now, by key. */
  unsaved(): ReadonlyMap<string, readonly UnsavedStep<E>[]>;
  /** Tells other tabs that this one keeps changing the record from now on. */
  drive(key: string): void;
  idle(): void;
  /** Saves unsaved changes. Resolves when that is done or refused. */
  flush(): Promise<void>;
  close(): void;
}
