import type { Integration } from "../catalog";
import { accountFields } from "./account-fields";
import { read } from "./answers";
import { explain } from "./explain";
import { getCurrentUser } from "./get-current-user";
import { getMessage } from "./get-message";
import { listContacts } from "./list-contacts";
import { listTemplates } from "./list-templates";
import { remark } from "./remark";
import { NOT_CONFIGURED } from "./requests";
import { sendMessage } from "./send-message";
import { sendTemplate } from "./send-template";

/** WhatsApp Business through Meta's Cloud API: six functions, as the agent host names them. */
export const whatsapp: Integration = {
  id: "whatsapp",
  title: "WhatsApp Business",
  auth: "bearer token",
  summary: "Send texts and templates to people on WhatsApp, and look up templates, contacts and messages.",
  functions: [sendMessage, getMessage, listTemplates, listContacts, sendTemplate, getCurrentUser],
  accountFields,
  mockAccounts: ["default", "support", "sales"],
  messages: {
    notConfigured: NOT_CONFIGURED,
    connectionFailed: (reason) => `Failed to connect to WhatsApp API: ${reason}`,
  },
  read,
  explain,
  remark,
};
