/** The fields of the business and of the rules that hold for all of its numbers. */
import * as form from "../../../ui/parts/form/fields";
import { usualLatency, type World } from "../simulator/page";
import { commaSeparated } from "./comma-separated";

type Rules = World["rules"];

const windows: readonly form.Choice<Rules["closedWindow"]>[] = [
  [
    "fails_later",
    "Accepted, then fails",
    "As Meta does it: 200 with an id, and soon after it fails with 131047.",
  ],
  ["refused_at_once", "Refused at once", "Not as Meta does it, but easier to see: the call answers 131047."],
];

const limitStatuses: readonly form.Choice<Rules["rateLimitStatus"]>[] = [
  [400, "HTTP 400", "What Meta's page said in 2026."],
  [429, "HTTP 429", "What older copies of Meta's page said."],
];

const tiers: readonly form.Choice<World["business"]["messagingLimit"]>[] = [
  ["TIER_50", "50 people", "An older step, which Meta's answers still show."],
  ["TIER_250", "250 people", "What a new business has."],
  ["TIER_1K", "1,000 people", "An older step, which Meta's answers still show."],
  ["TIER_2K", "2,000 people", "After Meta has verified the business."],
  ["TIER_10K", "10,000 people", "Grown by good quality."],
  ["TIER_100K", "100,000 people", "Grown by good quality."],
  ["TIER_UNLIMITED", "Without limit", "Everybody can be reached."],
];

const wabaStates: readonly form.Choice<World["waba"]["state"]>[] = [
  ["active", "Active", "Nothing is in the way."],
  ["restricted", "Restricted", "For breaking a policy: every send answers 368."],
  ["payment_problem", "No way to pay", "Messages that cost something fail with 131042."],
  ["marketing_switched_off", "Marketing switched off", "Marketing templates answer 131063."],
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
        ? new form.Wrong("The fastest call must not be slower than the slowest.")
        : { ...rules, latencyMs };
    },
  };
}

export const worldFields: form.Fields<World> = [
  form.line("Business name", form.trimmed(inBusiness("name")), {
    needed: "A business needs a name.",
  }),
  form.choice("Messaging limit", inBusiness("messagingLimit"), tiers, {
    hint: "Different people within 24 h, their windows being closed; beyond it messages fail with 131048.",
  }),
  form.choice("Free text outside the window", inRules("closedWindow"), windows),
  form.choice("Status when a limit is hit", inRules("rateLimitStatus"), limitStatuses),
  form.whole("Marketing templates a day", inRules("marketingPerDay"), [0, 1_000_000], {
    hint: "To one contact outside its window; more fail with 131049. Meta keeps its own number secret.",
  }),
  form.whole("Fastest call", form.inside(at("rules"), latency("fastest")), [1, 29_000], {
    hint: "Milliseconds of simulated time that a call takes at least.",
  }),
  form.whole("Slowest call", form.inside(at("rules"), latency("slowest")), [1, 29_000], {
    hint: "Milliseconds it takes at most, drawn for each call.",
  }),
  form.whole("Seed", at("seed"), [0, 0xffff_ffff], {
    hint: "Ids, latencies, math.random and the order of pairs are drawn from it: a run over the same world repeats exactly. Try another seed to see whether a script relies on an order.",
  }),
  form.choice("Business account", inWaba("state"), wabaStates),
  form.line("Countries it may not write to", commaSeparated(inWaba("restrictedCodes"), String, readCode), {
    optional: true,
    hint: "Calling codes, such as 44, 353. Sends to them answer 130497.",
  }),
];

function readCode(text: string): string | form.Wrong {
  const code = /^\+?([1-9]\d{0,2})$/.exec(text)?.[1];
  const hint = "Type codes such as 44 or +353, with commas between.";
  return code ?? new form.Wrong(`${text} is not a calling code. ${hint}`);
}
