import { member } from "../../../shared/json";
import type { Call } from "./graph/call";
import { hasNestedFields, nested } from "./graph/nested-fields";
import { type GraphRoute, type RouteTable, routeTable } from "./graph/route";
import { acceptMessage } from "./messages/send";
import { hasRecipient, sendToUser } from "./messages/send-to-user";
import { contactsEdge } from "./nodes/contacts";
import { markRead, messageNode } from "./nodes/message";
import { listHistoryEvents, listMessageHistory } from "./nodes/message-history";
import { listPhoneNumbers, phoneNumber } from "./nodes/phone-numbers";
import { isFiltered, listFilteredTemplates } from "./nodes/template-filters";
import { templateNode, templatesEdge } from "./nodes/templates";
import { currentUser, debugToken } from "./nodes/token";
import { wabaNode } from "./nodes/waba";
import { isMissingShape, missingBatch, missingCall } from "./not-simulated";

const messages = {
  method: "POST",
  node: "phone_number",
  edge: "messages",
  scope: "whatsapp_business_messaging",
} as const;

const templates = {
  method: "GET",
  edge: "message_templates",
  operation: "list_templates",
  scope: "whatsapp_business_management",
} as const;

/**
 * The calls of the integration's functions, which are all a run needs. If a function needs one of `httpOnlyRoutes`, move its row
 * up here.
 */
const functionRoutes: readonly GraphRoute[] = [
  { method: "GET", node: "me", edge: null, operation: "get_current_user", answer: currentUser },
  { method: "GET", node: "message", edge: null, operation: "get_message", answer: messageNode },
  { method: "GET", node: "phone_number", edge: "contacts", operation: "list_contacts", answer: contactsEdge },
  { ...templates, node: "waba", answer: templatesEdge },
  // Templates belong to the WhatsApp Business Account. An account without one asks its number (extension).
  { ...templates, node: "phone_number", answer: templatesEdge },
  { ...messages, operation: "send_template", when: isTemplate, answer: acceptMessage },
  { ...messages, operation: "send_message", answer: acceptMessage },
];

/** Calls that only other clients make, over HTTP. Builds of the page and its workers drop these rows and their handlers. */
const httpOnlyRoutes = (): readonly GraphRoute[] => [
  {
    ...messages,
    when: ({ body }) => member(body, "status") !== undefined,
    operation: "mark_read",
    answer: markRead,
  },
  {
    ...messages,
    when: (call) => hasRecipient(call) && isTemplate(call),
    operation: "send_template",
    answer: sendToUser,
  },
  { ...messages, when: hasRecipient, operation: "send_message", answer: sendToUser },
  { ...templates, node: "waba", when: isSelective, answer: nested(listFilteredTemplates) },
  { ...templates, node: "phone_number", when: isSelective, answer: nested(listFilteredTemplates) },
  {
    method: "GET",
    node: "me",
    edge: null,
    when: hasNestedFields,
    operation: "get_current_user",
    answer: nested(currentUser),
  },
  {
    method: "GET",
    node: "phone_number",
    edge: "contacts",
    when: hasNestedFields,
    operation: "list_contacts",
    answer: nested(contactsEdge),
  },
  {
    method: "GET",
    node: "phone_number",
    edge: null,
    operation: "get_phone_number",
    answer: nested(phoneNumber),
  },
  {
    method: "GET",
    node: "template",
    edge: null,
    scope: "whatsapp_business_management",
    answer: nested(templateNode),
  },
  {
    method: "GET",
    node: "waba",
    edge: null,
    answer: wabaNode,
  },
  {
    method: "GET",
    node: "waba",
    edge: "phone_numbers",
    scope: "whatsapp_business_management",
    answer: nested(listPhoneNumbers),
  },
  { method: "GET", node: "phone_number", edge: "message_history", answer: listMessageHistory },
  { method: "GET", node: "message_history", edge: "events", answer: listHistoryEvents },
  { method: "GET", node: "debug_token", edge: null, answer: debugToken },
];

/** The routes of a run. */
export const runRoutes: RouteTable = /* @__PURE__ */ routeTable(null, functionRoutes);

/** Everything simulated, and what else Meta has. */
export const allRoutes: RouteTable = /* @__PURE__ */ routeTable(
  { call: missingCall, batch: missingBatch, isShape: isMissingShape },
  /* @__PURE__ */ httpOnlyRoutes(),
  functionRoutes,
);

function isSelective(call: Call): boolean {
  return isFiltered(call) || hasNestedFields(call);
}

/** Whether a send is a template message. */
function isTemplate({ body }: Call): boolean {
  return member(body, "type") === "template";
}
