import type { AccountField, Integration } from "../../../integrations/catalog";
import type { Account, AccountDraft } from "../../../vault/account";

/** What is wrong, by field: `name`, `token`, or an `AccountField.name`. */
export type FieldErrors = Readonly<Record<string, string>>;

/** An empty draft, or one with an account's settings; never with its token. */
export function draftOf(integration: Integration, account: Account | null, first: boolean): AccountDraft {
  return {
    integration: integration.id,
    name: account?.name ?? "",
    fields: Object.fromEntries(
      integration.accountFields.map((field) => [field.name, account?.fields[field.name] ?? ""]),
    ),
    token: "",
    isDefault: account?.isDefault ?? first,
  };
}

/** The first field, in the form's order, that has an error; null when none has. */
export function firstWrong(errors: FieldErrors, fields: readonly AccountField[]): string | null {
  return (
    ["name", "token", ...fields.map((field) => field.name)].find((name) => Object.hasOwn(errors, name)) ??
    null
  );
}

/** Errors that belong to no field of the form, to be shown above it. */
export function strayErrors(errors: FieldErrors, fields: readonly AccountField[]): readonly string[] {
  const known = new Set(["name", "token", ...fields.map((field) => field.name)]);
  return Object.entries(errors).flatMap(([name, text]) => (known.has(name) ? [] : [text]));
}
