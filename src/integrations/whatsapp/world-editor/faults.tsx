/** Faults in the world editor: rules that make calls go wrong. */
import * as form from "../../../ui/parts/form/fields";
import { tokenErrors } from "../errors";
import type { Fault } from "../simulator/page";
import { callsSoFar, callsWords, errorChoices, faultSentence, faultState, operations } from "./fault-words";
import { type ItemKind, placed } from "./items-section";

type Effect = Fault["effect"];
type EffectOf<Kind extends Effect["kind"]> = Extract<Effect, { kind: Kind }>;

const spans: readonly form.Choice<"once" | "several" | "on">[] = [
  ["once", "That call only"],
  ["several", "Several calls in a row"],
  ["on", "All from there on"],
];

const effects: readonly form.Choice<Effect["kind"]>[] = [
  ["error", "An error of Meta's"],
  ["slow", "A slow answer"],
  ["timeout", "No answer (time-out)"],
  ["cut", "The connection is cut"],
  ["http", "An answer that is not Meta's"],
];

const lost: readonly form.Choice<"before" | "after">[] = [
  ["before", "Before it was accepted", "Meta never saw the request: nothing was sent."],
  [
    "after",
    "After it was accepted",
    "The message was sent, but the script cannot know: sending again may send it twice.",
  ],
];

/** Why a token counts no more, for code 190. */
const subcodes: readonly form.Choice<number | null>[] = [
  [null, "None: the token has expired"],
  ...tokenErrors.map(({ subcode, title }): form.Choice<number> => [subcode, `${subcode} ${title}`]),
];

/** What each kind of effect begins with. */
const begun: { readonly [Kind in Effect["kind"]]: EffectOf<Kind> } = {
  error: { kind: "error", code: 131057, subcode: null },
  slow: { kind: "slow", ms: 5000 },
  timeout: { kind: "timeout", when: "after" },
  cut: { kind: "cut", when: "after" },
  http: { kind: "http", status: 502, contentType: "text/html", body: "<p>Bad gateway</p>" },
};

const at = form.keysOf<Fault>();
const inError = form.keysOf<EffectOf<"error">>();
const inHttp = form.keysOf<EffectOf<"http">>();

/** The effect, if it is of one of these kinds. */
function effectOf<Kind extends Effect["kind"]>(...kinds: Kind[]): form.Lens<Fault, EffectOf<Kind> | null> {
  const fits = (effect: Effect): effect is EffectOf<Kind> => kinds.some((kind) => kind === effect.kind);
  return {
    id: "",
    get: ({ effect }) => (fits(effect) ? effect : null),
    set: (fault, effect) => (effect === null ? fault : { ...fault, effect }),
  };
}

const seconds: form.Lens<EffectOf<"slow">, string> = {
  id: "slow",
  get: ({ ms }) => String(ms / 1000),
  set: (effect, text) => {
    const typed = text.trim() === "" ? Number.NaN : Number(text.trim().replace(",", "."));
    return typed >= 0 && typed <= 600
      ? { ...effect, ms: Math.round(typed * 1000) }
      : "Type seconds from 0 to 600.";
  },
};

export const faultKind: ItemKind<Fault, Fault> = {
  noun: "fault",
  about:
    "A fault makes chosen calls go wrong, so that a script can show what it does about it. The first rule that answers wins; slow ones add up.",
  none: "No faults: every call is answered as Meta would.",
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
  title: (_, id) => (id === null ? "New fault" : "Change the fault"),
  head: ({ value, isWrong }) => (
    <p class="world-sentence" aria-live="polite">
      {isWrong ? "…" : faultSentence(value)}
    </p>
  ),
  fields: (world) => [
    form.choice(
      "Which calls",
      {
        ...at("operation"),
        set: (fault, operation) => ({ ...fault, operation, from: callsSoFar(world, operation) + 1 }),
      },
      operations,
      { hint: ({ operation }) => callsWords(world, operation), resets: ["from"] },
    ),
    form.whole("From call number", at("from"), [1, Number.MAX_SAFE_INTEGER], {
      half: true,
      hint: "Counted since the world began.",
      wrong: "Type a number from 1 on: the 1st, 2nd, 3rd… call since the world began.",
    }),
    form.choice(
      "How many",
      {
        id: "span",
        get: ({ count }) => (count === null ? "on" : count === 1 ? "once" : "several"),
        set: (fault, span) => ({ ...fault, count: { once: 1, several: 3, on: null }[span] }),
      },
      spans,
      { half: true },
    ),
    form.whole(
      "Calls in a row",
      { id: "count", get: ({ count }) => count ?? 1, set: (fault, count) => ({ ...fault, count }) },
      [1, Number.MAX_SAFE_INTEGER],
      {
        when: ({ count }) => count !== null && count !== 1,
        wrong: "Type how many calls: a number from 1 on.",
      },
    ),
    form.actions("next", ({ operation }) => [
      {
        label: "From the next call on",
        types: { from: String(callsSoFar(world, operation) + 1), span: "on" },
      },
    ]),
    form.choice(
      "What happens",
      {
        id: "effect",
        get: ({ effect }) => effect.kind,
        set: (fault, kind) => ({ ...fault, effect: begun[kind] }),
      },
      effects,
    ),
    form.part(effectOf("error"), [
      form.choice(
        "Error",
        { ...inError("code"), set: (effect, code) => ({ ...effect, code, subcode: null }) },
        errorChoices,
        { resets: ["subcode"] },
      ),
      form.choice("Subcode", inError("subcode"), subcodes, { when: ({ code }) => code === 190 }),
    ]),
    form.part(effectOf("slow"), [
      form.line("Slow by, in seconds", seconds, {
        hint: "Simulated time. Past 30 s nobody waits for the answer any more: the call fails, and may have gone through.",
        input: { inputMode: "decimal" },
      }),
    ]),
    form.part(effectOf("http"), [
      form.whole("HTTP status", inHttp("status"), [200, 599], {
        half: true,
        wrong: "Type an HTTP status from 200 to 599.",
      }),
      form.line("Content type", inHttp("contentType"), { half: true }),
      form.area("Body", inHttp("body"), { rows: 4 }),
    ]),
    form.part(effectOf("timeout", "cut"), [
      form.choice("When", form.keysOf<EffectOf<"timeout" | "cut">>()("when"), lost),
    ]),
  ],
  put: (world, fault, id, at) => ({
    ...world,
    faults: placed(world.faults, fault, id === null ? -1 : Number(id), at),
  }),
  remove: (world, id) => ({ ...world, faults: world.faults.filter((_, place) => place !== Number(id)) }),
  // A form names its rule by its place in the list.
  closes: (open, removed) => Number(open) >= Number(removed),
};
