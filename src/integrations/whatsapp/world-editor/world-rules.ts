/** The fields of the business and of the rules for all its numbers. */
import * as form from "../../../ui/parts/form/fields";
import { usualLatency, type World } from "../simulator/page";
import { commaSeparated } from "./comma-separated";

type Rules = World["rules"];

const windows: readonly form.Choice<Rules["closedWindow"]>[] = [
  ["fails_later", "Accepted, then fails", "Like Meta: returns an ID, then fails with 131047."],
  ["refused_at_once", "Rejected immediately", "Unlike Meta, but easier to see: the call fails with 131047."],
];

const limitStatuses: readonly form.Choice<Rules["rateLimitStatus"]>[] = [
  [400, "HTTP 400", "Meta's docs in 2026."],
  [429, "HTTP 429", "Meta's older docs."],
];

const tiers: readonly form.Choice<World["business"]["messagingLimit"]>[] = [
  ["TIER_50", "50 people", "An older tier that Meta's API still returns."],
  ["TIER_250", "250 people", "New businesses."],
  ["TIER_1K", "1,000 people", "An older tier that Meta's API still returns."],
  ["TIER_2K", "2,000 people", "Verified businesses."],
  ["TIER_10K", "10,000 people", "Earned through quality."],
  ["TIER_100K", "100,000 people", "Earned through quality."],
  ["TIER_UNLIMITED", "Unlimited", "No limit."],
];

const wabaStates: readonly form.Choice<World["waba"]["state"]>[] = [
  ["active", "Active", "No restrictions."],
  ["restricted", "Restricted", "Policy violation: sends fail with 368."],
  ["payment_problem", "No payment method", "Paid messages fail with 131042."],
  ["marketing_switched_off", "Marketing disabled", "Marketing templates fail with 131063."],
];

const at = form.lensOf<World>();
const inRules = form.within(at("rules"));
const inBusiness = form.within(at("business"));
const inWaba = form.within(at("waba"));

function latency(which: "fastest" | "slowest"): form.Lens<Rules, number> {
  return {
    id: which,
    get: ({ latencyMs = usualLatency }) => latencyMs[which],
    set(rules, ms) {
      const latencyMs = { ...(rules.latencyMs ?? usualLatency), [which]: ms };
      return latencyMs.fastest > latencyMs.slowest
        ? new form.Wrong("The minimum latency can't exceed the maximum.")
        : { ...rules, latencyMs };
    },
  };
}

export const worldFields: form.Fields<World> = [
  form.line("Business name", form.trimmed(inBusiness("name")), {
    needed: "A business needs a name.",
  }),
  form.choice("Messaging limit", inBusiness("messagingLimit"), tiers, {
    hint: "New people you may message in 24 hours. Messages above this limit fail with 131048.",
  }),
  form.choice("Free text outside the window", inRules("closedWindow"), windows),
  form.choice("HTTP status for rate limits", inRules("rateLimitStatus"), limitStatuses),
  form.whole("Marketing templates per day", inRules("marketingPerDay"), [0, 1_000_000], {
    hint: "For each contact, outside the window. Messages above this limit fail with 131049. Meta doesn't publish its own limit.",
  }),
  form.whole("Minimum latency (ms)", form.inside(at("rules"), latency("fastest")), [1, 29_000], {
    hint: "Each call takes at least this long, in simulated time.",
  }),
  form.whole("Maximum latency (ms)", form.inside(at("rules"), latency("slowest")), [1, 29_000], {
    hint: "Each call takes at most this long. The latency of each is random.",
  }),
  form.whole("Seed", at("seed"), [0, 0xffff_ffff], {
    hint: "Sets IDs, latencies, math.random and the order of pairs, so that runs repeat exactly. Change it to check that a script doesn't rely on an order.",
  }),
  form.choice("Business account", inWaba("state"), wabaStates),
  form.line("Blocked countries", commaSeparated(inWaba("restrictedCodes"), String, readCode), {
    optional: true,
    hint: "Calling codes, e.g. 44, 353. Sends to them fail with 130497.",
  }),
];

function readCode(text: string): string | form.Wrong {
  const code = /^\+?([1-9]\d{0,2})$/.exec(text)?.[1];
  const hint = "Enter codes such as 44 or +353, separated by commas.";
  return code ?? new form.Wrong(`${text} isn't a calling code. ${hint}`);
}
