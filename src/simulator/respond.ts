import type { HttpRequest, HttpResponse } from "../http/message";
import { failure, success } from "./graph/answer";
import { type Call, readCall } from "./graph/call";
import { type FaultEffect, faultsFor, type Lost } from "./graph/faults";
import { nonexistingField } from "./graph/fields";
import { noSuchObject, Refusal } from "./graph/refusal";
import { checkScope, checkToken } from "./graph/token";
import { checkManagementLimit } from "./messages/limits";
import { markRead } from "./messages/mark-read";
import { type Outcome, sendMessage } from "./messages/send";
import { listContacts } from "./nodes/contacts";
import { messageNode } from "./nodes/message";
import { listPhoneNumbers, phoneNumber, phoneNumberType } from "./nodes/phone-number";
import { listTemplates } from "./nodes/templates";
import { currentUser } from "./nodes/user";
import { randomFor } from "./random";
import type { Account } from "./world/account";
import type { WorldEvent } from "./world/event";
import { callCount, usualLatency, type World } from "./world/world";

/** How long a client waits for an answer, in ms (`facts/runtime-contract.md` §3). */
export const patience = 30_000;

/** What a client gets: Meta's answer, or none, the connection being lost. It cannot know whether the call was done. */
export type Reply =
  | { readonly kind: "response"; readonly response: HttpResponse }
  | { readonly kind: "lost"; readonly how: "timeout" | "cut" };

/**
 * Answers a request as Meta's Cloud API would in this world, and says what that changes: the caller applies the events.
 * Pure: the same request over the same world gives the same bytes. Any request gets a reply.
 */
export function respond(
  world: World,
  request: HttpRequest,
): { readonly reply: Reply; readonly events: readonly WorldEvent[] } {
  const call = readCall(request, world.clock);
  const fault = faultsFor(world, call);
  const { fastest, slowest } = world.rules.latencyMs ?? usualLatency;
  const latencyMs = randomFor(world.seed, "latency", callCount(world)).int(fastest, slowest) + fault.delayMs;
  // What comes too late, be it the answer or the cut, finds nobody waiting.
  const lost: Lost | null =
    latencyMs > patience ? { how: "timeout", when: fault.lost?.when ?? "after" } : fault.lost;
  const passed: WorldEvent = {
    type: "call_answered",
    operation: call.operation,
    latencyMs: lost?.how === "timeout" ? patience : latencyMs,
  };
  if (lost?.when === "before") return { reply: { kind: "lost", how: lost.how }, events: [passed] };
  const { response, events } = answered(world, call, fault);
  const reply: Reply = lost === null ? { kind: "response", response } : { kind: "lost", how: lost.how };
  return { reply, events: [...events, passed] };
}

/** The response to a request that arrives, and what the call does. */
function answered(
  world: World,
  call: Call,
  fault: FaultEffect,
): { readonly response: HttpResponse; readonly events: readonly WorldEvent[] } {
  if (fault.response !== null) return { response: fault.response, events: [] };
  try {
    if (fault.refusal !== null) throw fault.refusal;
    const { body, events } = answer(world, call);
    return { response: success(world, call.version, body), events };
  } catch (reason) {
    if (!(reason instanceof Refusal)) throw reason;
    return { response: failure(world, call.version, reason), events: [] };
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
  if (edge === "phone_numbers") {
    checkScope(account, "whatsapp_business_management");
    return read(listPhoneNumbers(world, call));
  }
  if (edge === undefined) return read({ id: world.waba.id, name: world.waba.name });
  throw nonexistingField(edge, "WhatsAppBusinessAccount");
}

/** Step 2 is behind us: the number is the token's own; any other is 100/33, a deleted one 33. */
function phoneNumberCall(world: World, call: Call, account: Account, edge: string | undefined): Outcome {
  if (account.state === "deleted") throw new Refusal(33);
  if (call.method === "POST" && edge === "messages") {
    checkScope(account, "whatsapp_business_messaging");
    if (call.operation === "mark_read") return markRead(world, call, account);
    checkCanSend(world, account);
    return sendMessage(world, call, account);
  }
  if (call.method !== "GET") throw noSuchObject(call.method, account.phoneNumberId);
  if (edge === undefined) return read(phoneNumber(world, call, account));
  if (edge === "contacts") return read(listContacts(world, call));
  // Templates belong to the WhatsApp Business Account; an account that names none asks its number (extension).
  if (edge === "message_templates") return templates(world, call, account);
  throw nonexistingField(edge, phoneNumberType);
}

/** The rest of step 2: whether number and WABA may send at all. */
function checkCanSend(world: World, account: Account): void {
  if (world.waba.state === "restricted") throw new Refusal(368);
  if (account.state === "locked") throw new Refusal(131031);
  if (account.state === "not_registered") throw new Refusal(133010);
  if (account.state === "name_not_approved") throw new Refusal(131037);
  if (account.state === "in_maintenance") throw new Refusal(131057);
}

function templates(world: World, call: Call, account: Account): Outcome {
  checkScope(account, "whatsapp_business_management");
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
