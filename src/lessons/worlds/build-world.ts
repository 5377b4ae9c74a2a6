import {
  apply,
  parseWorld,
  peopleOf,
  readyWorlds,
  receive,
  templatesOf,
  toChunks,
  type World,
  withAccounts,
} from "../../integrations/whatsapp/simulator/page";
import type { Changes } from "../format/lesson-schema";
import { CourseProblem } from "../format/problem";

/**
 * Builds a lesson's world. `begun`: the id of a preset world, or a complete world as JSON, which keeps its seed. `file`: the
 * file to name in messages. Rejects with a `CourseProblem` if the result is not a valid world.
 */
export async function buildWorld(
  begun: { readonly ready: string } | { readonly whole: unknown },
  changes: Changes,
  seed: number,
  file: string,
): Promise<World> {
  const refuse = (message: string) => new CourseProblem(`${file}: ${message}`);
  const start = parseWorld("ready" in begun ? { ...(await readyWorld(begun.ready)), seed } : begun.whole);
  if (!start.ok) throw refuse(start.message);
  const changed = parseWorld(withChanges(start.value, changes));
  if (!changed.ok) throw refuse(changed.message);
  return withReceived(changed.value, changes.received ?? [], refuse);
}

async function readyWorld(id: string): Promise<World | null> {
  return (await readyWorlds.find((one) => one.id === id)?.load()) ?? null;
}

function withChanges(world: World, changes: Changes): World {
  const { seed = world.seed, business, rules, contacts, templates, accounts = {}, faults } = changes;
  const named = withAccounts(
    { ...world, business: { ...world.business, ...business } },
    Object.keys(accounts),
  );
  return {
    ...named,
    seed,
    rules: { ...world.rules, ...rules },
    accounts: named.accounts.map((account) => ({ ...account, ...accounts[account.name] })),
    ...(contacts === undefined ? {} : { contacts: toChunks(peopleOf(contacts)), messages: [] }),
    ...(templates === undefined ? {} : { templates: templatesOf({ firstId }, templates), pacing: [] }),
    faults: faults ?? world.faults,
  };
}

const firstId = 1_420_000_000_000_001;

/** Lets customers write as long ago as it says: the clock runs from the oldest message to now. */
function withReceived(
  world: World,
  received: NonNullable<Changes["received"]>,
  refuse: (message: string) => CourseProblem,
): World {
  const oldestFirst = [...received].sort((a, b) => b.minutesAgo - a.minutesAgo);
  let now = world;
  let ago = oldestFirst[0]?.minutesAgo ?? 0;
  const pass = (until: number) => {
    now = apply(now, { type: "time_passed", ms: Math.round((ago - until) * 60_000) });
    ago = until;
  };
  for (const { from, account, text, minutesAgo } of oldestFirst) {
    const number = now.accounts.find((one) => one.name === account);
    if (number === undefined) throw refuse(`changes.received: There is no account "${account}".`);
    pass(minutesAgo);
    now = apply(now, receive(now, number.phoneNumberId, from, text));
  }
  pass(0);
  return now;
}
