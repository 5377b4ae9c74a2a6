import type { Suggestion } from "../../argument-help";
import type { WorldData } from "../world-data";

/** Numbers of the simulated world's people; null when it is not known or empty. */
export function suggestContacts(data: WorldData | null): readonly Suggestion[] | null {
  if (data === null || data.contacts.length === 0) return null;
  // One person can be a contact of several business numbers.
  const names = new Map(data.contacts.map(({ number, name }) => [number, name]));
  return [...names].map(([number, name]) => ({
    kind: "value",
    label: `"${number}"`,
    detail: name ?? "no profile name",
    documentation: `Contact of the simulated world${name === null ? "" : `: **${name}**`}.`,
  }));
}

/** Whose number it is; null when nobody of the simulated world has it. */
export function explainContact(number: string, data: WorldData | null): string | null {
  const digits = number.replace(/\D/g, "");
  const contact = data?.contacts.find((each) => each.number === digits);
  if (contact === undefined) return null;
  return contact.name === null
    ? "A contact of the simulated world without a profile name."
    : `**${contact.name}**, a contact of the simulated world.`;
}
