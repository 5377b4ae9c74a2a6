import * as v from "valibot";
import type { DeepReadonly } from "../../../../shared/readonly";
import { ErrorNumber, GraphId, MessageId, Time, WaId } from "./schema-parts";
import { TemplateCategorySchema } from "./template";

/** A template's header, body, footer and buttons with the parameters filled in, as the contact sees them. */
const RenderedSchema = v.strictObject({
  header: v.nullable(
    v.variant("format", [
      v.strictObject({ format: v.literal("TEXT"), text: v.string() }),
      v.strictObject({
        format: v.picklist(["IMAGE", "VIDEO", "DOCUMENT"]),
        /** An address, or a media id. */
        source: v.string(),
      }),
      v.strictObject({
        format: v.literal("LOCATION"),
        latitude: v.number(),
        longitude: v.number(),
        name: v.nullable(v.string()),
        address: v.nullable(v.string()),
      }),
    ]),
  ),
  body: v.string(),
  footer: v.nullable(v.string()),
  buttons: v.array(
    v.strictObject({
      type: v.picklist(["QUICK_REPLY", "URL", "PHONE_NUMBER", "COPY_CODE"]),
      text: v.string(),
      /** Address, phone number, code or payload. */
      value: v.string(),
    }),
  ),
});

const ContentSchema = v.variant("type", [
  v.strictObject({ type: v.literal("text"), body: v.string(), previewUrl: v.boolean() }),
  v.strictObject({
    type: v.literal("template"),
    name: v.string(),
    language: v.string(),
    category: TemplateCategorySchema,
    rendered: RenderedSchema,
  }),
]);

/** A message's fate, settled when it is accepted. The clock says how far it has come. */
const LifeSchema = v.variant("end", [
  v.strictObject({
    end: v.literal("arrives"),
    sentAt: Time,
    /** `null`: the phone is off, and the message waits, or is dropped after its time to live. */
    deliveredAt: v.nullable(Time),
    /** `null`: never read. */
    readAt: v.nullable(Time),
  }),
  v.strictObject({
    end: v.literal("fails"),
    failedAt: Time,
    code: ErrorNumber,
    details: v.string(),
  }),
]);

const PricingSchema = v.strictObject({
  category: v.picklist(["service", "utility", "marketing", "authentication"]),
  type: v.picklist(["regular", "free_customer_service"]),
  billable: v.boolean(),
});

export const OutboundSchema = v.strictObject({
  direction: v.literal("outbound"),
  id: MessageId,
  phoneNumberId: GraphId,
  waId: WaId,
  /** The recipient as written in the request. */
  input: v.string(),
  acceptedAt: Time,
  content: ContentSchema,
  /** The message this one answers. */
  context: v.nullable(v.string()),
  callbackData: v.nullable(v.string()),
  /** Whether the customer service window was open when it was accepted. */
  windowOpen: v.boolean(),
  pricing: PricingSchema,
  /** Until when its template's pacing holds it back, or `null` if it was not held. */
  heldUntil: v.nullable(Time),
  life: LifeSchema,
});

/** What a customer sends: text, or a press on a template's quick-reply button. */
const InboundContentSchema = v.variant("type", [
  v.strictObject({ type: v.literal("text"), body: v.string() }),
  v.strictObject({
    type: v.literal("button"),
    text: v.string(),
    /** The payload that the business gave the button, by default its text. */
    payload: v.string(),
  }),
]);

export const InboundSchema = v.strictObject({
  direction: v.literal("inbound"),
  id: MessageId,
  phoneNumberId: GraphId,
  /** Who wrote. */
  waId: WaId,
  receivedAt: Time,
  content: InboundContentSchema,
  /** The business's message this one answers, or `null`. */
  context: v.nullable(MessageId),
  /** When the business marked it as read, or `null`. */
  readAt: v.nullable(Time),
});

export const MessageSchema = v.variant("direction", [OutboundSchema, InboundSchema]);

export type Outbound = DeepReadonly<v.InferOutput<typeof OutboundSchema>>;
export type Inbound = DeepReadonly<v.InferOutput<typeof InboundSchema>>;
export type InboundContent = Inbound["content"];
export type Message = Outbound | Inbound;
export type Rendered = DeepReadonly<v.InferOutput<typeof RenderedSchema>>;
export type Content = DeepReadonly<v.InferOutput<typeof ContentSchema>>;
export type Life = DeepReadonly<v.InferOutput<typeof LifeSchema>>;
export type Pricing = DeepReadonly<v.InferOutput<typeof PricingSchema>>;

type Status = "accepted" | "sent" | "delivered" | "read" | "failed";

/** One step that a message has reached, with its time (Unix ms). */
export interface StatusStep {
  readonly status: Status;
  readonly at: number;
}

/** The steps a message has reached by `now`, oldest first, starting with `accepted`. Time never goes back, so they stay. */
export function stepsOf(acceptedAt: number, life: Life, now: number): readonly [StatusStep, ...StatusStep[]] {
  const later: StatusStep[] =
    life.end === "fails"
      ? [{ status: "failed", at: life.failedAt }]
      : [
          { status: "sent", at: life.sentAt },
          ...(life.deliveredAt === null ? [] : [{ status: "delivered" as const, at: life.deliveredAt }]),
          ...(life.readAt === null ? [] : [{ status: "read" as const, at: life.readAt }]),
        ];
  return [{ status: "accepted", at: acceptedAt }, ...later.filter((step) => step.at <= now)];
}
