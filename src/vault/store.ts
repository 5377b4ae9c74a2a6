/**
 * Where the vault's one record lives. The interface is small so that IndexedDB (`idb-store.ts`) and memory can stand
 * behind it alike.
 */
export interface VaultStore {
  /** Null when the record outlives the page; else why it does not. */
  readonly volatile: string | null;
  /** The stored value; undefined when there is none. */
  read(): Promise<unknown>;
  write(value: unknown): Promise<void>;
  clear(): Promise<void>;
  /** Runs `work` while no other tab and no other caller runs theirs: read, change and write are one step. */
  exclusive<T>(work: () => Promise<T>): Promise<T>;
  /** Calls `listener` after another tab has written or cleared; gives a function that ends it. */
  onForeignChange(listener: () => void): () => void;
}

/** Keeps the record until the page closes. `reason`: why nothing better could be had. */
export function memoryStore(reason: string): VaultStore {
  let held: unknown;
  return {
    volatile: reason,
    read: async () => held,
    write: async (value) => {
      held = value;
    },
    clear: async () => {
      held = undefined;
    },
    exclusive: oneAtATime(),
    onForeignChange: () => () => {},
  };
}

/** A queue: each piece of work starts when the one before it has ended, well or badly. */
export function oneAtATime(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(work, work);
    last = next.catch(() => {}); // the caller of `work` gets the rejection; the queue only has to go on
    return next;
  };
}
