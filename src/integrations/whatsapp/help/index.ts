/** Completion and explanations of WhatsApp's arguments. */
import type { PartialTable } from "../../argument-check";
import type { ArgumentPlace, Suggestion } from "../../argument-help";
import type { WorldData } from "../world-data";
import { componentSuggestions } from "./components";
import { explainContact, suggestContacts } from "./contacts";
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

/** Help by function. */
export const whatsappHelp: Readonly<Record<string, FunctionHelp>> = {
  send_message: sendMessage,
  send_template: sendTemplate,
};
