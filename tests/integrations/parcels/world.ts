import * as v from "valibot";
import type { WorldSimulator } from "../../../src/integrations/world-simulator";

const WorldSchema = v.strictObject({
  origin: v.string(),
  clock: v.number(),
  seed: v.number(),
  depot: v.string(),
  accounts: v.array(v.string()),
  pickups: v.array(v.object({ number: v.string(), account: v.string() })),
});
const EventSchema = v.variant("type", [
  v.object({ type: v.literal("ordered"), number: v.string(), account: v.string() }),
  v.object({ type: v.literal("passed"), ms: v.number() }),
]);

export type ParcelWorld = v.InferOutput<typeof WorldSchema>;
export type ParcelEvent = v.InferOutput<typeof EventSchema>;

export function isWorld(value: unknown): value is ParcelWorld {
  return v.is(WorldSchema, value);
}

export function apply(world: ParcelWorld, event: ParcelEvent): ParcelWorld {
  if (event.type === "passed") return { ...world, clock: world.clock + event.ms };
  const { number, account } = event;
  return { ...world, pickups: [...world.pickups, { number, account }] };
}

const seed: ParcelWorld = {
  origin: "depot",
  clock: 0,
  seed: 100,
  depot: "north",
  accounts: ["default", "support"],
  pickups: [],
};

export const worldSimulator: WorldSimulator<ParcelWorld, ParcelEvent> = {
  seedWorld: () => seed,
  parseWorld(document) {
    const read = v.safeParse(WorldSchema, document);
    return read.success ? { ok: true, value: read.output } : { ok: false, message: read.issues[0].message };
  },
  parseEvents(events) {
    const read = v.safeParse(v.array(EventSchema), events);
    return read.success ? { ok: true, value: read.output } : { ok: false, message: read.issues[0].message };
  },
  apply,
  passTime: (ms) => ({ type: "passed", ms }),
  withAccounts: (world, names) => ({ ...world, accounts: [...new Set([...world.accounts, ...names])] }),
  accountNames: ({ accounts }) => accounts,
  named: ({ depot }) => ({ depot }),
  title: ({ depot }) => depot,
  shareable: (world) => world,
  summarize: ({ pickups }) => `${pickups.length} pickups`,
  readyWorlds: ["depot"],
  readyWorld: async (origin) => (origin === "depot" ? seed : null),
};
