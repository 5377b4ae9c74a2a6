/** Completion and explanations of WhatsApp's arguments. */
import type { ArgumentPlace, PartialTable, Suggestion } from "../../argument-help";
import type { WorldData } from "../simulator/page";
import { componentSuggestions } from "./components";
import { explainLanguage, explainTemplate, suggestLanguages, suggestTemplates } from "./templates";

interface FunctionHelp {
  suggest(place: ArgumentPlace, args: PartialTable, data: WorldData | null): readonly Suggestion[] | null;
  explain(place: ArgumentPlace, value: string, args: PartialTable, data: WorldData | null): string | null;
}

const sendMessage: FunctionHelp = {
  suggest: ({ path, key }, _args, data) => (path.length === 0 && key === "to" ? suggestContacts(data) : null),
  explain: ({ path, key }, value, _args, data) =>
    path.length === 0 && key === "to" ? explainContact(value, data) : null,
};

const sendTemplate: FunctionHelp = {
  suggest(place, args, data) {
    if (place.path.length > 0 || place.key === "components") return componentSuggestions(place, args, data);
    if (place.key === "to") return suggestContacts(data);
    if (place.key === "template_name") return suggestTemplates(data);
    return place.key === "language" ? suggestLanguages(args, data) : null;
  },
  explain({ path, key }, value, args, data) {
    if (path.length > 0) return null;
    if (key === "to") return explainContact(value, data);
    if (key === "template_name") return explainTemplate(value, data);
    return key === "language" ? explainLanguage(value, args, data) : null;
  },
};

export const whatsappHelp: Readonly<Record<string, FunctionHelp>> = {
  send_message: sendMessage,
  send_template: sendTemplate,
};

/** Numbers of the simulated world's contacts, or `null` if the world is unknown or has none. */
function suggestContacts(data: WorldData | null): readonly Suggestion[] | null {
  if (data === null || data.contacts.length === 0) return null;
  // One person can be a contact of several business numbers.
  const names = new Map(data.contacts.map(({ number, name }) => [number, name]));
  return [...names].map(([number, name]) => ({
    kind: "value",
    label: `"${number}"`,
    detail: name ?? "no profile name",
    documentation: `Contact in this world${name === null ? "" : `: **${name}**`}.`,
  }));
}

/** Whose number it is, or `null` if it is not a contact's in the simulated world. */
function explainContact(number: string, data: WorldData | null): string | null {
  const digits = number.replace(/\D/g, "");
  const contact = data?.contacts.find((each) => each.number === digits);
  if (contact === undefined) return null;
  return contact.name === null
    ? "A contact in this world, without a profile name."
    : `**${contact.name}**, a contact in this world.`;
}
