import { ChunkIndex } from "./chunks";
import type { Contact } from "./contact";
import type { Message } from "./message";
import type { Template } from "./template";

/** Messages by id. */
export const messageIndex = new ChunkIndex<Message>((message) => message.id);

/** Contacts by WhatsApp ID. */
export const contactIndex = new ChunkIndex<Contact>((contact) => contact.waId);

/** An index of a list that never changes, made on first use and dropped with the list. */
function remembered<List extends object, Index>(make: (list: List) => Index): (list: List) => Index {
  const made = new WeakMap<List, Index>();
  return (list) => {
    const known = made.get(list);
    if (known !== undefined) return known;
    const index = make(list);
    made.set(list, index);
    return index;
  };
}

const templatesByName = remembered(
  (templates: readonly Template[]) => new Map(templates.map((one) => [`${one.name} ${one.language}`, one])),
);
const templatePositions = remembered(
  (templates: readonly Template[]) => new Map(templates.map((one, at) => [one.id, at])),
);
/** The template of this name in this language, or `undefined`. */
export function findTemplate(
  templates: readonly Template[],
  name: string,
  language: string,
): Template | undefined {
  return templatesByName(templates).get(`${name} ${language}`);
}

/** A template's position in the list, or `undefined`. */
export function templatePosition(templates: readonly Template[], id: string): number | undefined {
  return templatePositions(templates).get(id);
}
