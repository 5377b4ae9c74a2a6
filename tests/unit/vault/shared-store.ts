import { oneAtATime, type VaultStore } from "../../../src/vault/store";

/**
 * What IndexedDB does for the vault, with its parts in the test's hands: values are cloned as IndexedDB clones them, several
 * tabs share one record and take turns, and writes can be made to fail.
 */
export function sharedStore() {
  const exclusive = oneAtATime();
  const tabs: Array<Array<() => void>> = [];
  const disk = { held: undefined as unknown, refuse: null as Error | null };

  function tab(): VaultStore {
    const mine: Array<() => void> = [];
    tabs.push(mine);
    const tellOthers = () => {
      for (const others of tabs) if (others !== mine) for (const listener of others) listener();
    };
    return {
      volatile: null,
      read: async () => structuredClone(disk.held),
      write: async (value) => {
        if (disk.refuse !== null) throw disk.refuse;
        disk.held = structuredClone(value);
        tellOthers();
      },
      clear: async () => {
        disk.held = undefined;
        tellOthers();
      },
      exclusive,
      onForeignChange: (listener) => {
        mine.push(listener);
        return () => mine.splice(mine.indexOf(listener), 1);
      },
    };
  }
  return { disk, tab };
}

/** Every byte and string reachable from a stored value, as one text in which a token could be looked for. */
export function everythingIn(value: unknown): string {
  if (value instanceof Uint8Array) return Buffer.from(value).toString("latin1");
  if (value instanceof CryptoKey) return JSON.stringify(value.algorithm);
  if (Array.isArray(value)) return value.map(everythingIn).join("\n");
  if (typeof value === "object" && value !== null) {
    return Object.entries(value)
      .map(([key, each]) => `${key}\n${everythingIn(each)}`)
      .join("\n");
  }
  return String(value);
}
