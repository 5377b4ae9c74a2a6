/** Faults in the world editor: rules that make calls go wrong. */
import * as form from "../../../ui/parts/form/fields";
import { tokenErrors } from "../errors";
import type { Fault, World } from "../simulator/page";
import {
  callsSoFar,
  callsWords,
  errorChoices,
  faultSentence,
  faultState,
  operationChoices,
} from "./fault-words";
import { type ItemKind, placed } from "./items-section";

type Effect = Fault["effect"];
type EffectOf<Kind extends Effect["kind"]> = Extract<Effect, { kind: Kind }>;

const spans: readonly form.Choice<"once" | "several" | "on">[] = [
  ["once", "This call only"],
  ["several", "Several calls in a row"],
  ["on", "All calls from here"],
];

const effects: readonly form.Choice<Effect["kind"]>[] = [
  ["error", "Meta returns an error"],
  ["slow", "Slow response"],
  ["timeout", "No response (timeout)"],
  ["cut", "Connection lost"],
  ["http", "Not a Meta response"],
];

const lost: readonly form.Choice<"before" | "after">[] = [
  ["before", "Before it was accepted", "Meta never got the request. Nothing was sent."],
  [
    "after",
    "After it was accepted",
    "The message was sent, but the script can't tell. A retry may send it twice.",
  ],
];

/** Why a token is no longer valid, for code 190. */
const subcodes: readonly form.Choice<number | null>[] = [
  [null, "None: the token has expired"],
  ...tokenErrors.map(({ subcode, title }): form.Choice<number> => [subcode, `${subcode} ${title}`]),
];

/** The initial value of each kind of effect. */
const begun: { readonly [Kind in Effect["kind"]]: EffectOf<Kind> } = {
  error: { kind: "error", code: 131057, subcode: null },
  slow: { kind: "slow", ms: 5000 },
  timeout: { kind: "timeout", when: "after" },
  cut: { kind: "cut", when: "after" },
  http: { kind: "http", status: 502, contentType: "text/html", body: "<p>Bad gateway</p>" },
};

const at = form.lensOf<Fault>();
const inHttp = form.within(effectOf("http"));
const inError = form.within(effectOf("error"));

const operation = (world: World): form.Lens<Fault, Fault["operation"]> => ({
  ...at("operation"),
  set: (fault, operation) => ({ ...fault, operation, from: callsSoFar(world, operation) + 1 }),
});

const calls = form.as(at("count"), { show: (count) => count ?? 1, read: (count) => count });

const span: form.Lens<Fault, "once" | "several" | "on"> = {
  id: "span",
  get: ({ count }) => (count === null ? "on" : count === 1 ? "once" : "several"),
  set: (fault, span) => ({ ...fault, count: { once: 1, several: 3, on: null }[span] }),
};

const kind: form.Lens<Fault, Effect["kind"]> = {
  id: "effect",
  get: ({ effect }) => effect.kind,
  set: (fault, kind) => ({ ...fault, effect: begun[kind] }),
};

const code = form.inside<Fault, EffectOf<"error">, number>(effectOf("error"), {
  id: "code",
  get: (effect) => effect.code,
  set: (effect, code) => ({ ...effect, code, subcode: null }),
});

const seconds = form.as(form.within(effectOf("slow"))("ms"), {
  show: (ms) => String(ms / 1000),
  read(text: string) {
    const typed = text.trim() === "" ? Number.NaN : Number(text.trim().replace(",", "."));
    return typed >= 0 && typed <= 600 ? Math.round(typed * 1000) : new form.Wrong("Enter 0 to 600 seconds.");
  },
});

/** The effect, or the initial value of this kind. */
function effectOf<Kind extends Effect["kind"]>(kind: Kind): form.Lens<Fault, EffectOf<Kind>> {
  const fits = (effect: Effect): effect is EffectOf<Kind> => effect.kind === kind;
  return {
    id: kind,
    get: ({ effect }) => (fits(effect) ? effect : begun[kind]),
    set: (fault, effect) => ({ ...fault, effect }),
  };
}

const lostWhen: form.Lens<Fault, "before" | "after"> = {
  id: "when",
  get: ({ effect }) => ("when" in effect ? effect.when : "after"),
  set: (fault, when) => ("when" in fault.effect ? { ...fault, effect: { ...fault.effect, when } } : fault),
};

const hasEffect = (...kinds: Effect["kind"][]) => ({
  when: ({ effect }: Fault) => kinds.includes(effect.kind),
});

export const faultKind: ItemKind<Fault, Fault> = {
  noun: "fault",
  purpose:
    "Make selected calls fail to test your error handling. The first matching rule applies. Delays add up.",
  about: "Select a fault to edit it, or add one.",
  none: "No faults. Calls behave as they do with Meta.",
  all: (world) => world.faults,
  idOf: (_, at) => String(at),
  name: faultSentence,
  spoken: (fault) => `fault: ${faultSentence(fault).slice(0, -1)}`,
  note: (fault, world) => faultState(world, fault),
  begin: (world, fault) =>
    fault ?? {
      operation: "send_message",
      from: callsSoFar(world, "send_message") + 1,
      count: 1,
      effect: begun.error,
    },
  title: (_, id) => (id === null ? "New fault" : "Edit fault"),
  head: ({ value, isWrong }) => (
    <p class="world-sentence" aria-live="polite">
      {isWrong ? "…" : faultSentence(value)}
    </p>
  ),
  fields: (world) => [
    form.choice("Which calls", operation(world), operationChoices, {
      hint: (fault) => callsWords(world, fault.operation),
      resets: ["from"],
    }),
    form.whole("From call number", at("from"), [1, Number.MAX_SAFE_INTEGER], {
      half: true,
      hint: "Counted from the start of this world.",
      wrong: "Enter 1 or more: the 1st, 2nd, 3rd… call in this world.",
    }),
    form.choice("How many", span, spans, { half: true }),
    form.whole("Calls in a row", calls, [1, Number.MAX_SAFE_INTEGER], {
      half: true,
      when: ({ count }) => count !== null && count !== 1,
      wrong: "Enter 1 or more.",
    }),
    ({ operation }) => [
      form.actions("next", [
        {
          label: "From the next call",
          types: { from: String(callsSoFar(world, operation) + 1), span: "on" },
        },
      ]),
    ],
    form.choice("What happens", kind, effects),
    form.choice("Error", code, errorChoices, { ...hasEffect("error"), resets: ["error.subcode"] }),
    form.choice("Subcode", inError("subcode"), subcodes, {
      when: ({ effect }) => effect.kind === "error" && effect.code === 190,
    }),
    form.line("Extra seconds", seconds, {
      ...hasEffect("slow"),
      hint: "Simulated time. After 30 s the call times out, but may have gone through.",
      input: { inputMode: "decimal" },
    }),
    form.whole("HTTP status", inHttp("status"), [200, 599], {
      ...hasEffect("http"),
      half: true,
      wrong: "Enter an HTTP status from 200 to 599.",
    }),
    form.line("Content type", inHttp("contentType"), { ...hasEffect("http"), half: true }),
    form.area("Body", inHttp("body"), { ...hasEffect("http"), rows: 4 }),
    form.choice("When", lostWhen, lost, hasEffect("timeout", "cut")),
  ],
  put: (world, fault, id, at) => ({
    ...world,
    faults: placed(world.faults, fault, id === null ? -1 : Number(id), at),
  }),
  remove: (world, id) => ({ ...world, faults: world.faults.filter((_, place) => place !== Number(id)) }),
  // A form names its rule by its place in the list.
  closes: (open, removed) => Number(open) >= Number(removed),
};
