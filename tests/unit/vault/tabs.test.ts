import { expect, test } from "vitest";
import type { AccountDraft } from "../../../src/vault/accounts";
import type { Vault } from "../../../src/vault/vault";
import { openVault } from "../../../src/vault/vault";
import { sharedStore } from "./shared-store";

const draft = (name: string): AccountDraft => ({
  integration: "whatsapp",
  name,
  fields: {},
  token: `EAAG-${name}-token-of-some-length`,
  isDefault: false,
});

const names = (vault: Vault) => vault.accounts().map(({ name }) => name);
const nextChange = (vault: Vault) =>
  new Promise<void>((resolve) => {
    const end = vault.subscribe(() => {
      end();
      resolve();
    });
  });

test("an account saved in one tab appears in the other, with its token", async () => {
  const { tab } = sharedStore();
  const [one, two] = [await openVault(tab()), await openVault(tab())];
  const seen = nextChange(two);
  const result = await one.save(null, draft("support"));
  await seen;
  expect(names(two)).toEqual(["support"]);
  expect(result.ok && (await two.token(result.value.id))).toBe("EAAG-support-token-of-some-length");
});

test("two tabs that save at the same moment lose nothing", async () => {
  const { tab } = sharedStore();
  const [one, two] = [await openVault(tab()), await openVault(tab())];
  const all = ["a", "b", "c", "d", "e", "f"];
  await Promise.all(all.map((name, index) => (index % 2 === 0 ? one : two).save(null, draft(name))));
  const reloaded = await openVault(tab());
  expect(names(reloaded).sort()).toEqual(all);
  for (const { id, name } of reloaded.accounts()) {
    expect(await reloaded.token(id)).toBe(`EAAG-${name}-token-of-some-length`);
  }
  expect(reloaded.accounts().filter(({ isDefault }) => isDefault)).toHaveLength(1);
});

test("a passphrase set in one tab locks the other until it is entered there", async () => {
  const { tab } = sharedStore();
  const [one, two] = [await openVault(tab()), await openVault(tab())];
  const first = nextChange(two);
  await one.save(null, draft("support"));
  await first;
  const locked = nextChange(two);
  await one.setPassphrase("correct horse battery");
  await locked;
  expect(two.status()).toEqual({ kind: "locked" });
  expect(await two.unlock("correct horse battery")).toBeNull();
  expect(two.status()).toEqual({ kind: "open", passphrase: true });
});

test("a change to an account deleted in another tab is refused and does not restore it", async () => {
  const { tab } = sharedStore();
  const [one, two] = [await openVault(tab()), await openVault(tab())];
  const result = await one.save(null, draft("support"));
  if (!result.ok) throw new Error("not saved");
  await two.remove(result.value.id);
  await expect(one.save(result.value.id, draft("desk"))).rejects.toThrow("deleted in another tab");
});
