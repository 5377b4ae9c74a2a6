import { type Finding, fieldOf, type PartialTable } from "../../argument-check";
import type { WorldData } from "../world-data";
import { checkComponents } from "./components";
import { checkLanguage } from "./language";
import { checkMessageId } from "./message-id";
import { checkTo } from "./recipient";
import { checkTemplate } from "./template";

const recipient = (args: PartialTable) => checkTo(fieldOf(args, "to"));

/** Looks at the arguments of one call. `data`: the simulated world, or `null` if it is not known. */
type ArgumentCheck = (args: PartialTable, data: WorldData | null) => readonly Finding[];

/** What is known of the arguments of each function beyond their types. */
export const whatsappChecks: Readonly<Record<string, ArgumentCheck>> = {
  send_message: recipient,
  get_message: (args) => checkMessageId(fieldOf(args, "message_id")),
  send_template(args, data) {
    const language = checkLanguage(fieldOf(args, "language"));
    return [
      ...recipient(args),
      ...language,
      ...checkComponents(fieldOf(args, "components")),
      // What is no language code is no language of the template either.
      ...(language.length === 0 ? checkTemplate(args, data) : []),
    ];
  },
};
