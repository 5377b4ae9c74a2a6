import { reasonOf } from "../shared/message-of";

/** What the vault refuses, told apart by `name`. Messages are for people and contain no token. */
export class VaultError extends Error {
  constructor(
    override readonly name:
      | "VaultError"
      | "VaultLocked"
      | "TokenMissing"
      | "PassphraseRefused"
      | "VaultNotKept",
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** A token or a change was requested while the vault is locked. */
export function vaultLocked(): VaultError {
  return new VaultError("VaultLocked", "Accounts are locked. Enter the passphrase to use or change them.");
}

/** The browser did not store a change. Earlier data is unchanged. */
export function notKept(cause: unknown): VaultError {
  const message = `The browser didn't save the change to your accounts: ${reasonOf(cause)}. Nothing was changed.`;
  return new VaultError("VaultNotKept", message, { cause });
}
