import * as v from "valibot";
import { withAccounts } from "../../accounts";
import type { WorldAccount } from "../../world/account";
import { toChunks } from "../../world/chunks";
import { type Contact, strangerContact } from "../../world/contact";
import type { Template } from "../../world/template";
import { type World, WorldSchema, worldVersion } from "../../world/world";

/** What distinguishes a ready-made world before anything has happened in it. */
interface Beginning {
  /** Its id among the ready-made worlds. */
  readonly origin: string;
  readonly seed: number;
  readonly clock: number;
  readonly business: Pick<World["business"], "id" | "name" | "domain" | "messagingLimit">;
  readonly wabaId: string;
  readonly contacts: readonly Contact[];
  readonly templates: readonly Template[];
}

/**
 * A world in which nothing has happened, with the three business numbers that scripts may name. Its fields are in the document's
 * order, so a world stays the same, byte for byte, when written and read again.
 */
export function blankWorld(beginning: Beginning): World {
  const { origin, seed, clock, business, wabaId, contacts, templates } = beginning;
  const { id, name, domain, messagingLimit } = business;
  const world: World = {
    version: worldVersion,
    origin,
    seed,
    clock,
    calls: v.parse(WorldSchema.entries.calls, {}),
    business: { id, name, domain, messagingLimit, reached: [] },
    waba: { id: wabaId, name, state: "active", restrictedCodes: [] },
    rules: { closedWindow: "fails_later", rateLimitStatus: 400, marketingPerDay: 2 },
    accounts: [],
    contacts: toChunks(contacts),
    templates,
    pacing: [],
    messages: [],
    faults: [],
  };
  return withAccounts(world, ["default", "support", "sales"]);
}

/** The world with one of its numbers changed. */
export function withAccount(
  world: World,
  name: string,
  change: (account: WorldAccount) => Partial<WorldAccount>,
): World {
  return {
    ...world,
    accounts: world.accounts.map((one) => (one.name === name ? { ...one, ...change(one) } : one)),
  };
}

/** A ready-made world's description of a contact: the number, and what differs from the default. */
type Person = Pick<Contact, "waId"> & Partial<Contact>;

/** The people as contacts. */
export function peopleOf(people: readonly Person[]): readonly Contact[] {
  return people.map((person) => ({ ...strangerContact(person.waId), ...person }));
}
