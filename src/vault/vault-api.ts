/** What the rest of the page sees of the vault. */
import type { Route } from "../shared/access-token";
import type { Account, AccountDraft } from "./account";

export type VaultStatus =
  | { readonly kind: "open"; readonly passphrase: boolean }
  | { readonly kind: "locked" }
  /** Accounts live until the page closes; `reason` says why, in a sentence or two. */
  | { readonly kind: "memory"; readonly reason: string };

/** The saved account, or errors by `name` and `token`. */
export type SaveResult =
  | { readonly ok: true; readonly account: Account }
  | { readonly ok: false; readonly problems: Readonly<Record<string, string>> };

/**
 * Accounts and their tokens. Changes are written before they are seen; one that the browser does not keep rejects with
 * `VaultNotKept` and changes nothing. While locked, changes reject with `VaultLocked` (a passer-by could else point a saved
 * token at another host); only removing and forgetting stay possible.
 */
export interface Vault {
  status(): VaultStatus;
  accounts(): readonly Account[];
  /** A sentence for each stored part that is damaged and was left out. */
  problems(): readonly string[];
  /** Calls `listener` after every change of the above, also one made in another tab, until the returned function is called. */
  subscribe(listener: () => void): () => void;
  /**
   * Adds (id null) or changes an account. An empty token keeps the saved one. The first account of an integration is its
   * default whatever the draft says; the default one stays so until another is chosen. Fields are the caller's to check.
   */
  save(id: string | null, draft: AccountDraft): Promise<SaveResult>;
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
