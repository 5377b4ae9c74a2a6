/** Pure steps over the stored accounts. In each integration that has accounts exactly one is the default. */
import { cleanToken, type Route } from "../shared/access-token";
import { checkAccountName } from "../shared/account-name";
import type { DeepReadonly } from "../shared/readonly";
import type { Result } from "../shared/result";
import type { AccountRecord } from "./record";

/** A saved account. It contains only the last four characters of its token. */
export interface SavedAccount extends DeepReadonly<Omit<AccountRecord, "token">> {
  /** `null` if no token is saved. */
  readonly tokenTail: string | null;
}

/** An account as typed. An empty `token` keeps the saved one. */
export interface AccountDraft extends Pick<SavedAccount, "integration" | "name" | "fields" | "isDefault"> {
  readonly token: string;
}

type Accounts = readonly AccountRecord[];

export const NO_CRYPTO =
  "The browser offers no encryption on this page, so tokens can't be saved. Open it over https or on localhost.";

/**
 * Checks a draft's name against the other accounts, and its token.
 *
 * @param before the account being changed; `null` for a new one.
 * @returns the clean token (`null` if none was typed), or errors by `name` and `token`.
 */
export function checkDraft(
  draft: AccountDraft,
  accounts: Accounts,
  before: AccountRecord | null,
  canEncrypt: boolean,
): Result<string | null, Readonly<Record<string, string>>> {
  const taken = accounts
    .filter((other) => other.integration === draft.integration && other.id !== before?.id)
    .map(({ name }) => name);
  const wrong: Record<string, string> = {};
  const wrongName = checkAccountName(draft.name, { taken, functionNames: [] });
  if (wrongName !== null) wrong.name = wrongName;

  const typed = draft.token.trim() === "" ? null : cleanToken(draft.token);
  if (typed !== null && !typed.ok) wrong.token = typed.message;
  else if (typed !== null && !canEncrypt) wrong.token = NO_CRYPTO;

  if (Object.keys(wrong).length > 0) return { ok: false, message: wrong };
  return { ok: true, value: typed?.ok ? typed.value : null };
}

/** An account as the rest of the page sees it. */
export function publicAccount({ token, ...rest }: AccountRecord): SavedAccount {
  return { ...rest, tokenTail: token === null ? null : token.tail };
}

/**
 * Applies a draft to an account, or creates one if `before` is `null`. Empty fields are removed. A changed field or token
 * clears the route, since that was found with the old ones.
 */
export function applyDraft(
  id: string,
  before: AccountRecord | null,
  draft: AccountDraft,
  newToken: AccountRecord["token"],
): AccountRecord {
  const trimmed = Object.entries(draft.fields).map(([name, value]) => [name, value.trim()] as const);
  const fields = Object.fromEntries(trimmed.filter(([, value]) => value !== ""));
  const sameWay = before !== null && newToken === null && sameFields(before.fields, fields);
  return {
    id,
    integration: draft.integration,
    name: draft.name,
    fields,
    isDefault: draft.isDefault,
    route: sameWay ? before.route : null,
    token: newToken ?? before?.token ?? null,
  };
}

/** Puts an account in its old place, or last. If it is the default, the others no longer are. */
export function putAccount(accounts: Accounts, account: AccountRecord): Accounts {
  const known = accounts.some(({ id }) => id === account.id);
  const next = known
    ? accounts.map((other) => (other.id === account.id ? account : other))
    : [...accounts, account];
  return oneDefault(next, account.integration, account.isDefault ? account.id : null);
}

/** Removes an account. If it was the default, the first of its integration becomes the default. */
export function dropAccount(accounts: Accounts, id: string): Accounts {
  const gone = accounts.find((account) => account.id === id);
  if (gone === undefined) return accounts;
  const next = accounts.filter((account) => account !== gone);
  return oneDefault(next, gone.integration, null);
}

export function chooseDefault(accounts: Accounts, id: string): Accounts {
  const chosen = accounts.find((account) => account.id === id);
  return chosen === undefined ? accounts : oneDefault(accounts, chosen.integration, id);
}

/** Remembers how an account's requests reach the API. */
export function chooseRoute(accounts: Accounts, id: string, route: Route | null): Accounts {
  return accounts.map((account) => (account.id === id ? { ...account, route } : account));
}

/** Without `wanted`, the default stays the same. If there is none, the first account becomes the default. */
function oneDefault(accounts: Accounts, integration: string, wanted: string | null): Accounts {
  const siblings = accounts.filter((account) => account.integration === integration);
  const chosen = wanted ?? siblings.find((account) => account.isDefault)?.id ?? siblings[0]?.id;
  return accounts.map((account) => {
    const isDefault = account.id === chosen;
    return account.integration !== integration || account.isDefault === isDefault
      ? account
      : { ...account, isDefault };
  });
}

function sameFields(a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): boolean {
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...names].every((name) => a[name] === b[name]);
}
