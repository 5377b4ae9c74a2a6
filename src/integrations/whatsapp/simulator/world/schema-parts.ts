import * as v from "valibot";

/** Unix milliseconds, up to the year 5138, so sums of times stay exact integers. */
export const Time = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(99_999_999_999_999));

/**
 * The latest time the clock may show: some days before the end of time, since a message's fate is later than the time it was
 * accepted.
 */
export const latestClock = 99_999_000_000_000;

/** A count of things. */
export const Count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER));

/** The code of one of Meta's errors. Only code that answers calls needs the list (`whatsapp/errors`). */
export const ErrorNumber = v.pipe(Count, v.maxValue(9_999_999));

/** A Graph object id: digits only. */
export const GraphId = v.pipe(v.string(), v.regex(/^\d{1,32}$/, "Expected an id of 1 to 32 digits"));

/** A WhatsApp ID: a phone number as digits only, country code first. */
export const WaId = v.pipe(
  v.string(),
  v.regex(/^[1-9]\d{4,15}$/, "Expected a phone number of 5 to 16 digits without +"),
);

/** A message id of at most 128 characters (Meta's messages reference). */
export const MessageId = v.pipe(
  v.string(),
  v.regex(/^wamid\.\S+$/, "Expected a message id that begins with wamid."),
  v.maxLength(128),
);
