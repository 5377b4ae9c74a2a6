import * as v from "valibot";
import type { DeepReadonly } from "../../../../shared/readonly";
import type { Result } from "../../../../shared/result";
import { AccountSchema } from "./account";
import { BehaviourSchema, BlockSchema, MarketingSchema } from "./contact";
import { operations } from "./fault";
import { InboundSchema, OutboundSchema } from "./message";
import { issueSentence } from "./parse";
import { Count, GraphId, MessageId, Time, WaId } from "./schema-parts";
import { TemplateCategorySchema, TemplateSchema, TemplateStatusSchema } from "./template";
import { MessagingLimitSchema, WabaStateSchema } from "./world";

/** How far one event may move the clock: 400 days. */
const Step = v.pipe(Count, v.maxValue(400 * 86_400_000));

/** What can happen in a world. `respond` and `receive` make events. Only `apply` reads them. */
const WorldEventSchema = v.variant("type", [
  /** A request was answered: it is counted, and its simulated latency passes. */
  v.strictObject({
    type: v.literal("call_answered"),
    operation: v.picklist(operations),
    latencyMs: v.pipe(Count, v.maxValue(3_600_000)),
  }),
  /** A message was accepted (200 with an id). */
  v.strictObject({ type: v.literal("message_accepted"), message: OutboundSchema }),
  /** A customer wrote: the window opens. */
  v.strictObject({ type: v.literal("message_received"), message: InboundSchema }),
  /** The business marked a customer's message as read. */
  v.strictObject({ type: v.literal("message_marked_read"), id: MessageId, at: Time }),
  /** A management call was made with this number's token. */
  v.strictObject({ type: v.literal("management_called"), phoneNumberId: GraphId, at: Time }),
  /** A person changed their mind or their phone: named fields change, the rest stays. */
  v.strictObject({
    type: v.literal("contact_changed"),
    waId: WaId,
    change: v.strictObject({
      profileName: v.exactOptional(v.nullable(v.string())),
      behaviour: v.exactOptional(BehaviourSchema),
      blockedBy: v.exactOptional(BlockSchema),
      marketing: v.exactOptional(MarketingSchema),
    }),
  }),
  /** Meta approved, rejected, paused or resumed a template, or changed its quality or category. */
  v.strictObject({
    type: v.literal("template_changed"),
    templateId: GraphId,
    change: v.strictObject({
      status: v.exactOptional(TemplateStatusSchema),
      category: v.exactOptional(TemplateCategorySchema),
      quality_score: v.exactOptional(TemplateSchema.entries.quality_score),
      rejected_reason: v.exactOptional(TemplateSchema.entries.rejected_reason),
    }),
  }),
  /** Meta changed a phone number's state, quality, name or limits. */
  v.strictObject({
    type: v.literal("account_changed"),
    phoneNumberId: GraphId,
    change: v.strictObject({
      state: v.exactOptional(AccountSchema.entries.state),
      qualityRating: v.exactOptional(AccountSchema.entries.qualityRating),
      verifiedName: v.exactOptional(AccountSchema.entries.verifiedName),
      limits: v.exactOptional(AccountSchema.entries.limits),
    }),
  }),
  /** Meta changed the state of the WhatsApp Business Account. */
  v.strictObject({
    type: v.literal("waba_changed"),
    change: v.strictObject({ state: v.exactOptional(WabaStateSchema) }),
  }),
  /** Meta changed the portfolio's messaging limit. */
  v.strictObject({
    type: v.literal("business_changed"),
    change: v.strictObject({ messagingLimit: v.exactOptional(MessagingLimitSchema) }),
  }),
  /** Simulated time passed on its own, or a person moved it. */
  v.strictObject({ type: v.literal("time_passed"), ms: Step }),
]);

export type WorldEvent = DeepReadonly<v.InferOutput<typeof WorldEventSchema>>;

const Events = v.array(WorldEventSchema);

/**
 * Parses events from the sandbox, which may be hostile. Returns them, or a sentence that names the first invalid field.
 */
export function parseEvents(value: unknown): Result<readonly WorldEvent[]> {
  const parsed = v.safeParse(Events, value);
  return parsed.success
    ? { ok: true, value: parsed.output }
    : { ok: false, message: issueSentence(parsed.issues[0]) };
}
