import type { Route } from "../shared/access-token";
import { reasonOf } from "../shared/message-of";
import type { Result } from "../shared/result";
import {
  type AccountDraft,
  applyDraft,
  checkDraft,
  chooseDefault,
  chooseRoute,
  dropAccount,
  NO_CRYPTO,
  publicAccount,
  putAccount,
  type SavedAccount,
} from "./accounts";
import { randomId, type WebCrypto } from "./cipher";
import { notKept, VaultError, vaultLocked } from "./errors";
import { changeKey, makeKey, type OpenKey, sealToken, unsealToken } from "./keys";
import { checkPassphrase, openGuardedKey } from "./passphrase";
import { damagedName, EMPTY_RECORD, readRecord, storedRecord, type VaultRecord } from "./record";
import { type Home, memoryHome, refusedHome, type VaultPlace } from "./vault-home";

const UNREADABLE =
  "Accounts you add now last until you close this page. “Delete all accounts” deletes the saved ones.";

/** A token is not written again if it has been deleted. */
const GONE =
  "Saved accounts are gone: another tab or the browser deleted them. Add them again to use live mode.";

/** The key of the one record. */
const KEY = "vault";

export type VaultStatus =
  | { readonly kind: "open"; readonly passphrase: boolean }
  | { readonly kind: "locked" }
  /** Accounts live until the page closes; `reason` says why, in a sentence or two. */
  | { readonly kind: "memory"; readonly reason: string };

/** The saved account, or errors by `name` and `token`. */
type Saving = Result<SavedAccount, Readonly<Record<string, string>>>;

/**
 * Accounts and their tokens. A change shows once it is written. If the browser does not keep it, it rejects with
 * `VaultNotKept` and changes nothing. While locked, changes reject with `VaultLocked`, since a passer-by could point a saved
 * token at another host. Only removing and forgetting stay possible.
 */
export type Vault = Awaited<ReturnType<typeof openVault>>;

/** Opens the vault. Never rejects: if the record cannot be read, the status is `memory`, with the reason. */
export async function openVault(place: VaultPlace, crypto: WebCrypto = globalThis.crypto) {
  const listeners = new Set<() => void>();
  /** Where the record belongs, and where it is: in memory if the one that is stored cannot be read. */
  let own: Home = { ...place, volatile: null };
  let home = own;
  let record: VaultRecord = EMPTY_RECORD;
  let problems: readonly string[] = [];
  let unlocked: OpenKey | null = null;
  let usedAt = Date.now();
  /** Whether a record is stored; the very first write may still be refused. */
  let stored = false;

  const notify = () => {
    for (const listener of listeners) listener();
  };

  const openKey = (): OpenKey | null => {
    if (record.key?.kind === "plain") return record.key;
    return record.key !== null && unlocked?.id === record.key.id ? unlocked : null;
  };
  const locked = () => record.key?.kind === "passphrase" && openKey() === null;

  const startEmpty = (where: Home) => {
    home = where;
    record = EMPTY_RECORD;
    problems = [];
    stored = false;
  };

  async function reload(): Promise<void> {
    const value = await home.store.get(KEY);
    const read = readRecord(value);
    if (!read.ok)
      return startEmpty(memoryHome(`Couldn't read the saved accounts (${read.message}). ${UNREADABLE}`));
    const gone = value === undefined && record.accounts.length > 0;
    ({ record, problems } = read.value);
    stored = value !== undefined;
    if (!gone) return;
    problems = [GONE];
    notify();
  }

  async function write(next: VaultRecord): Promise<void> {
    await home.store.update(KEY, () => storedRecord(next));
    home.tabs?.post({ kind: "changed", id: KEY });
  }

  async function keep(next: VaultRecord): Promise<void> {
    try {
      await write(next);
    } catch (error) {
      // Some private windows open IndexedDB and then refuse keys in it: shown by the first write, when nothing is at stake.
      if (stored) throw notKept(error);
      startEmpty(refusedHome(error));
      await write(next);
    }
    await reload();
  }

  /** One step in turn with all other tabs: reads what is stored, changes it and writes it, unless there is no `next`. */
  async function change<T>(
    work: (now: VaultRecord) => Promise<readonly [next: VaultRecord | null, result: T]>,
    whileLocked: "allowed" | "refused" = "refused",
  ): Promise<T> {
    const done = await home.inTurn(async () => {
      await reload().catch((error: unknown) => {
        throw notKept(error);
      });
      if (whileLocked === "refused" && locked()) throw vaultLocked();
      const [next, result] = await work(record);
      if (next !== null) await keep(next);
      return result;
    });
    notify();
    return done;
  }

  const changeAccounts = (
    work: (now: VaultRecord["accounts"]) => VaultRecord["accounts"],
    whileLocked?: "allowed",
  ) => change<void>(async (now) => [{ ...now, accounts: work(now.accounts) }, undefined], whileLocked);

  async function rekey(passphrase: string | null): Promise<void> {
    const before = unlocked;
    try {
      await change<void>(async (now) => {
        if (passphrase === null && now.key?.kind !== "passphrase") return [null, undefined];
        const fresh = await makeKey(crypto, passphrase);
        const next = await changeKey(crypto, now, openKey(), fresh);
        unlocked = passphrase === null ? null : fresh.open;
        return [next, undefined];
      });
    } catch (error) {
      unlocked = before;
      throw error;
    }
  }

  async function saveAccount(
    now: VaultRecord,
    id: string | null,
    draft: AccountDraft,
  ): Promise<readonly [next: VaultRecord | null, saved: Saving]> {
    const before = id === null ? null : now.accounts.find((account) => account.id === id);
    if (before === undefined) throw new VaultError("VaultError", "This account was deleted in another tab.");
    const checked = checkDraft(draft, now.accounts, before, crypto.subtle !== undefined);
    if (!checked.ok) return [null, checked];

    const accountId = before?.id ?? randomId(crypto);
    let key = now.key;
    let sealed: VaultRecord["accounts"][number]["token"] = null;
    if (checked.value !== null) {
      let using = openKey();
      if (using === null) {
        const fresh = await makeKey(crypto, null);
        using = fresh.open;
        key = fresh.record;
      }
      sealed = await sealToken(crypto, using, accountId, checked.value);
    }
    const accounts = putAccount(now.accounts, applyDraft(accountId, before, draft, sealed));
    const damaged = now.damaged.filter((entry) => damagedName(entry) !== draft.name);
    const account = accounts.find((each) => each.id === accountId);
    if (account === undefined) throw new Error("The account wasn't replaced.");
    return [
      { key, accounts, damaged },
      { ok: true, value: publicAccount(account) },
    ];
  }

  const look = () => {
    if (home !== own) return;
    home.inTurn(reload).then(notify, (error: unknown) => {
      problems = [`Couldn't reload the changed accounts (${reasonOf(error)}). Reload the page.`];
      notify();
    });
  };
  place.tabs?.listen(look);
  place.check?.listen(look);
  await home.inTurn(reload).catch((error: unknown) => {
    own = refusedHome(error);
    startEmpty(own);
  });

  return {
    status: (): VaultStatus => {
      if (home.volatile !== null) return { kind: "memory", reason: home.volatile };
      return locked() ? { kind: "locked" } : { kind: "open", passphrase: record.key?.kind === "passphrase" };
    },
    accounts: () => record.accounts.map(publicAccount),
    /** A sentence for each stored part that is damaged and was left out. */
    problems: () => problems,
    /** Calls `listener` after every change of the above, also one made in another tab, until the returned function is called. */
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    /**
     * Creates an account (`id` null) or updates one. An empty token keeps the saved one. The first account of an integration
     * is its default whatever the draft says; the default one stays so until another is chosen. The caller checks the fields.
     */
    save: (id: string | null, draft: AccountDraft): Promise<Saving> => {
      usedAt = Date.now();
      return change((now) => saveAccount(now, id, draft));
    },
    remove: (id: string) => changeAccounts((now) => dropAccount(now, id), "allowed"),
    makeDefault: (id: string) => changeAccounts((now) => chooseDefault(now, id)),
    setRoute: (id: string, route: Route | null) => changeAccounts((now) => chooseRoute(now, id, route)),
    /** Only for the live transport. Rejects with `VaultLocked` or `TokenMissing`, or with `VaultError` on damage. */
    token: async (id: string) => {
      usedAt = Date.now();
      const account = record.accounts.find((each) => each.id === id);
      if (account === undefined) throw new VaultError("TokenMissing", "This account was deleted.");
      if (account.token === null)
        throw new VaultError("TokenMissing", `Account ${account.name} has no access token.`);
      const key = openKey();
      if (key === null) throw vaultLocked();
      return unsealToken(crypto, key, account, account.token.sealed);
    },
    /** Sets or changes the passphrase; rejects with `PassphraseRefused` (ask `checkPassphrase` first). */
    setPassphrase: async (passphrase: string) => {
      const inMemory = "Accounts are only in memory, so there is nothing to protect with a passphrase.";
      const wrong =
        checkPassphrase(passphrase) ??
        (crypto.subtle === undefined ? NO_CRYPTO : null) ??
        (home.volatile === null ? null : inMemory);
      if (wrong !== null) throw new VaultError("PassphraseRefused", wrong);
      await rekey(passphrase);
    },
    /** Returns why the vault is still locked, or `null` on success. */
    unlock: async (passphrase: string) => {
      const guarded = record.key;
      if (guarded?.kind !== "passphrase") return null;
      const key = await openGuardedKey(crypto, passphrase, guarded);
      if (key === null) return "Wrong passphrase.";
      unlocked = { id: guarded.id, key };
      usedAt = Date.now();
      notify();
      return locked() ? "Another tab just changed the passphrase. Enter the new one." : null;
    },
    removePassphrase: () => rekey(null),
    /** Forgets the key in this tab; without a passphrase there is nothing to lock. */
    lock: () => {
      unlocked = null;
      notify();
    },
    /** Deletes key, tokens and accounts: the only way on when a passphrase is forgotten. */
    forgetEverything: async () => {
      await own
        .inTurn(() => own.store.remove(KEY))
        .catch((error: unknown) => {
          throw notKept(error);
        });
      own.tabs?.post({ kind: "removed", id: KEY });
      unlocked = null;
      startEmpty(own);
      notify();
    },
    /** Notes that someone is here; using a token or unlocking notes it too. */
    touch: () => {
      usedAt = Date.now();
    },
    /** When the vault was last used, Unix milliseconds; the caller's timer locks by it. */
    idleSince: () => usedAt,
  };
}
