/** The world's settings in plain words, each value with what it does to a script. */
import type { Account } from "../../simulator/world/account";
import type { World } from "../../simulator/world/world";

interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly means: string;
}

export const closedWindowChoices: readonly Choice<World["rules"]["closedWindow"]>[] = [
  {
    value: "fails_later",
    label: "Accepted, then fails",
    means: "As Meta does it: the call answers 200 with an id, and the message fails with 131047 soon after.",
  },
  {
    value: "refused_at_once",
    label: "Refused at once",
    means: "Not as Meta does it, but easier to see: the call itself answers 131047.",
  },
];

export const rateStatusChoices: readonly Choice<"400" | "429">[] = [
  { value: "400", label: "HTTP 400", means: "What Meta's page said in 2026." },
  { value: "429", label: "HTTP 429", means: "What older copies of Meta's page said." },
];

export const tierChoices: readonly Choice<World["business"]["messagingLimit"]>[] = [
  { value: "TIER_250", label: "250 people", means: "What a new business has." },
  { value: "TIER_2K", label: "2,000 people", means: "After Meta has verified the business." },
  { value: "TIER_10K", label: "10,000 people", means: "Grown by good quality." },
  { value: "TIER_100K", label: "100,000 people", means: "Grown by good quality." },
  { value: "TIER_UNLIMITED", label: "Without limit", means: "Everybody can be reached." },
];

export const wabaChoices: readonly Choice<World["waba"]["state"]>[] = [
  { value: "active", label: "Active", means: "Nothing is in the way." },
  { value: "restricted", label: "Restricted", means: "For breaking a policy: every send answers 368." },
  {
    value: "payment_problem",
    label: "No way to pay",
    means: "Messages that cost something fail with 131042.",
  },
  {
    value: "marketing_switched_off",
    label: "Marketing switched off",
    means: "Marketing templates answer 131063.",
  },
];

export const stateChoices: readonly Choice<Account["state"]>[] = [
  { value: "connected", label: "Connected", means: "Registered and ready to send." },
  { value: "not_registered", label: "Not registered", means: "Every send answers 133010." },
  { value: "in_maintenance", label: "In maintenance", means: "Every send answers 131057." },
  { value: "name_not_approved", label: "Display name not approved", means: "Every send answers 131037." },
  { value: "locked", label: "Locked", means: "For breaking a policy: every send answers 131031." },
  { value: "deleted", label: "Deleted", means: "Every call on the number answers 33." },
];

export const qualityChoices: readonly Choice<Account["qualityRating"]>[] = [
  { value: "GREEN", label: "Green", means: "High quality." },
  { value: "YELLOW", label: "Yellow", means: "Medium quality." },
  { value: "RED", label: "Red", means: "Low quality." },
  { value: "UNKNOWN", label: "Unknown", means: "Meta has not rated it yet." },
];

export const invalidatedChoices: readonly Choice<"" | "458" | "459" | "460" | "464" | "467">[] = [
  { value: "", label: "No", means: "The token is good until it expires." },
  { value: "458", label: "App removed (458)", means: "Every call answers 190 with subcode 458." },
  { value: "459", label: "User must log in (459)", means: "Every call answers 190 with subcode 459." },
  { value: "460", label: "Password changed (460)", means: "Every call answers 190 with subcode 460." },
  { value: "464", label: "User not confirmed (464)", means: "Every call answers 190 with subcode 464." },
  { value: "467", label: "Withdrawn (467)", means: "Every call answers 190 with subcode 467." },
];

/** What the chosen value means. */
export function meaning<Value extends string>(choices: readonly Choice<Value>[], value: Value): string {
  return choices.find((choice) => choice.value === value)?.means ?? "";
}
