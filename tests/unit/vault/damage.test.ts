import fc from "fast-check";
import { expect, test } from "vitest";
import type { AccountDraft } from "../../../src/vault/accounts";
import { openVault } from "../../../src/vault/vault";
import { sample } from "../../support/sample";
import { sharedStore } from "./shared-store";

const draft = (name: string): AccountDraft => ({
  integration: "whatsapp",
  name,
  fields: { phone_number_id: "1" },
  token: "EAAGm0PX4ZCpsBAKZ-1234",
  isDefault: false,
});

interface Stored {
  version: number;
  key: Record<string, unknown> | null;
  accounts: Record<string, unknown>[];
}

/** A store with two accounts whose record was changed by hand. */
async function damagedBy(damage: (stored: Stored) => void) {
  const store = sharedStore();
  const vault = await openVault(store.tab());
  await vault.save(null, draft("support"));
  await vault.save(null, draft("sales"));
  damage(store.disk.held as Stored);
  return { ...store, vault: await openVault(store.tab()) };
}

test("a damaged account is named and left out, and the others work", async () => {
  const { vault } = await damagedBy(({ accounts }) => {
    if (accounts[0]) accounts[0].fields = null;
  });
  expect(vault.accounts().map(({ name }) => name)).toEqual(["sales"]);
  expect(vault.problems()).toHaveLength(1);
  expect(vault.problems()[0]).toMatch(/^The saved account support is damaged \(fields: .*\) and was skipped/);
  const [sales] = vault.accounts();
  expect(sales && (await vault.token(sales.id))).toBe("EAAGm0PX4ZCpsBAKZ-1234");
});

test("a damaged account stays stored until one with its name is saved", async () => {
  const { vault, tab } = await damagedBy(({ accounts }) => {
    if (accounts[0]) accounts[0].fields = null;
  });
  await vault.save(null, draft("other"));
  expect(vault.problems()).toHaveLength(1);
  await vault.save(null, draft("support"));
  expect(vault.problems()).toEqual([]);
  expect((await openVault(tab())).problems()).toEqual([]);
});

test("with a damaged key the accounts are kept, and their tokens must be entered again", async () => {
  const { vault } = await damagedBy((stored) => {
    stored.key = { kind: "plain", id: "x", key: "no key" };
  });
  expect(vault.problems()[0]).toContain(
    "The key of the saved tokens is damaged (key: expected an AES-GCM key",
  );
  expect(vault.accounts().map(({ tokenTail }) => tokenTail)).toEqual([null, null]);
  const [support] = vault.accounts();
  await vault.save(support?.id ?? null, draft("support"));
  expect(support && (await vault.token(support.id))).toBe("EAAGm0PX4ZCpsBAKZ-1234");
});

test("a passphrase weakened in storage is not trusted", async () => {
  const store = sharedStore();
  const vault = await openVault(store.tab());
  await vault.save(null, draft("support"));
  await vault.setPassphrase("correct horse battery");
  const stored = store.disk.held as Stored;
  if (stored.key) stored.key.iterations = 1;
  expect((await openVault(store.tab())).problems()[0]).toContain("iterations");
});

test("a newer version's record is left alone, and accounts stay in memory until everything is forgotten", async () => {
  const { vault, disk, tab } = await damagedBy((stored) => {
    stored.version = 2;
  });
  const untouched = structuredClone(disk.held);
  expect(vault.status()).toMatchObject({
    kind: "memory",
    reason: expect.stringContaining("Couldn't read the saved accounts (version: "),
  });
  await vault.save(null, draft("meanwhile"));
  expect(JSON.stringify(disk.held)).toBe(JSON.stringify(untouched));
  await vault.forgetEverything();
  expect(vault.status()).toEqual({ kind: "open", passphrase: false });
  await vault.save(null, draft("support"));
  expect((await openVault(tab())).accounts()).toHaveLength(1);
});

test("no stored value keeps the vault from opening", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.anything(),
        fc.record({ version: fc.constant(1), key: fc.anything(), accounts: fc.array(fc.anything()) }),
      ),
      async (value) => {
        const place = sharedStore().tab();
        const vault = await openVault({ ...place, store: { ...place.store, get: async () => value } });
        expect(["open", "memory"]).toContain(vault.status().kind);
        expect(vault.accounts()).toEqual([]);
      },
    ),
    { numRuns: sample(100, 4_000) },
  );
});
