import * as v from "valibot";
import type { DeepReadonly } from "../../../../shared/readonly";
import { Count, GraphId, Time, WaId } from "./schema-parts";

/** How much of a limit is used: `count` since the time `since` (Unix ms). */
const UsageSchema = v.strictObject({ since: Time, count: Count });

/** State of a business phone number. Each except `connected` has its own error on sending. */
const AccountStateSchema = v.picklist([
  "connected",
  /** 133010. */
  "not_registered",
  /** Code 33, for every call on the number. */
  "deleted",
  /** Its throughput is being upgraded: 131057. */
  "in_maintenance",
  /** A 555 number from Meta whose display name is waiting for approval: 131037. */
  "name_not_approved",
  /** Locked for breaking a policy: 131031. */
  "locked",
]);

/** What a token may do. */
const TokenScopeSchema = v.picklist(["whatsapp_business_messaging", "whatsapp_business_management"]);

/** Subcodes of 190 that say why a token is no longer valid, except expiry (463). */
const TokenEndSchema = v.picklist([458, 459, 460, 464, 467]);

/** A business phone number with the token that may use it. */
export const AccountSchema = v.strictObject({
  /** The name in `app.integrations.whatsapp.NAME`. */
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(100)),
  phoneNumberId: GraphId,
  /** Digits only. */
  phoneNumber: WaId,
  verifiedName: v.string(),
  qualityRating: v.picklist(["GREEN", "YELLOW", "RED", "UNKNOWN"]),
  state: AccountStateSchema,
  /** Meta's test numbers reach only these WhatsApp IDs (131030). `null`: everyone. */
  allowedRecipients: v.nullable(v.array(WaId)),
  token: v.strictObject({
    value: v.pipe(v.string(), v.regex(/^[A-Za-z0-9]{8,}$/, "Expected at least 8 letters and digits")),
    /** The system user behind the token, as returned by `/me`. */
    userId: GraphId,
    userName: v.string(),
    email: v.string(),
    /** When it expires (190/463). `null`: never. */
    expiresAt: v.nullable(Time),
    /** Why it was invalidated before it expired, as a subcode of 190, or `null`. */
    invalidated: v.nullable(TokenEndSchema),
    /** Without messaging, sends fail with 10. Without management, templates fail with 200. */
    scopes: v.array(TokenScopeSchema),
  }),
  limits: v.strictObject({
    /** Throughput: more fails with 130429. */
    messagesPerSecond: v.pipe(Count, v.minValue(1)),
    /** Management calls, here listing templates: more fails with 80007. */
    managementPerHour: v.pipe(Count, v.minValue(1)),
  }),
  usage: v.strictObject({ messages: UsageSchema, management: UsageSchema }),
});

export type WorldAccount = DeepReadonly<v.InferOutput<typeof AccountSchema>>;

type Usage = WorldAccount["usage"]["messages"];

/** How long a number's messages and its management calls are counted, in ms. */
export const throughputPeriod = 1_000;
export const managementPeriod = 3_600_000;

/** One message every 6 seconds to the same user (Meta, "about the platform"). */
export const pairInterval = 6_000;

/** A count that restarts every `period` ms: the usage after one more at `now`. */
export function useOnce(usage: Usage, now: number, period: number): Usage {
  return now - usage.since < period ? { ...usage, count: usage.count + 1 } : { since: now, count: 1 };
}

/** When the pair's quota is full again after one more message at `now`. */
export function pairFreeAfter(pairFreeAt: number, now: number): number {
  return Math.max(pairFreeAt, now) + pairInterval;
}
