/** Fault rules in sentences: `The 3rd send_template fails with 131057 (Account in maintenance mode).` */
import { counted } from "../../../shared/counted";
import type { Choice } from "../../../ui/parts/form/fields";
import { errorRow, knownErrorCodes } from "../errors";
import { callCount, type Fault, operations, type World } from "../simulator/page";

/** Calls as a person picks them. */
export const operationChoices: readonly Choice<Fault["operation"]>[] = [
  ...operations.map(
    (name): Choice<Fault["operation"]> => [name, name === "other" ? "any other request" : name],
  ),
  ["any", "every call"],
];

/** Every error a fault can return: its code, Meta's title, its cause. */
export const errorChoices: readonly Choice<number>[] = knownErrorCodes.map((code) => {
  const { title, cause } = errorRow(code);
  return [code, `${code} ${title}`, cause];
});

export function faultSentence(fault: Fault): string {
  return `${whichCalls(fault)} ${whatHappens(fault.effect)}.`;
}

function whichCalls({ operation, from, count }: Fault): string {
  const noun = nounOf(operation);
  if (count === null) return from === 1 ? `Every ${noun}` : `Every ${noun} from the ${ordinal(from)} on`;
  if (count === 1) return `The ${ordinal(from)} ${noun}`;
  return `Each ${noun} from the ${ordinal(from)} to the ${ordinal(from + count - 1)}`;
}

function nounOf(operation: Fault["operation"]): string {
  if (operation === "any") return "call";
  return operation === "other" ? "other request" : operation;
}

function whatHappens(effect: Fault["effect"]): string {
  switch (effect.kind) {
    case "error": {
      const subcode = effect.subcode === null ? "" : `/${effect.subcode}`;
      return `fails with ${effect.code}${subcode} (${errorRow(effect.code, effect.subcode).title})`;
    }
    case "http":
      return `gets HTTP ${effect.status} with ${effect.body === "" ? "nothing in it" : effect.contentType}, not from Meta`;
    case "slow":
      return `takes ${effect.ms / 1000} s longer`;
    case "timeout":
      return `gets no response for 30 s, ${lostWhen(effect.when)}`;
    case "cut":
      return `loses its connection ${lostWhen(effect.when)}`;
  }
}

function lostWhen(when: "before" | "after"): string {
  return `${when} Meta accepts it`;
}

const ordinals = new Intl.PluralRules("en", { type: "ordinal" });

/** `1st`, `2nd`, `3rd`, `11th`, `112th`. @internal */
export function ordinal(number: number): string {
  const ends = { one: "st", two: "nd", few: "rd", many: "th", zero: "th", other: "th" };
  return `${number}${ends[ordinals.select(number)]}`;
}

/** How many calls of this kind the world has answered. */
export function callsSoFar(world: World, operation: Fault["operation"]): number {
  return operation === "any" ? callCount(world) : world.calls[operation];
}

/** `2 send_template calls so far. The next is the 3rd.` */
export function callsWords(world: World, operation: Fault["operation"]): string {
  const had = callsSoFar(world, operation);
  const noun = { any: "call", other: "other request" }[String(operation)] ?? `${operation} call`;
  if (had === 0) return `No ${noun}s yet.`;
  return `${counted(had, noun)} so far. The next is the ${ordinal(had + 1)}.`;
}

/** Whether the rule matches the next call, is still to come or is over. */
export function faultState(world: World, fault: Fault): string {
  const next = callsSoFar(world, fault.operation) + 1;
  if (fault.count !== null && next >= fault.from + fault.count) return "Over";
  if (next >= fault.from) return "Applies to the next call";
  return `After ${counted(fault.from - next, "more call")}`;
}
