import * as v from "valibot";
import { AccountSchema } from "./account";
import { ContactSchema } from "./contact";
import { FaultSchema, OperationSchema } from "./fault";
import { MessageSchema } from "./message";
import type { DeepReadonly } from "./readonly";
import { Count, GraphId, Time } from "./schema-parts";
import { TemplateSchema } from "./template";

/** Everything the simulator knows. `respond` and `apply` have no other source, of time or chance neither. */
export const WorldSchema = v.strictObject({
  version: v.literal(1),
  /** What every drawn number comes from. */
  seed: v.pipe(Count, v.maxValue(0xffff_ffff)),
  /** Simulated time, Unix milliseconds. */
  clock: Time,
  /** Calls answered so far, by what they asked for. */
  calls: v.strictObject(v.entriesFromList(OperationSchema.options, Count)),
  business: v.strictObject({
    id: GraphId,
    name: v.string(),
    /** Where the business has its mail. */
    domain: v.pipe(v.string(), v.regex(/^[a-z0-9.-]+$/, "Expected a domain name")),
  }),
  /** The WhatsApp Business Account that all phone numbers share. */
  waba: v.strictObject({ id: GraphId, name: v.string() }),
  rules: v.strictObject({
    /** Free text outside the customer service window: accepted and failed later, as Meta does, or refused at once. */
    closedWindow: v.picklist(["fails_later", "refused_at_once"]),
    /** Meta's page said 400 in 2026, older copies 429. */
    rateLimitStatus: v.picklist([400, 429]),
    /** Marketing templates a contact gets a day outside its window (Meta keeps its own number secret). */
    marketingPerDay: Count,
  }),
  accounts: v.pipe(v.array(AccountSchema), v.maxLength(1000)),
  /** In pieces (`chunks.ts`); a file may cut them anywhere. */
  contacts: v.array(v.array(ContactSchema)),
  templates: v.array(TemplateSchema),
  messages: v.array(v.array(MessageSchema)),
  faults: v.array(FaultSchema),
});

/** The simulator's state: a plain JSON document. */
export type World = DeepReadonly<v.InferOutput<typeof WorldSchema>>;

/** How many calls the world has answered. */
export function callCount(world: World): number {
  let total = 0;
  for (const operation of OperationSchema.options) total += world.calls[operation];
  return total;
}
