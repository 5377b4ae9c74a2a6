import type { Program, RegexStep } from "./compile";

/**
 * Most steps of one search (a fraction of a second) and of all searches of one call (about a second). A pattern that backtracks
 * endlessly uses them up and then counts as no match, as on the host when PCRE's limit is reached.
 */
const MOST_STEPS = 1_500_000;
const MOST_STEPS_OF_CALL = 4_000_000;
/** Choices that may be open at once. */
const MOST_OPEN = 1_000_000;
const DEEPEST_RECURSION = 10_000;

/** No step: the search backtracks. */
const FAIL = -1;
/** No count: a choice that is not a loop over one set. */
const PLAIN = -1;

/** Where a group or lookaround being matched returns to, innermost first. */
type Frame =
  | {
      readonly kind: "call";
      readonly group: number;
      readonly back: number;
      readonly captures: readonly number[];
      readonly depth: number;
      readonly outer: Frame | null;
    }
  | { readonly kind: "hold"; readonly open: number; readonly at: number; readonly outer: Frame | null };

/** Thrown by a search that ran away. */
export class RunawayPattern extends Error {}

/** How many steps one call's searches have left. */
export interface StepBudget {
  left: number;
}

/** The steps for all searches of one call in the subject. */
export function callBudget(subject: string): StepBudget {
  return { left: MOST_STEPS_OF_CALL + 16 * subject.length };
}

/**
 * The first match at `from` or later: where each group begins and ends, -1 for groups that took no part. `null` if there is
 * none. Throws `RunawayPattern` if the pattern backtracks too long.
 */
export function execute(
  program: Program,
  subject: string,
  from: number,
  anchored: boolean,
  call: StepBudget,
): readonly number[] | null {
  const most = Math.min(call.left, MOST_STEPS + subject.length);
  const budget = { left: most };
  const found = search(program, subject, from, anchored, budget);
  // A match is recorded group by group.
  call.left -= most - budget.left + program.slots;
  return found;
}

function search(
  { steps, slots, first }: Program,
  subject: string,
  from: number,
  anchored: boolean,
  budget: StepBudget,
): readonly number[] | null {
  for (let start = from; start <= subject.length; start++) {
    const point = subject.codePointAt(start);
    if (first === null || (point !== undefined && first(point))) {
      const found = matchAt(steps, slots, subject, start, from, budget);
      if (found !== null) return found;
    } else if (--budget.left < 0) throw new RunawayPattern();
    if (anchored) return null;
    // Never between the halves of one character.
    if (point !== undefined && point > 0xffff) start++;
  }
  return null;
}

function matchAt(
  steps: readonly RegexStep[],
  slotCount: number,
  subject: string,
  start: number,
  from: number,
  budget: StepBudget,
): readonly number[] | null {
  budget.left -= slotCount >> 2;
  const slots: number[] = new Array(slotCount).fill(-1);
  // The backtracking stack, in four columns. A step >= 0 is tried at `ats`. If negative, slot ~step gets its old value.
  const backSteps: number[] = [];
  const ats: number[] = [];
  const counts: number[] = [];
  const frames: (Frame | null)[] = [];
  let frame = null as Frame | null;
  let at = start;
  let next = 0;

  const open = (step: number, place: number, count = PLAIN): void => {
    if (backSteps.length >= MOST_OPEN) throw new RunawayPattern();
    backSteps.push(step);
    ats.push(place);
    counts.push(count);
    frames.push(frame);
  };
  const set = (slot: number, value: number): void => {
    const old = slots[slot] ?? -1;
    if (old === value) return;
    open(~slot, old);
    slots[slot] = value;
  };
  /** Forgets choices opened since there were `kept`, but not the old values of slots. */
  const forget = (kept: number): void => {
    let end = kept;
    for (let i = kept; i < backSteps.length; i++) {
      const step = backSteps[i] ?? 0;
      if (step >= 0) continue;
      backSteps[end] = step;
      ats[end] = ats[i] ?? -1;
      counts[end] = PLAIN;
      frames[end] = frames[i] ?? null;
      end++;
    }
    backSteps.length = ats.length = counts.length = frames.length = end;
  };
  /** Removes the last entry. Returns whether it was a choice. */
  const undo = (): boolean => {
    const step = backSteps.pop() ?? 0;
    const place = ats.pop() ?? 0;
    const count = counts.pop() ?? PLAIN;
    const then = frames.pop() ?? null;
    if (step < 0) {
      slots[~step] = place;
      return false;
    }
    frame = then;
    at = place;
    next = step;
    const loop = steps[step];
    if (count !== PLAIN && loop?.op === "run") retry(loop, step, count);
    return true;
  };
  /** Resumes a loop over one set that was left at `at`: one character less, or one more if lazy. */
  const retry = (loop: Extract<RegexStep, { op: "run" }>, step: number, count: number): void => {
    next = step + 1;
    if (!loop.lazy) {
      const unit = subject.charCodeAt(at - 1);
      at -= unit >= 0xdc00 && unit <= 0xdfff ? 2 : 1;
      if (count - 1 > loop.least) open(step, at, count - 1);
      return;
    }
    const point = subject.codePointAt(at);
    if (point === undefined || !loop.test(point)) {
      next = FAIL;
      return;
    }
    at += point > 0xffff ? 2 : 1;
    if (count + 1 < loop.most) open(step, at, count + 1);
  };
  const runSet = (loop: Extract<RegexStep, { op: "run" }>, step: number): boolean => {
    const most = loop.lazy ? loop.least : loop.most;
    let count = 0;
    while (count < most) {
      const point = subject.codePointAt(at);
      if (point === undefined || !loop.test(point)) break;
      at += point > 0xffff ? 2 : 1;
      count++;
    }
    budget.left -= count >> 2;
    if (count < loop.least) return false;
    if (loop.lazy ? count < loop.most : count > loop.least) open(step, at, count);
    return true;
  };
  const matchesReference = ({ groups, ignoreCase }: Extract<RegexStep, { op: "reference" }>): boolean => {
    const group = groups.find((number) => (slots[number * 2 + 1] ?? -1) >= 0);
    if (group === undefined) return false;
    const text = subject.slice(slots[group * 2], slots[group * 2 + 1]);
    const here = subject.slice(at, at + text.length);
    budget.left -= text.length >> 2;
    if (here !== text && !(ignoreCase && here.toLowerCase() === text.toLowerCase())) return false;
    at += text.length;
    return true;
  };

  for (;;) {
    if (--budget.left < 0) throw new RunawayPattern();
    const index = next++;
    const step = index < 0 ? undefined : steps[index];
    let holds = true;
    switch (step?.op) {
      case "point": {
        const point = subject.codePointAt(at);
        holds = point !== undefined && step.test(point);
        if (holds) at += (point ?? 0) > 0xffff ? 2 : 1;
        break;
      }
      case "place":
        holds = step.test(subject, at, from);
        break;
      case "run":
        holds = runSet(step, index);
        break;
      case "split":
        open(step.other, at);
        break;
      case "splitLate":
        open(next, at);
        next = step.other;
        break;
      case "jump":
        next = step.to;
        break;
      case "save":
        set(step.slot, at);
        break;
      case "progress":
        if (slots[step.slot] === at) next = step.exit;
        break;
      case "groupEnd": {
        const calling = frame;
        if (calling?.kind === "call" && calling.group === step.number) {
          // A recursion leaves no captures behind.
          for (const [slot, value] of calling.captures.entries()) set(slot, value);
          next = calling.back;
          frame = calling.outer;
          break;
        }
        set(step.number * 2 + 1, at);
        if (step.number === 0) return slots;
        break;
      }
      case "call": {
        const depth = depthOf(frame) + 1;
        if (depth > DEEPEST_RECURSION) throw new RunawayPattern();
        budget.left -= slots.length;
        frame = { kind: "call", group: step.group, back: next, captures: [...slots], depth, outer: frame };
        next = step.to;
        break;
      }
      case "hold":
        frame = { kind: "hold", open: backSteps.length, at, outer: frame };
        break;
      case "release":
        if (frame?.kind !== "hold") break;
        budget.left -= (backSteps.length - frame.open) >> 2;
        forget(frame.open);
        if (step.restore) at = frame.at;
        frame = frame.outer;
        break;
      case "unless":
        open(step.other, at);
        frame = { kind: "hold", open: backSteps.length - 1, at, outer: frame };
        break;
      case "refuse":
        // A negative lookaround matched: backtrack to before it, past the choice that would continue.
        if (frame?.kind === "hold") {
          const { open: kept } = frame;
          budget.left -= (backSteps.length - kept) >> 2;
          forget(kept);
          while (backSteps.length > kept) undo();
        }
        holds = false;
        break;
      case "back":
        budget.left -= Math.min(step.count, at) >> 2;
        for (let i = 0; i < step.count && holds; i++) {
          const unit = subject.charCodeAt(at - 1);
          holds = at > 0;
          at -= unit >= 0xdc00 && unit <= 0xdfff ? 2 : 1;
        }
        break;
      case "reference":
        holds = matchesReference(step);
        break;
      case "ifGroup":
        if (!step.groups.some((number) => (slots[number * 2 + 1] ?? -1) >= 0)) next = step.other;
        break;
      default:
        holds = false;
    }
    if (holds) continue;
    do {
      if (backSteps.length === 0) return null;
    } while (!undo());
  }
}

function depthOf(frame: Frame | null): number {
  for (let outer = frame; outer !== null; outer = outer.outer) if (outer.kind === "call") return outer.depth;
  return 0;
}
