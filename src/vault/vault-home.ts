/** Where the vault's record is kept. */
import { reasonOf } from "../shared/message-of";
import { oneAtATime, type Queue } from "../storage/queue";
import type { StorageCheck } from "../storage/storage-check";
import { type KeyValueStore, memoryStore } from "../storage/store";
import type { TabChannel } from "../storage/tab-channel";

export interface VaultPlace {
  readonly store: KeyValueStore;
  /** `null` if there are no other tabs. */
  readonly tabs: TabChannel | null;
  /** Signals that the store may have been emptied. */
  readonly check?: StorageCheck;
  /** Runs work while no other tab runs its own: read, change and write are one step. */
  readonly inTurn: Queue;
}

/** A place, and whether it lasts. */
export interface Home extends VaultPlace {
  /** Why the record does not outlive the page; `null` if it does. */
  readonly volatile: string | null;
}

/** Keeps the record until the page closes. Not copied: some browsers that refuse to store a `CryptoKey` cannot copy it. */
export function memoryHome(reason: string): Home {
  return { store: memoryStore((value) => value), tabs: null, inTurn: oneAtATime(), volatile: reason };
}

/** Keeps the record until the page closes, since the browser refuses to store it. */
export function refusedHome(error: unknown): Home {
  return memoryHome(`This browser can't save accounts for this page (${reasonOf(error)}).`);
}
