import * as v from "valibot";
import type { DeepReadonly } from "./readonly";
import { Count, GraphId, Time, WaId } from "./schema-parts";

/** How much of a limit is used: `count` since the time `since` (Unix ms). */
const Usage = v.strictObject({ since: Time, count: Count });

/** A business phone number with the token that may use it. */
export const AccountSchema = v.strictObject({
  /** The name in `app.integrations.whatsapp.NAME`. */
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(100)),
  phoneNumberId: GraphId,
  /** Digits alone. */
  phoneNumber: WaId,
  verifiedName: v.string(),
  qualityRating: v.picklist(["GREEN", "YELLOW", "RED", "UNKNOWN"]),
  /** False: sends end in 133010. */
  registered: v.boolean(),
  /** Meta's test numbers reach only these WhatsApp IDs (131030); null: everybody. */
  allowedRecipients: v.nullable(v.array(WaId)),
  token: v.strictObject({
    value: v.pipe(v.string(), v.regex(/^[A-Za-z0-9]{8,}$/, "Expected at least 8 letters and digits")),
    /** The system user behind the token, as `/me` gives it. */
    userId: GraphId,
    userName: v.string(),
    email: v.string(),
    /** When it ends (190/463); null: never. */
    expiresAt: v.nullable(Time),
  }),
  limits: v.strictObject({
    /** Throughput: more answers 130429. */
    messagesPerSecond: v.pipe(Count, v.minValue(1)),
    /** Management calls, here listing templates: more answers 80007. */
    managementPerHour: v.pipe(Count, v.minValue(1)),
  }),
  usage: v.strictObject({ messages: Usage, management: Usage }),
});

export type Account = DeepReadonly<v.InferOutput<typeof AccountSchema>>;
