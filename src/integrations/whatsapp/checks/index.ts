import type { ArgumentChecks, PartialTable } from "../../argument-check";
import { fieldOf } from "../../argument-check";
import { checkComponents } from "./components";
import { checkLanguage } from "./language";
import { checkMessageId } from "./message-id";
import { checkRecipient } from "./recipient";
import { checkTemplate } from "./template";

const recipient = (args: PartialTable) => checkRecipient(fieldOf(args, "to"));

/** What is known of the arguments of each function beyond their types. */
export const whatsappChecks: ArgumentChecks = {
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
