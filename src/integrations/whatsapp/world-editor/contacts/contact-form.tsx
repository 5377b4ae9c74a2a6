import { useState } from "preact/hooks";
import { ChoiceField, TextField } from "../../../../ui/parts/field";
import { contactIndex } from "../../simulator/world/lookup";
import type { World } from "../../simulator/world/world";
import type { WhatsAppWorld } from "../../world";
import { EditForm } from "../edit-form";
import { withContact } from "../world-changes";
import { type ContactDraft, contactName, readContact, waIdOf } from "./contact-draft";
import { behaviours, blocks, marketingChoices, windowWords, wordsOf } from "./contact-words";

interface Props {
  readonly model: WhatsAppWorld;
  readonly world: World;
  readonly draft: ContactDraft;
  onChange(draft: ContactDraft): void;
  onSaved(): void;
  onCancel(): void;
}

/** Adds a contact or changes one. */
export function ContactForm({ model, world, draft, onChange, onSaved, onCancel }: Props) {
  const [refusals, setRefusals] = useState(0);
  const [refused, setRefused] = useState<string | null>(null);
  const read = readContact(world, draft);
  const errors = read.ok ? {} : read.errors;
  const errorOf = (field: string) =>
    refusals > 0 || field !== "number" || draft.number !== "" ? (errors[field] ?? null) : null;
  const change = (part: Partial<ContactDraft>) => onChange({ ...draft, ...part });
  const known = draft.original === null ? undefined : contactIndex.find(world.contacts, draft.original);
  const waId = errors.number === undefined ? waIdOf(world, draft.number) : null;

  const save = () => {
    if (!read.ok) return setRefusals(refusals + 1);
    const wrong = model.edit((now) => withContact(now, read.contact, draft.original));
    if (wrong === null) onSaved();
    else setRefused(`The contact was not saved. ${wrong}`);
  };
  return (
    <EditForm
      title={known === undefined ? "New contact" : contactName(known)}
      error={refused}
      refusals={refusals}
      submit={known === undefined ? "Add contact" : "Save"}
      onSubmit={save}
      onCancel={onCancel}
    >
      <TextField
        label="Name"
        optional
        value={draft.name}
        error={errorOf("name")}
        hint="As WhatsApp shows it; leave it empty for a person who shows none."
        input={{ maxLength: 100 }}
        onInput={(name) => change({ name })}
      />
      <TextField
        label="Phone number"
        value={draft.number}
        error={errorOf("number")}
        hint={`${waId === null ? "" : `WhatsApp ID \`${waId}\`. `}Made-up numbers are fine, such as +1 555 010 0142.`}
        input={{ inputMode: "tel", placeholder: "+1 555 010 0142" }}
        onInput={(number) => change({ number })}
      />
      <ChoiceField
        label="What the contact does"
        value={draft.behaviour}
        options={behaviours}
        hint={wordsOf(behaviours, draft.behaviour).means}
        onChange={(behaviour) => change({ behaviour })}
      />
      <ChoiceField
        label="Who blocked whom"
        value={draft.blockedBy}
        options={blocks}
        hint={wordsOf(blocks, draft.blockedBy).means}
        onChange={(blockedBy) => change({ blockedBy })}
      />
      <ChoiceField
        label="Marketing"
        value={draft.marketing}
        options={marketingChoices}
        hint={wordsOf(marketingChoices, draft.marketing).means}
        onChange={(marketing) => change({ marketing })}
      />
      {world.accounts.length === 0 ? null : (
        <fieldset class="world-group">
          <legend>Last wrote to</legend>
          <p class="note">
            Hours ago. For 24 h after it, the window is open and free text reaches the contact.
          </p>
          {world.accounts.map((account) => (
            <TextField
              key={account.phoneNumberId}
              label={`${account.name}, hours ago`}
              value={draft.wrote[account.phoneNumberId] ?? ""}
              error={errorOf(account.phoneNumberId)}
              hint={read.ok ? windowWords(world, read.contact, account.phoneNumberId) : "\u00a0"}
              input={{ inputMode: "decimal", placeholder: "never" }}
              onInput={(hours) => change({ wrote: { ...draft.wrote, [account.phoneNumberId]: hours } })}
            />
          ))}
        </fieldset>
      )}
    </EditForm>
  );
}
