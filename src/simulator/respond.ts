import type { HttpRequest, HttpResponse } from "../http/message";
import { failure, success } from "./graph/answer";
import { type Call, readCall } from "./graph/call";
import { faultsFor } from "./graph/faults";
import { nonexistingField } from "./graph/fields";
import { noSuchObject, Refusal } from "./graph/refusal";
import { checkToken } from "./graph/token";
import { checkManagementLimit } from "./messages/limits";
import { markRead } from "./messages/mark-read";
import { type Outcome, sendMessage } from "./messages/send";
import { listContacts } from "./nodes/contacts";
import { messageNode } from "./nodes/message";
import { phoneNumber, phoneNumberType } from "./nodes/phone-number";
import { listTemplates } from "./nodes/templates";
import { currentUser } from "./nodes/user";
import { randomFor } from "./random";
import type { Account } from "./world/account";
import type { WorldEvent } from "./world/event";
import { callCount, type World } from "./world/world";

/** A call's simulated latency in ms, drawn from the world's seed. */
const fastest = 80;
const slowest = 400;

/**
 * Answers a request as Meta's Cloud API would in this world, and says what that changes: the caller applies the events.
 * Pure: the same request over the same world gives the same bytes. Any request gets an answer.
 */
export function respond(
  world: World,
  request: HttpRequest,
): { readonly response: HttpResponse; readonly events: readonly WorldEvent[] } {
  const call = readCall(request, world.clock);
  const fault = faultsFor(world, call);
  const latencyMs = randomFor(world.seed, "latency", callCount(world)).int(fastest, slowest) + fault.delayMs;
  const answered: WorldEvent = { type: "call_answered", operation: call.operation, latencyMs };
  if (fault.response !== null) return { response: fault.response, events: [answered] };
  try {
    if (fault.refusal !== null) throw fault.refusal;
    const { body, events } = answer(world, call);
    return { response: success(world, call.version, body), events: [...events, answered] };
  } catch (reason) {
    if (!(reason instanceof Refusal)) throw reason;
    return { response: failure(world, call.version, reason), events: [answered] };
  }
}

/** Address, then token (step 1), then the node that is asked for. */
function answer(world: World, call: Call): Outcome {
  if (call.version === null || call.path.length > 2) throw unknownPath(call);
  const account = checkToken(world, call);
  const [id, edge] = call.path;
  if (id === undefined) throw noSuchObject(call.method, null);
  if (id === "me" && edge === undefined && call.method === "GET") return read(currentUser(call, account));
  if (id === world.waba.id) return wabaCall(world, call, account, edge);
  if (id === account.phoneNumberId) return phoneNumberCall(world, call, account, edge);
  if (edge === undefined && call.method === "GET") return read(messageNode(world, call, account, id));
  throw noSuchObject(call.method, id);
}

function wabaCall(world: World, call: Call, account: Account, edge: string | undefined): Outcome {
  if (call.method !== "GET") throw noSuchObject(call.method, world.waba.id);
  if (edge === "message_templates") return templates(world, call, account);
  if (edge === undefined) return read({ id: world.waba.id, name: world.waba.name });
  throw nonexistingField(edge, "WhatsAppBusinessAccount");
}

/** Step 2 is behind us: the number is the token's own; any other is 100/33. */
function phoneNumberCall(world: World, call: Call, account: Account, edge: string | undefined): Outcome {
  if (call.method === "POST" && edge === "messages") {
    if (call.operation === "mark_read") return markRead(world, call, account);
    if (!account.registered) throw new Refusal(133010);
    return sendMessage(world, call, account);
  }
  if (call.method !== "GET") throw noSuchObject(call.method, account.phoneNumberId);
  if (edge === undefined) return read(phoneNumber(call, account));
  if (edge === "contacts") return read(listContacts(world, call));
  // Templates belong to the WhatsApp Business Account; an account that names none asks its number (extension).
  if (edge === "message_templates") return templates(world, call, account);
  throw nonexistingField(edge, phoneNumberType);
}

function templates(world: World, call: Call, account: Account): Outcome {
  checkManagementLimit(account, world.clock);
  const called: WorldEvent = {
    type: "management_called",
    phoneNumberId: account.phoneNumberId,
    at: world.clock,
  };
  return { body: listTemplates(world, call), events: [called] };
}

function read(body: Outcome["body"]): Outcome {
  return { body, events: [] };
}

function unknownPath(call: Call): Refusal {
  const path = call.url?.pathname ?? "";
  return new Refusal(2500, { message: `Unknown path components: ${path}` });
}
