import type { Sent } from "../../gateway/conclude";
import { silentFailure, timedOut } from "../../gateway/lost-connection";
import { mockDoor } from "../../gateway/mock-door";
import { catalog } from "../../integrations";
import {
  apply,
  mockAccounts,
  patience,
  type Reply,
  respond,
  travelledEvents,
  travelledWorld,
  type WorldEvent,
} from "../../integrations/whatsapp/simulator";

/** What a mock run reports to the page as it goes. */
export type MockRunEvent =
  | { readonly kind: "row"; readonly row: unknown }
  | { readonly kind: "events"; readonly events: readonly unknown[] };

/** Every look at the clock advances it, so that a script that polls the time to wait does get there. */
const CLOCK_READ_MS = 1;

/** The reply as the live door would report it when the client is a browser. */
function sentOf(reply: Reply): Sent {
  if (reply.kind === "response") return reply;
  const reason = reply.how === "timeout" ? timedOut(patience) : silentFailure("Failed to fetch");
  return { kind: "failed", reason, sent: "maybe" };
}

/**
 * Door and simulator over a world sent by the page. Calls answer at once. World events and rows are emitted as they happen;
 * the time that clock reads took is emitted by the next call or by `finish`. `readPending` returns what a person did in the
 * world meanwhile (a list of events as JSON), or `null`; the page knows those already, so they are not emitted. Throws if
 * `start` is not a world of this version.
 */
export function mockEngine(
  start: unknown,
  emit: (event: MockRunEvent) => void,
  readPending: () => string | null = () => null,
) {
  const travelled = travelledWorld(start);
  if (travelled === null) throw new Error("The run began without a simulated world of this version.");
  let world = travelled;
  let unreportedMs = 0;
  const applyEvents = (events: readonly WorldEvent[]) => {
    world = events.reduce(apply, world);
    if (events.length > 0) emit({ kind: "events", events });
  };
  const applyPending = () => {
    for (let text = readPending(); text !== null; text = readPending()) {
      world = travelledEvents(text).reduce(apply, world);
    }
  };
  const finish = () => {
    const ms = unreportedMs;
    unreportedMs = 0;
    if (ms > 0) applyEvents([{ type: "time_passed", ms }]);
  };
  const began = performance.now();
  const accounts = new Map(
    mockAccounts(world).map((account) => [account.name, { ...account, complete: true }]),
  );
  const door = mockDoor({
    catalog,
    accounts: {
      names: () => [...accounts.keys()],
      find: (_integration, name) => accounts.get(name) ?? null,
    },
    token: (_integration, name) => accounts.get(name)?.token ?? "",
    simulate: (request) => {
      applyPending();
      finish();
      const { reply, events } = respond(world, request);
      applyEvents(events);
      return sentOf(reply);
    },
    elapsedMs: () => performance.now() - began,
    log: (row) => emit({ kind: "row", row }),
  });
  return {
    call: (text: string) => JSON.stringify(door(text)),
    now() {
      applyPending();
      unreportedMs += CLOCK_READ_MS;
      return world.clock + unreportedMs;
    },
    finish,
  };
}
