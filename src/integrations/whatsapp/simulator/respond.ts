import type { HttpRequest, HttpResponse } from "../../../shared/http-message";
import type { Reply } from "../../simulation";
import { errorResponse, success } from "./graph/answer";
import { type Call, readCall } from "./graph/call";
import { type FaultEffect, faultsFor, type Lost } from "./graph/faults";
import { nonexistingField, phoneNumberType } from "./graph/fields";
import { noSuchObject, Refusal } from "./graph/refusal";
import { type Asked, type GraphOutcome, operationOf, type RouteTable, routeFor } from "./graph/route";
import { checkScope, checkToken } from "./graph/token";
import { randomFor } from "./random";
import { runRoutes } from "./routes";
import type { WorldEvent } from "./world/event";
import { callCount, usualLatency, type World } from "./world/world";

/** How long a client waits for a response, in ms (`docs/runtime.md`). @internal */
export const patience = 30_000;

/**
 * Answers a request as Meta's Cloud API would in this world. Returns the resulting events, which the caller applies. Pure: the
 * same request to the same world gives the same bytes. Any request gets a reply. `routes` are the known calls: those of the
 * integration's functions, or all that any client makes (`allRoutes`).
 */
export function respond(
  world: World,
  request: HttpRequest,
  routes: RouteTable = runRoutes,
): { readonly reply: Reply; readonly events: readonly WorldEvent[] } {
  const call = readCall(request, world.clock);
  const operation = operationOf(routes, call);
  const fault = faultsFor(world, operation);
  const { fastest, slowest } = world.rules.latencyMs ?? usualLatency;
  const latencyMs = randomFor(world.seed, "latency", callCount(world)).int(fastest, slowest) + fault.delayMs;
  // A response or cut that comes too late: the caller has given up.
  const lost: Lost | null =
    latencyMs > patience ? { how: "timeout", when: fault.lost?.when ?? "after" } : fault.lost;
  const passed: WorldEvent = {
    type: "call_answered",
    operation,
    latencyMs: lost?.how === "timeout" ? patience : latencyMs,
  };
  if (lost?.when === "before") return { reply: { kind: "lost", how: lost.how }, events: [passed] };
  const { response, events } = answered(world, call, fault, routes);
  const reply: Reply = lost === null ? { kind: "response", response } : { kind: "lost", how: lost.how };
  return { reply, events: [...events, passed] };
}

/** The response to a request that arrives, and the call's effects. */
function answered(
  world: World,
  call: Call,
  fault: FaultEffect,
  routes: RouteTable,
): { readonly response: HttpResponse; readonly events: readonly WorldEvent[] } {
  if (fault.response !== null) return { response: fault.response, events: [] };
  try {
    if (fault.refusal !== null) throw fault.refusal;
    const { body, events = [] } = answer(world, call, routes);
    return { response: success(world, call.version, body), events };
  } catch (reason) {
    if (!(reason instanceof Refusal)) throw reason;
    return { response: errorResponse(world, call.version, reason), events: [] };
  }
}

/** Checks the address, then the token (step 1), then the requested node. */
function answer(world: World, call: Call, routes: RouteTable): GraphOutcome {
  const { missing } = routes;
  if (call.version === null || (call.path.length > 2 && !missing?.isShape(call))) {
    throw new Refusal(2500, { message: `Unknown path components: ${call.url?.pathname ?? ""}` });
  }
  const account = checkToken(world, call);
  const [id] = call.path;
  if (id === undefined) throw missing?.batch(call) ?? noSuchObject(call.method, null);
  // Step 2 for every call on a number: any but the token's own is 100/33 further down, a deleted one 33.
  if (id === account.phoneNumberId && account.state === "deleted") throw new Refusal(33);
  const asked = { world, call, account, id };
  const route = call.path.length > 2 ? undefined : routeFor(routes, asked);
  if (route === undefined) throw missing?.call(asked) ?? nothingThere(asked);
  if (route.scope !== undefined) checkScope(account, route.scope);
  return route.answer(asked);
}

/** Meta's error for an unknown call. */
function nothingThere({ world, call, account, id }: Asked): Error {
  const edge = call.path[1];
  if (call.method === "GET" && edge !== undefined) {
    if (id === world.waba.id) return nonexistingField(edge, "WhatsAppBusinessAccount");
    if (id === account.phoneNumberId) return nonexistingField(edge, phoneNumberType);
  }
  return noSuchObject(call.method, id);
}
