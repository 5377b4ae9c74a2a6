import { reasonOf } from "../shared/message-of";
import { oneAtATime, type Queue } from "../storage/queue";
import { type KeyValueStore, memoryStore } from "../storage/store";
import type { TabChannel } from "../storage/tab-channel";
import type { AccountDraft } from "./account";
import { applyDraft, chooseDefault, chooseRoute, dropAccount, publicAccount, putAccount } from "./accounts";
import { randomId, type WebCrypto } from "./cipher";
import { checkDraft, NO_CRYPTO } from "./draft";
import { PassphraseRefused, TokenMissing, VaultError, VaultLocked, VaultNotKept } from "./errors";
import { changeKey, makeKey, type OpenKey, sealToken, unsealToken } from "./keys";
import { checkPassphrase, openGuardedKey } from "./passphrase";
import { damagedName, EMPTY_RECORD, readRecord, storedRecord, type VaultRecord } from "./record";
import type { SaveResult, Vault } from "./vault-api";

const UNREADABLE =
  "Accounts you add now live until the page closes; “Forget everything” deletes the saved ones and starts afresh.";

/** The key of the one record. */
const KEY = "vault";

/** Where the vault's record is kept. */
export interface VaultPlace {
  readonly store: KeyValueStore;
  /** `null` if there are no other tabs. */
  readonly tabs: TabChannel | null;
  /** Runs work while no other tab runs its own: read, change and write are one step. */
  readonly inTurn: Queue;
}

interface Home extends VaultPlace {
  /** Why the record does not outlive the page; `null` if it does. */
  readonly volatile: string | null;
}

/** Keeps the record until the page closes. Not copied: some browsers that refuse to store a `CryptoKey` cannot copy it. */
function memoryHome(reason: string): Home {
  return { store: memoryStore((value) => value), tabs: null, inTurn: oneAtATime(), volatile: reason };
}

/** Opens the vault. Never rejects: if the record cannot be read, the status is `memory`, with the reason. */
export async function openVault(place: VaultPlace, crypto: WebCrypto = globalThis.crypto): Promise<Vault> {
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

  const toMemory = (reason: string) => {
    home = memoryHome(reason);
    record = EMPTY_RECORD;
    problems = [];
    stored = false;
  };

  async function reload(): Promise<void> {
    const value = await home.store.get(KEY);
    const read = readRecord(value);
    if (!read.ok) return toMemory(`The saved accounts cannot be read (${read.problem}). ${UNREADABLE}`);
    ({ record, problems } = read);
    stored = value !== undefined;
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
      if (stored) throw new VaultNotKept(error);
      toMemory(`This browser keeps no accounts for this page (${reasonOf(error)}).`);
      await write(next);
    }
    await reload();
  }

  /** One step in turn with all other tabs: read what is stored, change it, write it. */
  async function change<T>(
    work: (
      now: VaultRecord,
    ) => Promise<{ readonly next: VaultRecord; readonly result: T } | { readonly result: T }>,
    whileLocked: "allowed" | "refused" = "refused",
  ): Promise<T> {
    const result = await home.inTurn(async () => {
      await reload().catch((error: unknown) => {
        throw new VaultNotKept(error);
      });
      if (whileLocked === "refused" && locked()) throw new VaultLocked();
      const done = await work(record);
      if ("next" in done) await keep(done.next);
      return done.result;
    });
    notify();
    return result;
  }

  const changeAccounts = (
    work: (now: VaultRecord["accounts"]) => VaultRecord["accounts"],
    whileLocked?: "allowed",
  ) =>
    change<void>(
      async (now) => ({ next: { ...now, accounts: work(now.accounts) }, result: undefined }),
      whileLocked,
    );

  async function rekey(passphrase: string | null): Promise<void> {
    const before = unlocked;
    try {
      await change<void>(async (now) => {
        if (passphrase === null && now.key?.kind !== "passphrase") return { result: undefined };
        const fresh = await makeKey(crypto, passphrase);
        const next = await changeKey(crypto, now, openKey(), fresh);
        unlocked = passphrase === null ? null : fresh.open;
        return { next, result: undefined };
      });
    } catch (error) {
      unlocked = before;
      throw error;
    }
  }

  async function saveAccount(now: VaultRecord, id: string | null, draft: AccountDraft) {
    const before = id === null ? null : now.accounts.find((account) => account.id === id);
    if (before === undefined) throw new VaultError("This account is gone; it was deleted in another tab.");
    const checked = checkDraft(draft, now.accounts, before, crypto.subtle !== undefined);
    if (!checked.ok) return { result: checked };

    const accountId = before?.id ?? randomId(crypto);
    let key = now.key;
    let sealed: VaultRecord["accounts"][number]["token"] = null;
    if (checked.token !== null) {
      let using = openKey();
      if (using === null) {
        const fresh = await makeKey(crypto, null);
        using = fresh.open;
        key = fresh.record;
      }
      sealed = await sealToken(crypto, using, accountId, checked.token);
    }
    const accounts = putAccount(now.accounts, applyDraft(accountId, before, draft, sealed));
    const damaged = now.damaged.filter((entry) => damagedName(entry) !== draft.name);
    const account = accounts.find((each) => each.id === accountId);
    if (account === undefined) throw new VaultError("The account was not put in its place.");
    return {
      next: { key, accounts, damaged },
      result: { ok: true, account: publicAccount(account) } satisfies SaveResult,
    };
  }

  place.tabs?.listen(() => {
    if (home !== own) return;
    home.inTurn(reload).then(notify, (error: unknown) => {
      problems = [
        `Another tab changed the accounts, but they cannot be read (${reasonOf(error)}). Reload the page.`,
      ];
      notify();
    });
  });
  await home.inTurn(reload).catch((error: unknown) => {
    toMemory(`This browser keeps no accounts for this page (${reasonOf(error)}).`);
    own = home;
  });

  return {
    status: () => {
      if (home.volatile !== null) return { kind: "memory", reason: home.volatile };
      return locked() ? { kind: "locked" } : { kind: "open", passphrase: record.key?.kind === "passphrase" };
    },
    accounts: () => record.accounts.map(publicAccount),
    problems: () => problems,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    save: (id, draft) => {
      usedAt = Date.now();
      return change<SaveResult>((now) => saveAccount(now, id, draft));
    },
    remove: (id) => changeAccounts((now) => dropAccount(now, id), "allowed"),
    makeDefault: (id) => changeAccounts((now) => chooseDefault(now, id)),
    setRoute: (id, route) => changeAccounts((now) => chooseRoute(now, id, route)),
    token: async (id) => {
      usedAt = Date.now();
      const account = record.accounts.find((each) => each.id === id);
      if (account === undefined) throw new TokenMissing("There is no such account; it was deleted.");
      if (account.token === null) throw new TokenMissing(`Account ${account.name} has no access token.`);
      const key = openKey();
      if (key === null) throw new VaultLocked();
      return unsealToken(crypto, key, account, account.token.sealed);
    },
    setPassphrase: async (passphrase) => {
      const wrong = checkPassphrase(passphrase);
      if (wrong !== null) throw new PassphraseRefused(wrong);
      if (crypto.subtle === undefined) throw new PassphraseRefused(NO_CRYPTO);
      if (home.volatile !== null) {
        throw new PassphraseRefused(
          "The accounts live in memory only; there is nothing a passphrase could guard.",
        );
      }
      await rekey(passphrase);
    },
    unlock: async (passphrase) => {
      const guarded = record.key;
      if (guarded?.kind !== "passphrase") return null;
      const key = await openGuardedKey(crypto, passphrase, guarded);
      if (key === null) return "That is not the passphrase of this vault.";
      unlocked = { id: guarded.id, key };
      usedAt = Date.now();
      notify();
      return locked() ? "The passphrase was changed in another tab just now. Type the new one." : null;
    },
    removePassphrase: () => rekey(null),
    lock: () => {
      unlocked = null;
      notify();
    },
    forgetEverything: async () => {
      await own
        .inTurn(() => own.store.remove(KEY))
        .catch((error: unknown) => {
          throw new VaultNotKept(error);
        });
      own.tabs?.post({ kind: "removed", id: KEY });
      home = own;
      record = EMPTY_RECORD;
      problems = [];
      unlocked = null;
      stored = false;
      notify();
    },
    touch: () => {
      usedAt = Date.now();
    },
    idleSince: () => usedAt,
  };
}
