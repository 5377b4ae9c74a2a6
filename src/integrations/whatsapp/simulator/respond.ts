import type { HttpRequest, HttpResponse } from "../../../shared/http-message";
import type { Reply } from "../../simulation";
import { failure, success } from "./graph/answer";
import { type Call, readCall } from "./graph/call";
import { type FaultEffect, faultsFor, type Lost } from "./graph/faults";
import { nonexistingField, phoneNumberType } from "./graph/fields";
import { noSuchObject, Refusal } from "./graph/refusal";
import { checkScope, checkToken } from "./graph/token";
import { checkManagementLimit } from "./messages/limits";
import { type Outcome, sendMessage } from "./messages/send";
import { listContacts } from "./nodes/contacts";
import { messageNode } from "./nodes/message";
import { listTemplates } from "./nodes/templates";
import { currentUser } from "./nodes/user";
import { randomFor } from "./random";
import type { Account } from "./world/account";
import type { WorldEvent } from "./world/event";
import { callCount, usualLatency, type World } from "./world/world";

/** How long a client waits for an answer, in ms (`docs/runtime.md`). */
export const patience = 30_000;

/** What else is answered: the outcome of a call whose token is checked; null when it is none of these. */
export type More = (world: World, call: Call, account: Account) => Outcome | null;

/**
 * Answers a request as Meta's Cloud API would in this world, and says what that changes: the caller applies the events.
 * Pure: the same request over the same world gives the same bytes. Any request gets a reply. By itself it knows what the
 * functions of the namespace ask for; `more` adds what other clients do (`more/`).
 */
export function respond(
  world: World,
  request: HttpRequest,
  more: More = () => null,
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
  const { response, events } = answered(world, call, fault, more);
  const reply: Reply = lost === null ? { kind: "response", response } : { kind: "lost", how: lost.how };
  return { reply, events: [...events, passed] };
}

/** The response to a request that arrives, and what the call does. */
function answered(
  world: World,
  call: Call,
  fault: FaultEffect,
  more: More,
): { readonly response: HttpResponse; readonly events: readonly WorldEvent[] } {
  if (fault.response !== null) return { response: fault.response, events: [] };
  try {
    if (fault.refusal !== null) throw fault.refusal;
    const { body, events } = answer(world, call, more);
    return { response: success(world, call.version, body), events };
  } catch (reason) {
    if (!(reason instanceof Refusal)) throw reason;
    return { response: failure(world, call.version, reason), events: [] };
  }
}

/** Address, then token (step 1), then the node that is asked for. */
function answer(world: World, call: Call, more: More): Outcome {
  if (call.version === null || call.path.length > 2) throw unknownPath(call);
  const account = checkToken(world, call);
  const [id, edge] = call.path;
  if (id === undefined) throw noSuchObject(call.method, null);
  // Step 2 for every call on a number: any but the token's own is 100/33 further down, a deleted one 33.
  if (id === account.phoneNumberId && account.state === "deleted") throw new Refusal(33);
  const other = more(world, call, account);
  if (other !== null) return other;
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

/** The number is the token's own. */
function phoneNumberCall(world: World, call: Call, account: Account, edge: string | undefined): Outcome {
  if (call.method === "POST" && edge === "messages") {
    checkScope(account, "whatsapp_business_messaging");
    checkCanSend(world, account);
    return sendMessage(world, call, account);
  }
  if (call.method !== "GET") throw noSuchObject(call.method, account.phoneNumberId);
  if (edge === undefined) return read({ id: account.phoneNumberId });
  if (edge === "contacts") return read(listContacts(world, call));
  // Templates belong to the WhatsApp Business Account; an account that names none asks its number (extension).
  if (edge === "message_templates") return templates(world, call, account);
  throw nonexistingField(edge, phoneNumberType);
}

/** The rest of step 2: whether number and WABA may send at all. */
export function checkCanSend(world: World, account: Account): void {
  if (world.waba.state === "restricted") throw new Refusal(368);
  if (account.state === "locked") throw new Refusal(131031);
  if (account.state === "not_registered") throw new Refusal(133010);
  if (account.state === "name_not_approved") throw new Refusal(131037);
  if (account.state === "in_maintenance") throw new Refusal(131057);
}

/** A page of templates, of those that `kept` gives (positions, ascending), or of all. */
export function templates(
  world: World,
  call: Call,
  account: Account,
  kept: () => readonly number[] | null = () => null,
): Outcome {
  checkScope(account, "whatsapp_business_management");
  checkManagementLimit(account, world.clock);
  const called: WorldEvent = {
    type: "management_called",
    phoneNumberId: account.phoneNumberId,
    at: world.clock,
  };
  return { body: listTemplates(world, call, kept()), events: [called] };
}

/** An outcome that changes nothing. */
export function read(body: Outcome["body"]): Outcome {
  return { body, events: [] };
}

function unknownPath(call: Call): Refusal {
  const path = call.url?.pathname ?? "";
  return new Refusal(2500, { message: `Unknown path components: ${path}` });
}
