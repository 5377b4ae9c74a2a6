import { member } from "../../../shared/json";
import { type Route, type RouteTable, routeTable } from "./graph/route";
import { markRead } from "./messages/mark-read";
import { hasRecipient, sendToUser } from "./messages/send-to-user";
import { listHistoryEvents, listMessageHistory } from "./nodes/message-history";
import { listPhoneNumbers, phoneNumber } from "./nodes/phone-numbers";
import { isFiltered, listFilteredTemplates } from "./nodes/template-filters";
import { templateNode } from "./nodes/templates";
import { debugToken } from "./nodes/token";
import { isTemplate, routes } from "./routes";

const filtered = {
  method: "GET",
  edge: "message_templates",
  when: isFiltered,
  operation: "list_templates",
  scope: "whatsapp_business_management",
  answer: listFilteredTemplates,
} as const;

const messages = {
  method: "POST",
  node: "phone_number",
  edge: "messages",
  scope: "whatsapp_business_messaging",
} as const;

/**
 * What no function of the integration asks for, but other clients do. A run does without it. For a function that needs one
 * of these, move its row to `routes.ts`.
 */
const httpOnlyRoutes: readonly Route[] = [
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
  { ...filtered, node: "waba" },
  { ...filtered, node: "phone_number" },
  { method: "GET", node: "phone_number", edge: null, operation: "get_phone_number", answer: phoneNumber },
  {
    method: "GET",
    node: "template",
    edge: null,
    scope: "whatsapp_business_management",
    answer: templateNode,
  },
  {
    method: "GET",
    node: "waba",
    edge: null,
    answer: ({ world }) => ({ body: { id: world.waba.id, name: world.waba.name } }),
  },
  {
    method: "GET",
    node: "waba",
    edge: "phone_numbers",
    scope: "whatsapp_business_management",
    answer: listPhoneNumbers,
  },
  { method: "GET", node: "phone_number", edge: "message_history", answer: listMessageHistory },
  { method: "GET", node: "message_history", edge: "events", answer: listHistoryEvents },
  { method: "GET", node: "debug_token", edge: null, answer: debugToken },
];

/** Everything that is simulated. */
export const allRoutes: RouteTable = /* @__PURE__ */ routeTable(httpOnlyRoutes, routes);
