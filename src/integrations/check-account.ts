import { checkAccountName, functionNamesOf } from "../shared/account-name";
import type { Integration } from "./catalog";

/**
 * Checks the name of an account of an integration.
 *
 * @param taken names of the integration's other accounts.
 * @returns `null` if the name is fine, or one sentence that says what is wrong.
 */
export function checkNameFor(
  integration: Integration,
  name: string,
  taken: readonly string[],
): string | null {
  return checkAccountName(name, { taken, functionNames: functionNamesOf(integration) });
}

/** Checks an account as typed, before it is saved. Returns what is wrong by field (`name` or an `AccountField.name`). */
export function checkAccount(
  integration: Integration,
  draft: { readonly name: string; readonly fields: Readonly<Record<string, string>> },
  taken: readonly string[],
): Readonly<Record<string, string>> {
  const wrong: Record<string, string> = {};
  const name = checkNameFor(integration, draft.name, taken);
  if (name !== null) wrong.name = name;
  for (const field of integration.accountFields) {
    const problem = field.check(draft.fields[field.name] ?? "");
    if (problem !== null) wrong[field.name] = problem;
  }
  return wrong;
}
