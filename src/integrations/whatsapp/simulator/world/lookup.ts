import { memoized } from "../../../../shared/memoized";
import { ChunkIndex } from "./chunks";
import type { Contact } from "./contact";
import type { Message } from "./message";
import type { Template } from "./template";

/** Messages by id. */
export const messageIndex = new ChunkIndex<Message>((message) => message.id);

/** Contacts by WhatsApp ID. */
export const contactIndex = new ChunkIndex<Contact>((contact) => contact.waId);

// Indices of lists that never change.
const templatesByName = memoized(
  (templates: readonly Template[]) => new Map(templates.map((one) => [`${one.name} ${one.language}`, one])),
);
const templatePositions = memoized(
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
