import type { JsonObject } from "../../../../shared/json";
import type { WorldAccount } from "../world/account";
import type { WorldEvent } from "../world/event";
import type { Operation } from "../world/fault";
import { templatePosition } from "../world/lookup";
import type { World } from "../world/world";
import type { Call } from "./call";
import type { Refusal } from "./refusal";

/** The kind of object that the first part of a path names. */
type Node = "me" | "debug_token" | "phone_number" | "waba" | "template" | "message" | "message_history";

/** A call whose token has been checked. */
export interface Asked {
  readonly world: World;
  readonly call: Call;
  /** The account of its token. */
  readonly account: WorldAccount;
  /** The first part of the path. */
  readonly id: string;
}

/** The response and effects of a successful call. */
export interface GraphOutcome {
  readonly body: JsonObject;
  readonly events?: readonly WorldEvent[];
}

/** One kind of call, and its handler. */
export interface GraphRoute {
  readonly method: Call["method"];
  readonly node: Node;
  /** The second part of the path, or `null` for the node itself. */
  readonly edge: string | null;
  /** Distinguishes calls to the same address. */
  readonly when?: (call: Call) => boolean;
  /** Its name in fault rules and the world's counters. Default: `other`. */
  readonly operation?: Operation;
  /** The permission that the token needs. */
  readonly scope?: WorldAccount["token"]["scopes"][number];
  /** Returns the outcome, or throws a `Refusal`. */
  readonly answer: (asked: Asked) => GraphOutcome;
}

/** The known parts of the API. */
export interface RouteTable {
  /** What is simulated, by method and edge. */
  readonly routes: ReadonlyMap<string, readonly GraphRoute[]>;
  /** What else Meta has. A run needs none of this, since all its calls have a route. */
  readonly missing: {
    /** The refusal of a call that is not simulated, or `null` if Meta does not know it either. */
    call(asked: Asked): Refusal | null;
    /** The same for a call to the bare address. */
    batch(call: Call): Refusal | null;
    /** Whether it has an address of this shape. */
    isShape(call: Call): boolean;
  } | null;
}

/** Makes a table of routes. Of several for the same address, one with a `when` is tried before one without. */
export function routeTable(
  missing: RouteTable["missing"],
  ...parts: readonly (readonly GraphRoute[])[]
): RouteTable {
  const table = new Map<string, GraphRoute[]>();
  const routes = parts.flat();
  for (const route of [...routes.filter(({ when }) => when), ...routes.filter(({ when }) => !when)]) {
    const key = keyOf(route.method, route.edge);
    table.set(key, [...(table.get(key) ?? []), route]);
  }
  return { routes: table, missing };
}

/**
 * The operation of a call, allowed or not: faults come before the token check. An id that could belong to several nodes counts
 * for the first route in the table.
 */
export function operationOf(table: RouteTable, call: Call): Operation {
  const [id, edge] = call.path;
  if (id === undefined || call.path.length > 2) return "other";
  const route = table.routes
    .get(keyOf(call.method, edge))
    ?.find(({ node, when }) => looksLike(node, id) && (when?.(call) ?? true));
  return route?.operation ?? "other";
}

/** The route for the call, or `undefined` if its node does not exist or does not accept it. */
export function routeFor(table: RouteTable, asked: Asked): GraphRoute | undefined {
  const { call } = asked;
  return table.routes
    .get(keyOf(call.method, call.path[1]))
    ?.find(({ node, when }) => isNode(node, asked) && (when?.(call) ?? true));
}

function keyOf(method: string, edge: string | null | undefined): string {
  return edge ? `${method} ${edge}` : method;
}

/** Whether an id could belong to such a node, judging by its format. */
function looksLike(node: Node, id: string): boolean {
  switch (node) {
    case "me":
    case "debug_token":
      return id === node;
    case "message":
      return id.startsWith("wamid.");
    default:
      return id !== "me" && id !== "debug_token" && !id.startsWith("wamid.");
  }
}

/** Whether the id belongs to such a node in this world. For phone numbers, only the token's own counts. */
function isNode(node: Node, { world, account, id }: Asked): boolean {
  switch (node) {
    case "phone_number":
      return id === account.phoneNumberId;
    case "waba":
      return id === world.waba.id;
    case "template":
      return templatePosition(world.templates, id) !== undefined;
    case "message_history":
      return /^77\d{13}$/.test(id);
    default:
      return looksLike(node, id);
  }
}
