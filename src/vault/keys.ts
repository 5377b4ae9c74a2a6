import { tokenTail } from "../shared/access-token";
import { newKey, randomId, type Sealed, seal, unseal, utf8, type WebCrypto } from "./cipher";
import { VaultError } from "./errors";
import { guardNewKey } from "./passphrase";
import type { AccountRecord, KeyRecord, VaultRecord } from "./record";

/** A key that can be used now, with the id that its ciphertexts carry. */
export interface OpenKey {
  readonly id: string;
  readonly key: CryptoKey;
}

/** Makes a key and the record that keeps it. Without a passphrase, only the browser guards it. */
export async function makeKey(
  crypto: WebCrypto,
  passphrase: string | null,
): Promise<{ readonly open: OpenKey; readonly record: KeyRecord }> {
  const id = randomId(crypto);
  if (passphrase === null) {
    const key = await newKey(crypto);
    return { open: { id, key }, record: { kind: "plain", id, key } };
  }
  const { key, guarded } = await guardNewKey(crypto, passphrase);
  return { open: { id, key }, record: { kind: "passphrase", id, ...guarded } };
}

/** A token as an account's record holds it. */
export async function sealToken(
  crypto: WebCrypto,
  { id, key }: OpenKey,
  accountId: string,
  token: string,
): Promise<AccountRecord["token"]> {
  return {
    tail: tokenTail(token),
    keyId: id,
    sealed: await seal(crypto, key, label(accountId), utf8(token)),
  };
}

/** Decrypts the token of an account. Rejects with a `VaultError` that names the account if it is damaged. */
export async function unsealToken(
  crypto: WebCrypto,
  { key }: OpenKey,
  account: AccountRecord,
  sealed: Sealed,
): Promise<string> {
  try {
    return new TextDecoder().decode(await unseal(crypto, key, label(account.id), sealed));
  } catch (error) {
    throw new VaultError("VaultError", `The token of account ${account.name} is damaged. Enter it again.`, {
      cause: error,
    });
  }
}

/** Returns the record under a new key, with every token encrypted again. */
export async function changeKey(
  crypto: WebCrypto,
  record: VaultRecord,
  from: OpenKey | null,
  to: { readonly open: OpenKey; readonly record: KeyRecord },
): Promise<VaultRecord> {
  const accounts = record.accounts.map(async (account) => {
    if (account.token === null || from === null) return account;
    const token = await unsealToken(crypto, from, account, account.token.sealed);
    return { ...account, token: await sealToken(crypto, to.open, account.id, token) };
  });
  return { ...record, key: to.record, accounts: await Promise.all(accounts) };
}

function label(accountId: string): string {
  return `lua-agent-playground token of ${accountId}`;
}
