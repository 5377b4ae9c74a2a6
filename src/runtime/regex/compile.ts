import { PatternError } from "./delimiters";
import type { GroupName, ParsedPattern, PlaceTest, PointTest, RegexNode } from "./nodes";

/** A step of a compiled pattern. Targets are indices of steps. */
export type RegexStep =
  | { readonly op: "point"; readonly test: PointTest }
  | { readonly op: "place"; readonly test: PlaceTest }
  /** One set again and again: no step for each character. */
  | {
      readonly op: "run";
      readonly test: PointTest;
      readonly least: number;
      readonly most: number;
      readonly lazy: boolean;
    }
  /** Tries the next step first, `other` later. */
  | { readonly op: "split"; other: number }
  /** Tries `other` first, the next step later. */
  | { readonly op: "splitLate"; other: number }
  | { readonly op: "jump"; to: number }
  | { readonly op: "save"; readonly slot: number }
  /** Leaves a loop whose last round consumed nothing. `slot` has the place where it began. */
  | { readonly op: "progress"; readonly slot: number; exit: number }
  /** Where a group ends, and a recursion into it returns. */
  | { readonly op: "groupEnd"; readonly number: number }
  | { readonly op: "call"; readonly group: number; to: number }
  /** Begins something matched once and not retried: an atomic group or a lookaround (`restore`: back to where it began). */
  | { readonly op: "hold" }
  | { readonly op: "release"; readonly restore: boolean }
  /** A negative lookaround: continues at `other` if what follows fails. */
  | { readonly op: "unless"; other: number }
  | { readonly op: "refuse" }
  | { readonly op: "back"; readonly count: number }
  | { readonly op: "reference"; readonly groups: readonly number[]; readonly ignoreCase: boolean }
  | { readonly op: "ifGroup"; readonly groups: readonly number[]; other: number };

export interface Program {
  readonly steps: readonly RegexStep[];
  /** Captures, two a group, then where the rounds of loops began. */
  readonly slots: number;
  /** The first character of every match, or `null` if that is not known. */
  readonly first: PointTest | null;
}

/** `(a{1000}){1000}` would be a million steps. */
const MOST_STEPS = 100_000;

export function compilePattern({ root, groups, names }: ParsedPattern): Program {
  const steps: RegexStep[] = [];
  const starts = new Map<number, number>();
  const calls: Extract<RegexStep, { op: "call" }>[] = [];
  let slots = (groups + 1) * 2;
  let emitted = 0;

  const add = <Added extends RegexStep>(step: Added): Added => {
    if (steps.length >= MOST_STEPS) throw new PatternError("the pattern is too large");
    steps.push(step);
    return step;
  };
  const numbers = (group: GroupName): number[] =>
    typeof group === "number"
      ? [group]
      : names.filter(([name]) => name === group).map(([, number]) => number);

  function group(number: number, body: RegexNode): void {
    if (!starts.has(number)) starts.set(number, steps.length);
    add({ op: "save", slot: number * 2 });
    emit(body);
    add({ op: "groupEnd", number });
  }

  function repeat({ body, least, most, lazy }: Extract<RegexNode, { kind: "repeat" }>): void {
    if (body.kind === "point") {
      add({ op: "run", test: body.test, least, most, lazy });
      return;
    }
    if (most === 0) {
      // Never matched, but its groups can be called.
      const over = add({ op: "jump", to: 0 });
      emit(body);
      over.to = steps.length;
      return;
    }
    for (let i = 0; i < least; i++) emit(body);
    const op = lazy ? "splitLate" : "split";
    if (most === Number.POSITIVE_INFINITY) {
      const slot = slots++;
      const begin = steps.length;
      const split = add({ op, other: 0 });
      add({ op: "save", slot });
      emit(body);
      const progress = add({ op: "progress", slot, exit: 0 });
      add({ op: "jump", to: begin });
      split.other = steps.length;
      progress.exit = steps.length;
      return;
    }
    const splits = [];
    for (let i = least; i < most; i++) {
      splits.push(add({ op, other: 0 }));
      emit(body);
    }
    for (const split of splits) split.other = steps.length;
  }

  function choice(options: readonly RegexNode[]): void {
    const ends: Extract<RegexStep, { op: "jump" }>[] = [];
    for (const [index, option] of options.entries()) {
      if (index === options.length - 1) {
        emit(option);
        break;
      }
      const split = add({ op: "split", other: 0 });
      emit(option);
      ends.push(add({ op: "jump", to: 0 }));
      split.other = steps.length;
    }
    for (const end of ends) end.to = steps.length;
  }

  function emit(node: RegexNode): void {
    // Empty nodes make no steps, however often they are repeated.
    if (++emitted > 4 * MOST_STEPS) throw new PatternError("the pattern is too large");
    switch (node.kind) {
      case "point":
        add({ op: "point", test: node.test });
        return;
      case "place":
        add({ op: "place", test: node.test });
        return;
      case "sequence":
        for (const item of node.items) emit(item);
        return;
      case "choice":
        choice(node.options);
        return;
      case "group":
        group(node.number, node.body);
        return;
      case "repeat":
        repeat(node);
        return;
      case "atomic":
        add({ op: "hold" });
        emit(node.body);
        add({ op: "release", restore: false });
        return;
      case "look": {
        if (node.negative) {
          const unless = add({ op: "unless", other: 0 });
          emit(node.body);
          add({ op: "refuse" });
          unless.other = steps.length;
          return;
        }
        add({ op: "hold" });
        emit(node.body);
        add({ op: "release", restore: true });
        return;
      }
      case "back":
        add({ op: "back", count: node.count });
        return;
      case "reference":
        add({ op: "reference", groups: numbers(node.to), ignoreCase: node.ignoreCase });
        return;
      case "recursion":
        calls.push(add({ op: "call", group: numbers(node.into)[0] ?? 0, to: 0 }));
        return;
      case "keep":
        add({ op: "save", slot: 0 });
        return;
      case "condition": {
        const test = add({ op: "ifGroup", groups: numbers(node.group), other: 0 });
        emit(node.yes);
        const end = add({ op: "jump", to: 0 });
        test.other = steps.length;
        emit(node.no);
        end.to = steps.length;
        return;
      }
    }
  }

  group(0, root);
  for (const call of calls) call.to = starts.get(call.group) ?? 0;
  return { steps, slots, first: firstOf(root) };
}

/** The test of a node's first character, if it always has one and a single test covers it. */
function firstOf(node: RegexNode): PointTest | null {
  switch (node.kind) {
    case "point":
      return node.test;
    case "group":
    case "atomic":
      return firstOf(node.body);
    case "repeat":
      return node.least > 0 ? firstOf(node.body) : null;
    case "sequence": {
      const [first] = node.items.filter(({ kind }) => kind !== "keep" && kind !== "place");
      return first === undefined ? null : firstOf(first);
    }
    default:
      return null;
  }
}
