import type { StepsModel, StepsState } from "../../app/steps";
import type { StepView } from "../../app/steps-session";
import { count } from "../../shared/counted";
import { changesIn } from "../../steps/changes";
import { shortValue } from "../../steps/short-value";
import type { RunStep } from "../../steps/step";

export type ShownSteps = Extract<StepsState, { readonly kind: "open" }>;

/** `Line 12 · step 340 of 1,204` */
export function stepPlaceText({ timeline, at }: ShownSteps): string {
  const step = timeline.at(at);
  const place = `step ${count(at)} of ${count(timeline.count)}`;
  return step === null ? place : `${where(step)} · ${place}`;
}

const WHAT: { readonly [Kind in RunStep["kind"]]?: string } = {
  print: "Print",
  request: "Call",
  error: "Error",
};

function where({ kind, line }: RunStep): string {
  if (kind === "end") return "End";
  const what = WHAT[kind];
  return what === undefined ? `Line ${line}` : `${what} on line ${line}`;
}

/** Most values read out at a step. */
const MOST_VALUES = 5;

/** What a screen reader announces for a step: `Line 12, step 340 of 1,204, total = 7`. */
export function stepNews(state: ShownSteps, view: StepView | null): string {
  const place = stepPlaceText(state).replace(" · ", ", ");
  if (view === null || view.step !== state.at) return place;
  const { moment, before, entered } = view;
  const { locals, upvalues, globals } = changesIn(
    before?.moment ?? null,
    moment,
    { thread: 0, frame: 0 },
    entered,
  );
  const frame = moment.threads[0]?.frames[0];
  const changed = [
    ...(frame?.locals ?? []).filter(({ name }) => locals.has(name)),
    ...(frame?.upvalues ?? []).filter(({ name }) => upvalues.has(name)),
    ...moment.globals.filter(({ name }) => globals.has(name)),
  ];
  const values = changed.slice(0, MOST_VALUES).map(({ name, value }) => {
    return `${name} = ${shortValue(value, moment.tables, 60)}`;
  });
  const more = changed.length > MOST_VALUES ? [`${changed.length - MOST_VALUES} more changed`] : [];
  return [place, ...values, ...more].join(", ");
}

const MOVES = {
  into: "step",
  over: "step in this function",
  out: "step outside this function",
  print: "print",
  request: "call",
  visit: "visit to this line",
  first: "step",
  last: "step",
} as const;

/** Says that a move led nowhere: `There is no later print.` */
export function blockedText(blocked: StepsModel["blocked"]["value"]): string {
  if (blocked === null) return "";
  return `There is no ${blocked.direction === 1 ? "later" : "earlier"} ${MOVES[blocked.move]}.`;
}
