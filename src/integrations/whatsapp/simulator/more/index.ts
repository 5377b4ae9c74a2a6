import type { HttpRequest } from "../../../../shared/http-message";
import type { Reply } from "../../../simulation";
import type { Call } from "../graph/call";
import { checkScope } from "../graph/token";
import type { Outcome } from "../messages/send";
import { templateNode } from "../nodes/templates";
import { read, respond, templates } from "../respond";
import type { Account } from "../world/account";
import type { WorldEvent } from "../world/event";
import type { World } from "../world/world";
import { debugToken } from "./debug-token";
import { markRead } from "./mark-read";
import { listHistoryEvents, listMessageHistory } from "./message-history";
import { listPhoneNumbers, phoneNumber } from "./phone-numbers";
import { sendToUser } from "./send-to-user";
import { keptTemplates } from "./template-filters";
import { summaryOf } from "./template-summary";

/**
 * Answers as `respond` does, and besides what no function of the namespace asks for and other clients do. A run's worker,
 * which is fetched before the first run, does without it.
 */
export function respondToAll(
  world: World,
  request: HttpRequest,
): { readonly reply: Reply; readonly events: readonly WorldEvent[] } {
  return respond(world, request, more);
}

/** The outcome of a call that is one of these; null: it is for `respond`. The token is checked. */
function more(world: World, call: Call, account: Account): Outcome | null {
  const [id = "", edge] = call.path;
  const ofNumber = id === account.phoneNumberId;
  const ofWaba = id === world.waba.id;
  if (call.method === "POST" && ofNumber && edge === "messages") {
    checkScope(account, "whatsapp_business_messaging");
    return call.operation === "mark_read" ? markRead(world, call, account) : sendToUser(world, call, account);
  }
  if (call.method !== "GET") return null;
  if (id === "debug_token" && edge === undefined) return read(debugToken(world, call));
  if (edge === "message_templates" && (ofNumber || ofWaba)) return narrowedTemplates(world, call, account);
  if (edge === "phone_numbers" && ofWaba) {
    checkScope(account, "whatsapp_business_management");
    return read(listPhoneNumbers(world, call));
  }
  if (ofNumber && edge === undefined) return read(phoneNumber(world, call, account));
  if (ofNumber && edge === "message_history") return read(listMessageHistory(world, call, account));
  const template = edge === undefined ? templateNode(world, call, id) : null;
  if (template !== null) {
    checkScope(account, "whatsapp_business_management");
    return read(template);
  }
  const events = edge === "events" ? listHistoryEvents(world, call, account, id) : null;
  return events === null ? null : read(events);
}

function narrowedTemplates(world: World, call: Call, account: Account): Outcome {
  const outcome = templates(world, call, account, () => keptTemplates(world.templates, call.query));
  const summary = call.query.get("summary");
  return summary ? { ...outcome, body: { ...outcome.body, summary: summaryOf(world, summary) } } : outcome;
}
