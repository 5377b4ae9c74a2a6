import { cleanToken } from "../shared/access-token";
import { checkAccountName } from "../shared/account-name";
import type { AccountDraft } from "./account";
import type { AccountRecord } from "./record";

export const NO_CRYPTO =
  "The browser offers no encryption on this page, so tokens cannot be saved. Open it over https or on localhost.";

/**
 * What the vault itself checks of a draft: its name against the other accounts, its token against what a header can carry.
 *
 * @param before the account being changed; `null` for a new one.
 * @returns the clean token (`null` if none was typed), or errors by `name` and `token`.
 */
export function checkDraft(
  draft: AccountDraft,
  accounts: readonly AccountRecord[],
  before: AccountRecord | null,
  canEncrypt: boolean,
):
  | { readonly ok: true; readonly token: string | null }
  | { readonly ok: false; readonly problems: Readonly<Record<string, string>> } {
  const taken = accounts
    .filter((other) => other.integration === draft.integration && other.id !== before?.id)
    .map(({ name }) => name);
  const problems: Record<string, string> = {};
  const wrongName = checkAccountName(draft.name, { taken, functionNames: [] });
  if (wrongName !== null) problems.name = wrongName;

  const typed = draft.token.trim() === "" ? null : cleanToken(draft.token);
  if (typed !== null && !typed.ok) problems.token = typed.message;
  else if (typed !== null && !canEncrypt) problems.token = NO_CRYPTO;

  if (Object.keys(problems).length > 0) return { ok: false, problems };
  return { ok: true, token: typed?.ok ? typed.value : null };
}
