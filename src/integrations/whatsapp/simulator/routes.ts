import { member } from "../../../shared/json";
import type { Call } from "./graph/call";
import { type Route, type RouteTable, routeTable } from "./graph/route";
import { sendMessage } from "./messages/send";
import { listContacts } from "./nodes/contacts";
import { messageNode } from "./nodes/message";
import { listTemplates } from "./nodes/templates";
import { currentUser } from "./nodes/token";

const templates = {
  method: "GET",
  edge: "message_templates",
  operation: "list_templates",
  scope: "whatsapp_business_management",
  answer: listTemplates,
} as const;

const messages = {
  method: "POST",
  node: "phone_number",
  edge: "messages",
  scope: "whatsapp_business_messaging",
  answer: sendMessage,
} as const;

/** What the integration's functions ask for, which is all that a run needs. Other clients ask for more: `http-only-routes.ts`. */
export const routes: readonly Route[] = [
  { method: "GET", node: "me", edge: null, operation: "get_current_user", answer: currentUser },
  { method: "GET", node: "message", edge: null, operation: "get_message", answer: messageNode },
  { method: "GET", node: "phone_number", edge: "contacts", operation: "list_contacts", answer: listContacts },
  { ...templates, node: "waba" },
  // Templates belong to the WhatsApp Business Account; an account that names none asks its number (extension).
  { ...templates, node: "phone_number" },
  { ...messages, operation: "send_template", when: isTemplate },
  { ...messages, operation: "send_message" },
];

/** Whether a send is one of a template. */
export function isTemplate({ body }: Call): boolean {
  return member(body, "type") === "template";
}

export const runRoutes: RouteTable = /* @__PURE__ */ routeTable(routes);
