import type { RunStep } from "./step";
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

/** Returns the numbers of all steps of a kind, in order. */
export function stepsOfKind(timeline: Timeline, kind: RunStep["kind"]): readonly number[] {
  const steps: number[] = [];
  for (let step = 1; step <= timeline.count; step++) if (timeline.at(step)?.kind === kind) steps.push(step);
  return steps;
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
