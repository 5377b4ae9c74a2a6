import { signal } from "@preact/signals";
import type { ConnectionTest } from "../gateway/live/test-connection";
import { messageOf } from "../shared/message-of";
import type { BrowserStorage } from "../storage/browser-storage";
import type { AccountDraft, SavedAccount } from "../vault/accounts";
import type { Vault, VaultStatus } from "../vault/vault";
import type { NoticesModel } from "./notices";
import { readable } from "./readable";
import type { SettingsModel } from "./settings";
import { DATABASES } from "./storage-names";

export type AccountsStatus = VaultStatus | { readonly kind: "loading" };

export type OpenAccounts = ReturnType<typeof openAccounts>;
/** As views see them. */
export type AccountsModel = Omit<OpenAccounts, "vault">;

/** Loads the vault, and the catalog that accounts are checked against, after the first paint. */
const loadParts = async (storage: BrowserStorage) => {
  const [{ openVault }, { checkAccount, checkNameFor }, { catalog }] = await Promise.all([
    import("../vault/vault"),
    import("../integrations/check-account"),
    import("../integrations"),
  ]);
  return {
    vault: await openVault(storage.openInTurn(DATABASES.vault)),
    checkAccount,
    checkNameFor,
    catalog,
  };
};
type Parts = Awaited<ReturnType<typeof loadParts>>;

const CHECK_IDLE_MS = 15_000;
const MINUTE_MS = 60_000;

/** This browser's accounts, kept in the vault. Methods passed on to the vault wait until it is loaded. */
export function openAccounts(storage: BrowserStorage, settings: SettingsModel, notices: NoticesModel) {
  const status = signal<AccountsStatus>({ kind: "loading" });
  const all = signal<readonly SavedAccount[]>([]);
  let parts: Parts | null = null;

  const loading = loadParts(storage);
  loading.then(
    (loaded) => {
      parts = loaded;
      const { vault } = loaded;
      const told = new Set<string>();
      const read = () => {
        status.value = vault.status();
        all.value = vault.accounts();
        for (const text of vault.problems()) {
          if (!told.has(text)) notices.error(text);
          told.add(text);
        }
      };
      vault.subscribe(read);
      read();
      lockWhenIdle(vault, settings);
    },
    (error: unknown) => {
      const reason = `Couldn't load the accounts (${String(error)}). Reload the page.`;
      status.value = { kind: "memory", reason };
    },
  );
  const vault = async () => (await loading).vault;

  /** Returns an account's integration, and the names of its other accounts. */
  const placeOf = ({ catalog }: Parts, id: string, account: string | null) => {
    const integration = catalog.integrations.find((known) => known.id === id);
    const others = all.peek().filter((each) => each.integration === id && each.id !== account);
    return { integration, taken: others.map(({ name }) => name) };
  };

  return {
    status: readable(status),
    all: readable(all),
    /** The vault, for the live transport only. */
    vault,
    /** Checks the name of an account as typed. Returns what is wrong, or `null`. `id`: the account being renamed. */
    checkName(of: string, name: string, id: string | null): string | null {
      if (parts === null) return null;
      const { integration, taken } = placeOf(parts, of, id);
      return integration === undefined ? null : parts.checkNameFor(integration, name, taken);
    },
    /** Creates an account (`id` null) or updates one. An empty token keeps the stored token. Returns errors by field, or `null`. */
    async save(id: string | null, draft: AccountDraft): Promise<Readonly<Record<string, string>> | null> {
      const loaded = await loading;
      const { integration, taken } = placeOf(loaded, draft.integration, id);
      if (integration === undefined)
        return { integration: `There is no integration "${draft.integration}".` };
      const wrong = loaded.checkAccount(integration, draft, taken);
      if (Object.keys(wrong).length > 0) return wrong;
      const saved = await loaded.vault.save(id, draft);
      return saved.ok ? null : saved.message;
    },
    remove: async (id: string) => (await vault()).remove(id),
    makeDefault: async (id: string) => (await vault()).makeDefault(id),
    async test(id: string, cancelled: AbortSignal): Promise<ConnectionTest> {
      const loaded = await loading;
      const module = await import("./test-account").catch(messageOf);
      if (typeof module !== "string") return module.testAccount(loaded, id, cancelled);
      const message = `Couldn't load the test (${module}). Check your connection and try again.`;
      return { ok: false, route: null, message, attempts: [] };
    },
    setPassphrase: async (passphrase: string) => (await vault()).setPassphrase(passphrase),
    unlock: async (passphrase: string) => (await vault()).unlock(passphrase),
    removePassphrase: async () => (await vault()).removePassphrase(),
    lock: () => parts?.vault.lock(),
    forgetEverything: async () => (await vault()).forgetEverything(),
  };
}

/** Locks a vault that has a passphrase when the page has not been used for the minutes in the settings. */
function lockWhenIdle(vault: Vault, { settings }: SettingsModel): void {
  for (const sign of ["pointerdown", "keydown"] as const)
    addEventListener(sign, () => vault.touch(), { passive: true });
  setInterval(() => {
    const idleMs = Date.now() - vault.idleSince();
    if (idleMs > settings.peek().lockMinutes * MINUTE_MS) vault.lock();
  }, CHECK_IDLE_MS);
}
