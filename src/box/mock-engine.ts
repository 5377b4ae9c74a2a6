import { mockDoor } from "../gateway/mock-door";
import { catalog } from "../integrations";
import { apply, mockAccounts, parseWorld, respond } from "../simulator";

/** What a mock run tells the page as it goes. */
export type MockNews =
  | { readonly kind: "row"; readonly row: unknown }
  | { readonly kind: "events"; readonly events: readonly unknown[] };

/**
 * Door and simulator over a world that travelled in. Calls answer at once; the world's events and the calls' rows are told
 * as they come. Throws when the world is none.
 */
export function mockEngine(start: unknown, tell: (news: MockNews) => void) {
  const parsed = parseWorld(start);
  if (!parsed.ok) throw new Error(`The simulated world cannot be read: ${parsed.message}`);
  let { world } = parsed;
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
      const { response, events } = respond(world, request);
      world = events.reduce(apply, world);
      if (events.length > 0) tell({ kind: "events", events });
      return response;
    },
    elapsedMs: () => performance.now() - began,
    log: (row) => tell({ kind: "row", row }),
  });
  return { call: (text: string) => JSON.stringify(door(text)), now: () => world.clock };
}
