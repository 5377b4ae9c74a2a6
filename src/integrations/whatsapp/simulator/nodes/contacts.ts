import { fieldPicker } from "../graph/fields";
import { pageOf } from "../graph/paging";
import type { Asked, GraphOutcome } from "../graph/route";
import { countOf, itemAt } from "../world/chunks";
import { contactIndex } from "../world/lookup";

const picker = fieldPicker("WhatsAppContact", "wa_id profile_name");

/**
 * `GET /{phone-number-id}/contacts`, which the real API does not have: all contacts of the business, the same for each of its
 * numbers, in the order they were added. Contacts that show no name have no `profile_name`.
 */
export function contactsEdge({ world, call }: Asked): GraphOutcome {
  const pick = picker(call.query.get("fields"));
  const { contacts } = world;
  const body = pageOf(call, {
    kind: "contact",
    count: countOf(contacts),
    at: (position) => itemAt(contacts, position),
    position: (waId) => contactIndex.position(contacts, waId),
    idOf: (contact) => contact.waId,
    write: ({ waId, profileName }) =>
      pick({ wa_id: waId, ...(profileName === null ? {} : { profile_name: profileName }) }),
  });
  return { body };
}
