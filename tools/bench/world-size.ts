/** What a call costs in a large simulated world against a small one: gateway, simulator and events, in Node. */

import { catalog } from "../../src/integrations";
import { seedWorld, type World } from "../../src/integrations/whatsapp/simulator";
import { strangerContact, toChunks } from "../../src/integrations/whatsapp/simulator/page";
import { loadSimulators, mockEngine } from "../../src/sandbox/worker/mock-engine";
import { type Figure, median, ms } from "./figure";

const MESSAGES = 10_000;
const TEMPLATES = 5_000;
const CONTACTS = 5_000;

const simulators = await loadSimulators(catalog);

const recipient = (index: number) => `1212555${1000 + (index % CONTACTS)}`;

/** The arguments of each function's `turn`th call; sends go to many people, or the pair limit would answer. */
const calls: Readonly<Record<string, (turn: number) => object>> = {
  send_message: (turn) => ({ to: recipient(turn), body: "Your parcel left our warehouse this morning." }),
  send_template: (turn) => ({ to: recipient(turn), template_name: "hello_world" }),
  get_message: () => ({ message_id: "wamid.HBgM..." }),
  list_templates: () => ({ limit: 10 }),
  list_contacts: () => ({ limit: 10 }),
  get_current_user: () => ({}),
};

/** A figure for each of the six functions. The two worlds take turns, so that neither has the warmer machine. */
export function worldSizeFigures(): readonly Figure[] {
  const small = seedWorld();
  const large = grown(small);
  return Object.entries(calls).map(([name, args]) => {
    const times = { small: [] as number[], large: [] as number[] };
    for (let turn = 0; turn < 9; turn++) {
      const smallMs = callMs(small, name, args);
      const largeMs = callMs(large, name, args);
      // The first turn compiles.
      if (turn === 0) continue;
      times.small.push(smallMs);
      times.large.push(largeMs);
    }
    const measured = median(times.large);
    const baseline = median(times.small);
    return {
      name: `A call among ${MESSAGES} messages and ${TEMPLATES} templates, against a small world: ${name}`,
      value: measured / baseline,
      unit: "×",
      bound: { kind: "at most", value: 2 },
      detail: `${ms(measured)} against ${ms(baseline)}`,
    };
  });
}

/** Milliseconds a call, over some hundred in a run of their own; the first ones, which make the world's indexes, apart. */
function callMs(world: World, name: string, args: (turn: number) => object): number {
  const engine = mockEngine({ catalog, simulators, worlds: { whatsapp: world }, accounts: [], emit() {} });
  const path = ["integrations", "whatsapp", name];
  const call = (turn: number) => {
    const answer: unknown = JSON.parse(engine.call(JSON.stringify({ path, args: [args(turn)], line: 1 })));
    if (typeof answer !== "object" || answer === null || !("ok" in answer) || answer.ok !== true) {
      throw new Error(`${name} failed: ${JSON.stringify(answer)}`);
    }
  };
  const warm = 50;
  const timed = 400;
  for (let turn = 0; turn < warm; turn++) call(turn);
  const began = performance.now();
  for (let turn = warm; turn < warm + timed; turn++) call(turn);
  return (performance.now() - began) / timed;
}

/** The world with its first message, its templates and strangers repeated up to the sizes above. */
function grown(world: World): World {
  const messages = world.messages.flat();
  const { templates } = world;
  return {
    ...world,
    messages: toChunks(
      fill(messages, MESSAGES, (one, index) => ({
        ...one,
        id: `wamid.copy${index}`,
        waId: recipient(index),
      })),
    ),
    templates: fill(templates, TEMPLATES, (one, index) => ({
      ...one,
      name: `${one.name.slice(0, 400)}_${index}`,
      id: String(10 ** 15 + index),
    })),
    contacts: toChunks([
      ...world.contacts.flat(),
      ...Array.from({ length: CONTACTS }, (_, index) => strangerContact(recipient(index))),
    ]),
  };
}

function fill<T>(items: readonly T[], size: number, copy: (item: T, index: number) => T): readonly T[] {
  const more = Array.from({ length: Math.max(0, size - items.length) }, (_, index) => {
    const item = items[index % items.length];
    if (item === undefined) throw new Error("There is nothing to repeat.");
    return copy(item, index);
  });
  return [...items, ...more];
}
