import * as v from "valibot";
import { counted } from "../../../../shared/counted";
import type { DeepReadonly } from "../../../../shared/readonly";
import { AccountSchema } from "./account";
import { countOf } from "./chunks";
import { ContactSchema } from "./contact";
import { FaultSchema, operations } from "./fault";
import { MessageSchema } from "./message";
import { Count, GraphId, latestClock, Time } from "./schema-parts";
import { PacingSchema, PauseSchema, TemplateSchema } from "./template";

/** The document version that this program writes. Older ones are migrated (`migrate.ts`). */
export const worldVersion = 2;

/** Meta's names for the messaging limits. A new business has 250. Older businesses still show 50 and 1K. */
export const MessagingLimitSchema = v.picklist([
  "TIER_50",
  "TIER_250",
  "TIER_1K",
  "TIER_2K",
  "TIER_10K",
  "TIER_100K",
  "TIER_UNLIMITED",
]);

/** Whether Meta has not verified the business yet, judging by its limit. */
export function isUnverified({ messagingLimit }: Pick<World["business"], "messagingLimit">): boolean {
  return messagingLimit === "TIER_50" || messagingLimit === "TIER_250";
}

/** State of the WhatsApp Business Account. */
export const WabaStateSchema = v.picklist([
  "active",
  /** For breaking a policy: 368. */
  "restricted",
  /** No valid payment method: anything that costs money fails with 131042. */
  "payment_problem",
  /** Marketing templates are switched off on the Cloud API: 131063. */
  "marketing_switched_off",
]);

/** Below the timeout, so only faults lose calls. */
const Latency = v.pipe(Count, v.maxValue(29_000));

/** Everything the simulator knows. `respond` and `apply` have no other source, not even of time or randomness. */
export const WorldSchema = v.strictObject({
  version: v.literal(worldVersion),
  /** The ready-made world it started as, such as `shop`, or whatever its author calls it. */
  origin: v.pipe(v.string(), v.maxLength(100)),
  /** The seed of every random number. */
  seed: v.pipe(Count, v.maxValue(0xffff_ffff)),
  /** Simulated time, Unix milliseconds. */
  clock: v.pipe(Time, v.maxValue(latestClock)),
  /** Calls answered so far, by operation. An older world lacks the newest operations. */
  calls: v.strictObject(v.entriesFromList(operations, v.optional(Count, 0))),
  business: v.strictObject({
    id: GraphId,
    name: v.string(),
    /** The business's mail domain. */
    domain: v.pipe(v.string(), v.regex(/^[a-z0-9.-]+$/, "Expected a domain name")),
    /** Meta's limit for the whole portfolio: different people with closed windows within 24 h (131048). */
    messagingLimit: MessagingLimitSchema,
    /** People reached recently, counted in ten-minute spans, oldest first (`messages/portfolio.ts`). */
    reached: v.array(v.strictObject({ since: Time, count: Count })),
  }),
  /** The WhatsApp Business Account that all phone numbers share. */
  waba: v.strictObject({
    id: GraphId,
    name: v.string(),
    state: WabaStateSchema,
    /** Calling codes of countries the business may not write to (130497). */
    restrictedCodes: v.array(
      v.pipe(v.string(), v.regex(/^[1-9]\d{0,2}$/, "Expected a calling code like 44")),
    ),
  }),
  rules: v.strictObject({
    /** Free text outside the customer service window: accepted and failed later, as Meta does, or refused at once. */
    closedWindow: v.picklist(["fails_later", "refused_at_once"]),
    /** Meta's page said 400 in 2026, older copies 429. */
    rateLimitStatus: v.picklist([400, 429]),
    /** The range of each call's random latency, in ms. Default: 80 to 400. */
    latencyMs: v.exactOptional(
      v.pipe(
        v.strictObject({ fastest: Latency, slowest: Latency }),
        v.check(({ fastest, slowest }) => fastest <= slowest, "Expected slowest not to be below fastest"),
      ),
    ),
    /** Marketing templates a contact gets a day outside its window (Meta keeps its own number secret). */
    marketingPerDay: Count,
  }),
  accounts: v.pipe(v.array(AccountSchema), v.maxLength(1000)),
  /** In pieces (`chunks.ts`). A file may split them anywhere. */
  contacts: v.array(v.array(ContactSchema)),
  templates: v.array(TemplateSchema),
  /** Templates that Meta watches because they are new or were paused: at most one entry each. */
  pacing: v.array(PacingSchema),
  messages: v.array(v.array(MessageSchema)),
  faults: v.array(FaultSchema),
  /** Templates that are or were paused: at most one entry each. */
  pauses: v.exactOptional(v.array(PauseSchema)),
});

/** The simulator's state: a plain JSON document. */
export type World = DeepReadonly<v.InferOutput<typeof WorldSchema>>;

/** The default range of a call's simulated latency. */
export const usualLatency = { fastest: 80, slowest: 400 };

/** How many calls the world has answered. */
export function callCount(world: World): number {
  let total = 0;
  for (const operation of operations) total += world.calls[operation];
  return total;
}

/**
 * Whether a value is a world of this version. For worlds that were parsed before being passed by structured clone: parsing a
 * large one again would delay each run, and the schemas would bloat the box's worker. `parseWorld` is for all others.
 */
export function isWorld(value: unknown): value is World {
  return typeof value === "object" && value !== null && "version" in value && value.version === worldVersion;
}

/** A line for people: `12 contacts, 8 templates, 3 messages`. */
export function summarize(world: World): string {
  return [
    counted(countOf(world.contacts), "contact"),
    counted(world.templates.length, "template"),
    counted(countOf(world.messages), "message"),
  ].join(", ");
}
