/** What the rest of the page sees of the vault. */
import type { Route } from "../shared/access-token";
import type { Result } from "../shared/result";

export type VaultStatus =
  | { readonly kind: "open"; readonly passphrase: boolean }
  | { readonly kind: "locked" }
  /** Accounts live until the page closes; `reason` says why, in a sentence or two. */
  | { readonly kind: "memory"; readonly reason: string };

/** A saved account. It contains only the last four characters of its token. */
export interface SavedAccount {
  readonly id: string;
  /** Integration id, e.g. `whatsapp`. */
  readonly integration: string;
  /** The name in `app.integrations.whatsapp.NAME`. */
  readonly name: string;
  /** By `AccountField.name`; empty fields are absent. */
  readonly fields: Readonly<Record<string, string>>;
  /** The last four characters of the token; `null` if none is saved. */
  readonly tokenTail: string | null;
  readonly isDefault: boolean;
  /** `null` until a connection test has succeeded. */
  readonly route: Route | null;
}

/** An account as typed. An empty `token` keeps the saved one. */
export interface AccountDraft {
  readonly integration: string;
  readonly name: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly token: string;
  readonly isDefault: boolean;
}

/**
 * Accounts and their tokens. A change shows once it is written. If the browser does not keep it, it rejects with
 * `VaultNotKept` and changes nothing. While locked, changes reject with `VaultLocked`, since a passer-by could point a saved
 * token at another host. Only removing and forgetting stay possible.
 */
export interface Vault {
  status(): VaultStatus;
  accounts(): readonly SavedAccount[];
  /** A sentence for each stored part that is damaged and was left out. */
  problems(): readonly string[];
  /** Calls `listener` after every change of the above, also one made in another tab, until the returned function is called. */
  subscribe(listener: () => void): () => void;
  /**
   * Creates an account (`id` null) or updates one. An empty token keeps the saved one. The first account of an integration is its
   * default whatever the draft says; the default one stays so until another is chosen. The caller checks the fields.
   *
   * @returns the saved account, or errors by `name` and `token`.
   */
  save(
    id: string | null,
    draft: AccountDraft,
  ): Promise<Result<SavedAccount, Readonly<Record<string, string>>>>;
  remove(id: string): Promise<void>;
  makeDefault(id: string): Promise<void>;
  setRoute(id: string, route: Route | null): Promise<void>;
  /** For the live transport alone. Rejects with `VaultLocked` or `TokenMissing`, and with `VaultError` on damage. */
  token(id: string): Promise<string>;
  /** Sets or changes the passphrase; rejects with `PassphraseRefused` (ask `checkPassphrase` first). */
  setPassphrase(passphrase: string): Promise<void>;
  /** Returns why the vault is still locked, or `null` on success. */
  unlock(passphrase: string): Promise<string | null>;
  removePassphrase(): Promise<void>;
  /** Forgets the key in this tab; without a passphrase there is nothing to lock. */
  lock(): void;
  /** Deletes key, tokens and accounts: the only way on when a passphrase is forgotten. */
  forgetEverything(): Promise<void>;
  /** Notes that someone is here; using a token or unlocking notes it too. */
  touch(): void;
  /** When the vault was last used, Unix milliseconds; the caller's timer locks by it. */
  idleSince(): number;
}
