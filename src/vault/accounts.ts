/** Pure steps over the stored accounts. In each integration that has accounts exactly one is the default. */
import type { Route } from "../shared/access-token";
import type { Account, AccountDraft } from "./account";
import type { AccountRecord } from "./record";

type Accounts = readonly AccountRecord[];

/** An account as the rest of the page sees it. */
export function publicAccount({ token, ...rest }: AccountRecord): Account {
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

/** Puts an account in its old place, or last. A default one takes that from the others. */
export function putAccount(accounts: Accounts, account: AccountRecord): Accounts {
  const known = accounts.some(({ id }) => id === account.id);
  const next = known
    ? accounts.map((other) => (other.id === account.id ? account : other))
    : [...accounts, account];
  return oneDefault(next, account.integration, account.isDefault ? account.id : null);
}

/** Takes an account out; when it was the default, the first of its integration becomes that. */
export function dropAccount(accounts: Accounts, id: string): Accounts {
  const gone = accounts.find((account) => account.id === id);
  if (gone === undefined) return accounts;
  const next = accounts.filter((account) => account !== gone);
  return oneDefault(next, gone.integration, null);
}

/** Makes one account its integration's default. */
export function chooseDefault(accounts: Accounts, id: string): Accounts {
  const chosen = accounts.find((account) => account.id === id);
  return chosen === undefined ? accounts : oneDefault(accounts, chosen.integration, id);
}

/** Remembers how an account's requests reach the API. */
export function chooseRoute(accounts: Accounts, id: string, route: Route | null): Accounts {
  return accounts.map((account) => (account.id === id ? { ...account, route } : account));
}

/** Without a `wanted` one the default stays as it is; if there is none, the first account becomes it. */
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
