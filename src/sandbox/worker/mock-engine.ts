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

/** What a mock run tells the page as it goes. */
export type MockNews =
  | { readonly kind: "row"; readonly row: unknown }
  | { readonly kind: "events"; readonly events: readonly unknown[] };

/** Simulated time that one look at the clock takes: a script that waits by watching it gets on, in no real time. */
const LOOK_MS = 1;

/** What the live door would say of the same reply, a browser being the client. */
function sentOf(reply: Reply): Sent {
  if (reply.kind === "response") return reply;
  const reason = reply.how === "timeout" ? timedOut(patience) : silentFailure("Failed to fetch");
  return { kind: "failed", reason, sent: "maybe" };
}

/**
 * Door and simulator over a world that travelled in. Calls answer at once; the world's events and the calls' rows are told
 * as they come, looks at the clock with the next call or by `finish`. `look` gives what a person did meanwhile, a list of
 * events as JSON, or null: the page knows it already, so it is not told again. Throws when the world is none.
 */
export function mockEngine(
  start: unknown,
  tell: (news: MockNews) => void,
  look: () => string | null = () => null,
) {
  const travelled = travelledWorld(start);
  if (travelled === null) throw new Error("The run began without a simulated world of this version.");
  let world = travelled;
  let lookedMs = 0;
  const take = (events: readonly WorldEvent[]) => {
    world = events.reduce(apply, world);
    if (events.length > 0) tell({ kind: "events", events });
  };
  const heed = () => {
    for (let text = look(); text !== null; text = look()) {
      world = travelledEvents(text).reduce(apply, world);
    }
  };
  const finish = () => {
    const ms = lookedMs;
    lookedMs = 0;
    if (ms > 0) take([{ type: "time_passed", ms }]);
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
      heed();
      finish();
      const { reply, events } = respond(world, request);
      take(events);
      return sentOf(reply);
    },
    elapsedMs: () => performance.now() - began,
    log: (row) => tell({ kind: "row", row }),
  });
  return {
    call: (text: string) => JSON.stringify(door(text)),
    now() {
      heed();
      lookedMs += LOOK_MS;
      return world.clock + lookedMs;
    },
    finish,
  };
}
