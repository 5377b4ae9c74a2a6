import { firstIndex } from "../shared/first-index";
import type { RunStep, StepKind } from "./step";
import type { Timeline } from "./timeline";

/** Ways from one step to another. Each but `first` and `last` also leads backward. */
export type Move = "into" | "over" | "out" | "print" | "request" | "visit" | "first" | "last";

/**
 * Returns the step that a move leads to, or `null` if there is none: the run begins or ends before it.
 *
 * @param direction 1 forward, -1 backward
 */
export function moved(timeline: Timeline, from: number, move: Move, direction: 1 | -1): number | null {
  const here = timeline.at(from);
  if (here === null) return null;
  switch (move) {
    case "first":
      return stopAt(timeline, 1, 1, isStop);
    case "last":
      return stopAt(timeline, timeline.count, -1, () => true);
    case "into":
      return stopAt(timeline, from + direction, direction, isStop);
    case "over":
      return stopAt(
        timeline,
        from + direction,
        direction,
        (step) => isStop(step) && step.depth <= here.depth,
      );
    case "out":
      return stopAt(
        timeline,
        from + direction,
        direction,
        (step) => isEnd(step) || (isStop(step) && step.depth < here.depth),
      );
    case "print":
    case "request":
      return stopAt(timeline, from + direction, direction, ({ kind }) => kind === move);
    case "visit":
      return stopAt(
        timeline,
        from + direction,
        direction,
        ({ kind, line }) => kind === "line" && line === here.line,
      );
  }
}

/** Returns the nearest step to `step` at which a person can stop: a line about to run, an error, the end. */
export function nearestStop(timeline: Timeline, step: number): number {
  const near = Math.max(1, Math.min(timeline.count, Math.round(step)));
  return stopAt(timeline, near, -1, isStop) ?? stopAt(timeline, near, 1, isStop) ?? near;
}

/** Steps in order. Four bytes each: a run has millions. */
export type StepList = Int32Array;

/** Returns the kept steps that fit. */
export function stepsWhere(
  timeline: Timeline,
  fits: (kind: StepKind | undefined, line: number) => boolean,
): StepList {
  let count = 0;
  timeline.each((_, kind, line) => {
    if (fits(kind, line)) count++;
  });
  const found = new Int32Array(count);
  let at = 0;
  if (count > 0)
    timeline.each((step, kind, line) => {
      if (fits(kind, line)) found[at++] = step;
    });
  return found;
}

/** Returns the first of some steps after (`direction` 1) or before (-1) `from`, or `null` if there is none. */
export function nextOf(steps: StepList, from: number, direction: 1 | -1): number | null {
  const index =
    direction === 1
      ? firstIndex(steps.length, (at) => (steps[at] ?? 0) > from)
      : firstIndex(steps.length, (at) => (steps[at] ?? 0) >= from) - 1;
  return steps[index] ?? null;
}

/** Steps worth finding on a timeline, by what happens at them. */
export interface StepMarks {
  readonly print: StepList;
  readonly request: StepList;
  /** Caught or not. */
  readonly error: StepList;
}

/** Finds the notable steps on a timeline. */
export function marksOf(timeline: Timeline): StepMarks {
  const of = (wanted: StepKind) => stepsWhere(timeline, (kind) => kind === wanted);
  return { print: of("print"), request: of("request"), error: of("error") };
}

/** Whether the innermost function of `step` was called after `before`. */
export function enteredSince(timeline: Timeline, before: number, step: number): boolean {
  const depth = timeline.at(step)?.depth;
  for (let at = before + 1; at < step; at++) {
    const one = timeline.at(at);
    if (one?.kind === "call" && one.depth === depth) return true;
  }
  return false;
}

/**
 * Returns the step at which the same call of a function was at its previous line, or its `call` step if that came last. `null`
 * if it is too far back.
 */
export function lineBefore(timeline: Timeline, step: number): number | null {
  const here = timeline.at(step);
  if (here === null) return null;
  for (let at = step - 1; at >= Math.max(1, step - FARTHEST); at--) {
    const found = timeline.at(at);
    if (found === null) return null;
    if (found.thread !== here.thread) continue;
    if (found.depth < here.depth) return null;
    if (found.depth === here.depth && (found.kind === "line" || found.kind === "call")) return at;
  }
  return null;
}

const FARTHEST = 1_000_000;

/** How often each line ran, by line. Lines of steps that were not kept are not counted. */
export function lineCounts(timeline: Timeline): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  timeline.each((_, kind, line) => {
    if (kind === "line") counts.set(line, (counts.get(line) ?? 0) + 1);
  });
  return counts;
}

const isEnd = ({ kind }: RunStep) => kind === "error" || kind === "end";
const isStop = (step: RunStep) => step.kind === "line" || isEnd(step);

function stopAt(
  timeline: Timeline,
  from: number,
  direction: 1 | -1,
  fits: (step: RunStep) => boolean,
): number | null {
  for (let step = from; step >= 1 && step <= timeline.count; step += direction) {
    const found = timeline.at(step);
    if (found !== null && fits(found)) return step;
  }
  return null;
}
