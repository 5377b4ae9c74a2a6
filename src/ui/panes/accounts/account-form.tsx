import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Integration } from "../../../integrations/catalog";
import { messageOf } from "../../../shared/message-of";
import type { Account, AccountDraft } from "../../../vault/account";
import { usePlayground } from "../../page";
import { TextField } from "../../parts/field";
import { draftOf, type FieldErrors, firstWrong, strayErrors } from "./draft";

interface FormProps {
  readonly integration: Integration;
  /** Null: a new account. */
  readonly account: Account | null;
  onClose(): void;
}

/** Adds or changes an account: name, token and the settings that the catalog names. */
export function AccountForm({ integration, account, onClose }: FormProps) {
  const playground = usePlayground();
  const { accounts } = playground;
  const fields = integration.accountFields;
  const [draft, setDraft] = useState(() =>
    draftOf(
      integration,
      account,
      accounts.all.peek().every((other) => other.integration !== integration.id),
    ),
  );
  const [errors, setErrors] = useState<FieldErrors>({});
  const [saving, setSaving] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const change = (part: Partial<AccountDraft>) => setDraft((now) => ({ ...now, ...part }));
  const input = (name: string) => form.current?.querySelector<HTMLInputElement>(`[name="${name}"]`);

  useLayoutEffect(() => input("name")?.focus(), []);

  // The name is checked as typed; the rest when it is saved.
  const nameError =
    draft.name === ""
      ? (errors.name ?? null)
      : accounts.checkName(integration.id, draft.name, account?.id ?? null);

  const refuse = (wrong: FieldErrors) => {
    setErrors(wrong);
    const first = firstWrong(wrong, fields);
    if (first !== null) input(first)?.focus();
  };
  const save = async () => {
    setSaving(true);
    try {
      const refused = await accounts.save(account?.id ?? null, draft);
      setSaving(false);
      if (refused === null) onClose();
      else refuse(refused);
    } catch (error) {
      setSaving(false);
      setErrors({
        form: `The account was not saved: ${messageOf(error)}`,
      });
    }
  };
  const renamed = account !== null && draft.name !== account.name && nameError === null;
  const path = `app.integrations.${integration.id}`;
  return (
    <form
      ref={form}
      class="accounts-form"
      noValidate
      autocomplete="off"
      aria-label={account === null ? "New account" : `Account ${account.name}`}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape") onClose();
      }}
    >
      {strayErrors(errors, fields).map((text) => (
        <p class="accounts-wrong" role="alert" key={text}>
          {text}
        </p>
      ))}
      <TextField
        label="Name"
        value={draft.name}
        error={nameError}
        hint={
          renamed
            ? `Scripts that say \`${path}.${account.name}\` must then say \`${path}.${draft.name}\`.`
            : `Scripts call it as \`${path}.${draft.name === "" || nameError !== null ? "NAME" : draft.name}\`.`
        }
        input={{ name: "name", autocomplete: "off", placeholder: "support" }}
        onInput={(name) => change({ name })}
      />
      <TextField
        label="Access token"
        value={draft.token}
        error={errors.token ?? null}
        hint={`${integration.authorization.hint} It is encrypted in this browser and never shown again.`}
        input={{
          name: "token",
          type: "password",
          autocomplete: "off",
          placeholder:
            account === null || account.tokenTail === null ? "" : `saved, ends in ${account.tokenTail}`,
        }}
        onInput={(token) => change({ token })}
      />
      {fields.map((field) => (
        <TextField
          key={field.name}
          label={field.label}
          value={draft.fields[field.name] ?? ""}
          error={errors[field.name] ?? null}
          hint={field.description}
          optional={!field.required}
          input={{ name: field.name, autocomplete: "off", placeholder: field.default ?? "" }}
          onInput={(value) => change({ fields: { ...draft.fields, [field.name]: value } })}
        />
      ))}
      <label class="accounts-check">
        <input
          type="checkbox"
          checked={draft.isDefault}
          disabled={account?.isDefault === true}
          onInput={(event) => change({ isDefault: event.currentTarget.checked })}
        />
        <span>Default account, used when a script names none</span>
      </label>
      <div class="accounts-actions">
        <button type="submit" class="pane-button pane-button-main" disabled={saving}>
          {saving ? "Saving…" : "Save"}
        </button>
        <button type="button" class="pane-button" onClick={onClose}>
          Cancel
        </button>
      </div>
    </form>
  );
}
