import { oneAtATime } from "../../../src/storage/queue";
import type { VaultPlace } from "../../../src/vault/vault-home";
import { tabs } from "../app/browser-parts";

/**
 * What IndexedDB does for the vault, with its parts in the test's hands: values are cloned as IndexedDB clones them, several
 * tabs share one record and take turns, and writes can be made to fail.
 */
export function sharedStore() {
  const inTurn = oneAtATime();
  const channel = tabs();
  const disk = { held: undefined as unknown, refuse: null as Error | null };
  const store: VaultPlace["store"] = {
    entries: async () => [["vault", structuredClone(disk.held)]],
    get: async () => structuredClone(disk.held),
    async update(_key, change) {
      if (disk.refuse !== null) throw disk.refuse;
      disk.held = structuredClone(change(structuredClone(disk.held)));
    },
    async remove() {
      disk.held = undefined;
    },
  };
  return { disk, tab: (): VaultPlace => ({ store, tabs: channel(), inTurn }) };
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
