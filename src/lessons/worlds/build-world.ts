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
import type { Changes, WorldRecipe } from "../format/lesson-schema";
import { CourseProblem } from "../format/problem";

/**
 * Builds the world of a recipe. `whole` is its file's JSON, if it names one; `lesson` is the folder, for messages. Rejects
 * with a `CourseProblem` if the result is not a valid world.
 */
export async function buildWorld(recipe: WorldRecipe, whole: unknown, lesson: string): Promise<World> {
  const { base, file, changes } = recipe;
  const from = file === undefined ? `lesson.json: worlds "${recipe.name}"` : file;
  const refuse = (message: string) => new CourseProblem(`${lesson}/${from}: ${message}`);
  const begun = base === undefined ? whole : await readyWorld(base);
  if (begun === null) {
    throw refuse(
      `There is no ready world "${base}". There are ${readyWorlds.map(({ id }) => id).join(", ")}.`,
    );
  }
  const start = parseWorld(begun);
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
