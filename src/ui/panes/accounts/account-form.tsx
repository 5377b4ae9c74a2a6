import { useState } from "preact/hooks";
import type { Integration } from "../../../integrations/catalog";
import { cleanToken } from "../../../shared/access-token";
import type { AccountDraft, SavedAccount } from "../../../vault/accounts";
import { usePlayground } from "../../page";
import { check, type Fields, lensOf, line } from "../../parts/form/fields";
import { Form } from "../../parts/form/form";

interface FormProps {
  readonly integration: Integration;
  /** `null` for a new account. */
  readonly account: SavedAccount | null;
  onClose(): void;
}

/** Adds or changes an account: name, token and the settings listed in the catalog. */
export function AccountForm({ integration, account, onClose }: FormProps) {
  const { accounts } = usePlayground();
  const id = account?.id ?? null;
  const [start] = useState(() =>
    draftOf(
      integration,
      account,
      accounts.all.peek().every((other) => other.integration !== integration.id),
    ),
  );
  return (
    <Form
      label={account === null ? "New account" : `Account ${account.name}`}
      class="accounts-form"
      fields={accountFields(integration, account, (name) => accounts.checkName(integration.id, name, id))}
      start={start}
      isNew={account === null}
      autofocus
      submit="Save"
      busy="Saving…"
      onEscape={onClose}
      onCancel={onClose}
      onSave={async (draft) => {
        const refused = await accounts.save(id, draft);
        if (refused === null) onClose();
        return refused;
      }}
    />
  );
}

/** An empty draft, or one with an account's settings but never its token. @internal */
export function draftOf(
  integration: Integration,
  account: SavedAccount | null,
  first: boolean,
): AccountDraft {
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

/** The name is checked as it is typed, the rest on saving: all at once, so that no fault hides another. @internal */
export function accountFields(
  integration: Integration,
  account: SavedAccount | null,
  checkName: (name: string) => string | null,
): Fields<AccountDraft> {
  const at = lensOf<AccountDraft>();
  const path = `app.integrations.${integration.id}`;
  const autocomplete = "off";
  const placeholder =
    account === null || account.tokenTail === null ? "" : `saved, ends in ${account.tokenTail}`;
  return [
    line("Name", at("name"), {
      hint: ({ name }) => {
        const isWrong = checkName(name) !== null;
        return account === null || isWrong || name === account.name
          ? `Scripts call it as \`${path}.${isWrong ? "NAME" : name}\`.`
          : `Change \`${path}.${account.name}\` to \`${path}.${name}\` in your scripts.`;
      },
      check: checkName,
      input: { autocomplete, placeholder: "support" },
    }),
    line("Access token", at("token"), {
      hint: `${integration.authorization.hint} Stored encrypted in this browser, and never shown again.`,
      check: (token) => checkToken(token, account),
      ...(account?.tokenTail === null && { wanted: "No token is saved. Live runs need one." }),
      late: true,
      input: { type: "password", autocomplete, placeholder },
    }),
    ...integration.accountFields.map((field) =>
      line<AccountDraft>(
        field.label,
        {
          id: field.name,
          get: ({ fields }) => fields[field.name] ?? "",
          set: (draft, text) => ({ ...draft, fields: { ...draft.fields, [field.name]: text } }),
        },
        {
          hint: field.description,
          optional: !field.required,
          check: field.check,
          late: true,
          input: { autocomplete, placeholder: field.default ?? "" },
        },
      ),
    ),
    check("Use as the default account", at("isDefault"), {
      input: { disabled: account?.isDefault === true },
    }),
  ];
}

/** A saved account keeps its token, or stays without one, such as when the vault could not read it. */
function checkToken(token: string, account: SavedAccount | null): string | null {
  if (token.trim() === "") return account === null ? "Enter the access token." : null;
  const clean = cleanToken(token);
  return clean.ok ? null : clean.message;
}
