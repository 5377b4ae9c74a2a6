import { reasonOf } from "../shared/message-of";

/** What the vault refuses, told apart by `name`. Messages are for people and hold no token. */
export class VaultError extends Error {
  override readonly name: string = "VaultError";
}

/** A token or a change was wanted while a passphrase guards the vault. */
export class VaultLocked extends VaultError {
  override readonly name = "VaultLocked";
  constructor() {
    super("The vault is locked. Unlock it with its passphrase to use or change saved accounts.");
  }
}

/** The account has no token, or there is no such account. */
export class TokenMissing extends VaultError {
  override readonly name = "TokenMissing";
}

/** The passphrase cannot be used, or there is nothing a passphrase could guard. */
export class PassphraseRefused extends VaultError {
  override readonly name = "PassphraseRefused";
}

/** The browser did not keep a change. What was saved before is unchanged. */
export class VaultNotKept extends VaultError {
  override readonly name = "VaultNotKept";
  constructor(cause: unknown) {
    super(`The browser did not keep the change to the accounts: ${reasonOf(cause)}. Nothing was changed.`, {
      cause,
    });
  }
}
