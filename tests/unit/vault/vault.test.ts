import { expect, test } from "vitest";
import type { AccountDraft } from "../../../src/vault/accounts";
import { openVault } from "../../../src/vault/vault";
import { everythingIn, sharedStore } from "./shared-store";

const TOKEN = "EAAGm0PX4ZCpsBAKZ-support-1234";
const OTHER = "EAAGm0PX4ZCpsBAKZ-sales-9876";

function draft(name: string, change: Partial<AccountDraft> = {}): AccountDraft {
  const fields = { phone_number_id: "10001", waba_id: "" };
  return { integration: "whatsapp", name, fields, token: TOKEN, isDefault: false, ...change };
}

async function saved(vault: Awaited<ReturnType<typeof openVault>>, id: string | null, what: AccountDraft) {
  const result = await vault.save(id, what);
  if (!result.ok) throw new Error(JSON.stringify(result.message));
  return result.value;
}

test("a saved account and its token survive a reload, and only the token's end is shown", async () => {
  const { tab } = sharedStore();
  const account = await saved(await openVault(tab()), null, draft("support"));
  expect(account).toEqual({
    id: account.id,
    integration: "whatsapp",
    name: "support",
    fields: { phone_number_id: "10001" },
    tokenTail: "1234",
    isDefault: true,
    route: null,
  });
  const reloaded = await openVault(tab());
  expect(reloaded.status()).toEqual({ kind: "open", passphrase: false });
  expect(reloaded.accounts()).toEqual([account]);
  expect(await reloaded.token(account.id)).toBe(TOKEN);
});

test("stored data contains no token, and its key cannot be exported", async () => {
  const { disk, tab } = sharedStore();
  const vault = await openVault(tab());
  await saved(vault, null, draft("support"));
  expect(everythingIn(disk.held)).toContain("support");
  expect(everythingIn(disk.held)).not.toContain(TOKEN.slice(0, 12));
  const { key } = disk.held as { key: { key: CryptoKey } };
  await expect(crypto.subtle.exportKey("raw", key.key)).rejects.toThrow();
  await vault.setPassphrase("correct horse battery");
  expect(everythingIn(disk.held)).not.toContain(TOKEN.slice(0, 12));
  expect(everythingIn(disk.held)).not.toContain("correct horse");
});

test("an account can be renamed without entering its token again", async () => {
  const vault = await openVault(sharedStore().tab());
  const { id } = await saved(vault, null, draft("support"));
  const renamed = await saved(vault, id, draft("helpdesk", { token: "  " }));
  expect(renamed).toMatchObject({ id, name: "helpdesk", tokenTail: "1234" });
  expect(await vault.token(id)).toBe(TOKEN);
});

test("the route to the API is forgotten if a field or the token changes, and kept on a rename", async () => {
  const vault = await openVault(sharedStore().tab());
  const { id } = await saved(vault, null, draft("support"));
  await vault.setRoute(id, "query");
  expect((await saved(vault, id, draft("desk", { token: "" }))).route).toBe("query");
  const moved = draft("desk", { token: "", fields: { phone_number_id: "2" } });
  expect((await saved(vault, id, moved)).route).toBeNull();
  await vault.setRoute(id, "query");
  expect((await saved(vault, id, { ...moved, token: OTHER })).route).toBeNull();
});

test("exactly one account is the default", async () => {
  const vault = await openVault(sharedStore().tab());
  const defaults = () =>
    vault
      .accounts()
      .filter((account) => account.isDefault)
      .map(({ name }) => name);
  const support = await saved(vault, null, draft("support"));
  const sales = await saved(vault, null, draft("sales"));
  expect(defaults()).toEqual(["support"]);
  await vault.makeDefault(sales.id);
  expect(defaults()).toEqual(["sales"]);
  await saved(vault, support.id, draft("support", { isDefault: true }));
  expect(defaults()).toEqual(["support"]);
  await saved(vault, support.id, draft("support"));
  expect(defaults()).toEqual(["support"]);
  await vault.remove(support.id);
  expect(defaults()).toEqual(["sales"]);
});

test("a wrong name and a wrong token are reported by field, and nothing is saved", async () => {
  const vault = await openVault(sharedStore().tab());
  await saved(vault, null, draft("support"));
  const result = await vault.save(null, draft("support", { token: "two words" }));
  expect(result).toEqual({
    ok: false,
    message: {
      name: "There is already an account named “support”.",
      token: "The access token contains a space. Paste only the token.",
    },
  });
  expect(vault.accounts()).toHaveLength(1);
});

test("an account without a token says so when its token is needed", async () => {
  const vault = await openVault(sharedStore().tab());
  const { id, tokenTail } = await saved(vault, null, draft("support", { token: "" }));
  expect(tokenTail).toBeNull();
  await expect(vault.token(id)).rejects.toMatchObject({ name: "TokenMissing" });
  await expect(vault.token("gone")).rejects.toMatchObject({ name: "TokenMissing" });
});

test("with a passphrase the vault is locked after a reload and opens only with the right one", async () => {
  const { tab } = sharedStore();
  const before = await openVault(tab());
  const { id } = await saved(before, null, draft("support"));
  await before.setPassphrase("correct horse battery");
  expect(before.status()).toEqual({ kind: "open", passphrase: true });
  expect(await before.token(id)).toBe(TOKEN);

  const vault = await openVault(tab());
  expect(vault.status()).toEqual({ kind: "locked" });
  expect(vault.accounts().map(({ name }) => name)).toEqual(["support"]);
  await expect(vault.token(id)).rejects.toMatchObject({ name: "VaultLocked" });
  expect(await vault.unlock("correct horse staple")).toBe("Wrong passphrase.");
  expect(vault.status()).toEqual({ kind: "locked" });
  expect(await vault.unlock("correct horse battery")).toBeNull();
  expect(await vault.token(id)).toBe(TOKEN);
  vault.lock();
  await expect(vault.token(id)).rejects.toMatchObject({ name: "VaultLocked" });
});

test("a locked vault refuses changes, but accounts can be removed and everything forgotten", async () => {
  const { tab } = sharedStore();
  const vault = await openVault(tab());
  const support = await saved(vault, null, draft("support"));
  const sales = await saved(vault, null, draft("sales"));
  await vault.setPassphrase("correct horse battery");
  vault.lock();
  const locked = { name: "VaultLocked" };
  const elsewhere = draft("support", { token: "", fields: { base_url: "https://elsewhere.example" } });
  await expect(vault.save(support.id, elsewhere)).rejects.toMatchObject(locked);
  await expect(vault.makeDefault(sales.id)).rejects.toMatchObject(locked);
  await expect(vault.setPassphrase("another passphrase")).rejects.toMatchObject(locked);
  await expect(vault.removePassphrase()).rejects.toMatchObject(locked);
  await vault.remove(support.id);
  expect(vault.accounts().map(({ name }) => name)).toEqual(["sales"]);
  await vault.forgetEverything();
  expect(vault.status()).toEqual({ kind: "open", passphrase: false });
});

test("a removed passphrase is no longer required", async () => {
  const { tab } = sharedStore();
  const vault = await openVault(tab());
  const { id } = await saved(vault, null, draft("support"));
  await vault.setPassphrase("correct horse battery");
  await vault.removePassphrase();
  const reloaded = await openVault(tab());
  expect(reloaded.status()).toEqual({ kind: "open", passphrase: false });
  expect(await reloaded.token(id)).toBe(TOKEN);
});

test("the same passphrase opens the vault whatever its Unicode normalization", async () => {
  const { tab } = sharedStore();
  const vault = await openVault(tab());
  await saved(vault, null, draft("support"));
  await vault.setPassphrase("caf\u00e9 au lait");
  expect(await (await openVault(tab())).unlock("cafe\u0301 au lait")).toBeNull();
});

test("a passphrase that is too short is refused", async () => {
  const vault = await openVault(sharedStore().tab());
  await expect(vault.setPassphrase("short")).rejects.toMatchObject({
    name: "PassphraseRefused",
    message: "A passphrase needs at least 8 characters.",
  });
});

test("forgetting everything leaves nothing stored", async () => {
  const { disk, tab } = sharedStore();
  const vault = await openVault(tab());
  const { id } = await saved(vault, null, draft("support"));
  await vault.forgetEverything();
  expect(disk.held).toBeUndefined();
  expect(vault.accounts()).toEqual([]);
  await expect(vault.token(id)).rejects.toMatchObject({ name: "TokenMissing" });
});

test("a token cannot be moved to another account by editing storage", async () => {
  const { disk, tab } = sharedStore();
  const vault = await openVault(tab());
  await saved(vault, null, draft("support"));
  const sales = await saved(vault, null, draft("sales", { token: OTHER }));
  const record = disk.held as { accounts: { token: unknown }[] };
  const [first, second] = record.accounts;
  if (first && second) second.token = first.token;
  await expect((await openVault(tab())).token(sales.id)).rejects.toThrow(
    "The token of account sales is damaged. Enter it again.",
  );
});

test("without IndexedDB, accounts stay in memory and the status says why", async () => {
  const place = sharedStore().tab();
  const refuse = () => Promise.reject(new Error("The operation is insecure."));
  const store = { entries: refuse, get: refuse, update: refuse, remove: refuse };
  const vault = await openVault({ ...place, store });
  const { id } = await saved(vault, null, draft("support"));
  expect(vault.status()).toEqual({
    kind: "memory",
    reason: "This browser can't save accounts for this page (The operation is insecure).",
  });
  expect(await vault.token(id)).toBe(TOKEN);
  await expect(vault.setPassphrase("correct horse battery")).rejects.toMatchObject({
    name: "PassphraseRefused",
  });
  await vault.forgetEverything();
  expect(vault.accounts()).toEqual([]);
});

test("a browser that refuses the first write leaves the account in memory", async () => {
  const { disk, tab } = sharedStore();
  disk.refuse = new Error("The object could not be cloned.");
  const vault = await openVault(tab());
  const { id } = await saved(vault, null, draft("support"));
  expect(vault.status()).toEqual({
    kind: "memory",
    reason: "This browser can't save accounts for this page (The object could not be cloned).",
  });
  expect(await vault.token(id)).toBe(TOKEN);
});

test("a change that the browser does not store is reported and changes nothing", async () => {
  const { disk, tab } = sharedStore();
  const vault = await openVault(tab());
  const { id } = await saved(vault, null, draft("support"));
  disk.refuse = new Error("Disk full.");
  const kept = { name: "VaultNotKept", message: expect.stringContaining("Disk full") };
  await expect(vault.save(id, draft("sales"))).rejects.toMatchObject(kept);
  await expect(vault.setPassphrase("correct horse battery")).rejects.toMatchObject(kept);
  expect(vault.accounts().map(({ name }) => name)).toEqual(["support"]);
  expect(vault.status()).toEqual({ kind: "open", passphrase: false });
  expect(await vault.token(id)).toBe(TOKEN);
});

test("without encryption, tokens are refused and accounts without one still work", async () => {
  const insecure = { getRandomValues: crypto.getRandomValues.bind(crypto) } as unknown as Crypto;
  const vault = await openVault(sharedStore().tab(), insecure);
  expect(await vault.save(null, draft("support"))).toMatchObject({
    message: { token: expect.stringContaining("no encryption") },
  });
  expect((await vault.save(null, draft("support", { token: "" }))).ok).toBe(true);
});
