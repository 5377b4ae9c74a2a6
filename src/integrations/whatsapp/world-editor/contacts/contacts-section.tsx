import { Trash2, UserPlus } from "lucide";
import { useMemo, useState } from "preact/hooks";
import type { Playground } from "../../../../app/playground";
import { Button, IconButton } from "../../../../ui/parts/button";
import type { Contact } from "../../simulator/world/contact";
import { contactIndex } from "../../simulator/world/lookup";
import type { World } from "../../simulator/world/world";
import { type EditorState, turnTo, typed } from "../editor-state";
import { ListAndForm } from "../list-and-form";
import { ShortList } from "../short-list";
import { withContact, withoutContact } from "../world-changes";
import { contactDraft, contactName } from "./contact-draft";
import { ContactForm } from "./contact-form";
import { filterContacts, traits } from "./contact-words";

interface Props {
  readonly playground: Playground;
  readonly state: EditorState;
  readonly world: World;
}

/** The people whom the business writes to. */
export function ContactsSection({ playground, state, world }: Props) {
  const [filter, setFilter] = useState("");
  const all = useMemo(() => world.contacts.flat(), [world.contacts]);
  const shown = filterContacts(all, filter);
  const draft = state.contact.value?.now ?? null;
  const open = (contact: Contact | null) => {
    turnTo(state.contact, contactDraft(world, contact), playground.notices);
  };
  const remove = (contact: Contact) => {
    const { notices, world: model } = playground;
    const at = contactIndex.position(world.contacts, contact.waId);
    const wrong = model.edit((now) => withoutContact(now, contact.waId));
    if (state.contact.peek()?.now.original === contact.waId) state.contact.value = null;
    if (wrong !== null) return notices.show({ tone: "error", text: `The contact was not removed. ${wrong}` });
    notices.show({
      tone: "info",
      text: `${contactName(contact)} was removed from the contacts.`,
      action: {
        label: "Undo",
        run() {
          const refused = model.edit((now) => withContact(now, contact, contact.waId, at));
          if (refused !== null) notices.show({ tone: "error", text: `The contact is not back. ${refused}` });
        },
      },
    });
  };
  return (
    <ListAndForm
      empty="Choose a contact to see what it does with messages, or add one."
      list={
        <>
          <div class="world-tools">
            <input
              class="input"
              type="search"
              aria-label="Filter contacts"
              placeholder="Name or number"
              value={filter}
              onInput={(event) => setFilter(event.currentTarget.value)}
            />
            <Button icon={UserPlus} onClick={() => open(null)}>
              Add contact
            </Button>
          </div>
          {shown.length === 0 ? (
            <p class="world-empty">
              {all.length === 0 ? "This world has no contacts yet." : "No contact fits the filter."}
            </p>
          ) : (
            <ShortList key={filter} label="Contacts" items={shown}>
              {(contact) => (
                <li key={contact.waId} class="world-item" data-current={draft?.original === contact.waId}>
                  <button
                    type="button"
                    class="world-open"
                    aria-pressed={draft?.original === contact.waId}
                    onClick={() => open(contact)}
                  >
                    <span class="world-item-name">{contactName(contact)}</span>
                    <span class="note">
                      +{contact.waId} · {traits(contact)}
                    </span>
                  </button>
                  <IconButton
                    icon={Trash2}
                    label={`Remove ${contactName(contact)}`}
                    onClick={() => remove(contact)}
                  />
                </li>
              )}
            </ShortList>
          )}
        </>
      }
      form={
        draft === null ? null : (
          <ContactForm
            key={draft.original ?? "new"}
            model={playground.world}
            world={world}
            draft={draft}
            onChange={(next) => typed(state.contact, next)}
            onSaved={() => {
              state.contact.value = null;
            }}
            onCancel={() => turnTo(state.contact, null, playground.notices)}
          />
        )
      }
    />
  );
}
