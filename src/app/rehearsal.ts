/** A teacher's course tried on the page: every answer in it, in the box, one after the other. */
import { type ReadonlySignal, signal } from "@preact/signals";
import type { Course } from "../lessons/course";
import { type Rehearsed, rehearse } from "../lessons/rehearse";
import { messageOf } from "../shared/message-of";
import type { RunModel } from "./run";
import { stoppableTrials } from "./stoppable-trials";

interface Rehearsal {
  /** Answers tried so far. */
  readonly tried: number;
  /** Those that do not do what they are there for, in the order in which they were tried. */
  readonly wrong: readonly Rehearsed[];
  readonly over: boolean;
}

export interface RunningRehearsal {
  readonly state: ReadonlySignal<Rehearsal>;
  /** Resolves when it is over or stopped; never rejects. */
  readonly ended: Promise<void>;
  /** Ends it where it stands. */
  stop(): void;
}

/** Begins to try a course. What goes wrong is in the state; nothing is kept. */
export function startRehearsal(course: Course, run: Pick<RunModel, "trial">): RunningRehearsal {
  const state = signal<Rehearsal>({ tried: 0, wrong: [], over: false });
  const trials = stoppableTrials(run);
  const begin = async () => {
    for await (const one of rehearse(course, trials.runTrial)) {
      if (trials.isStopped()) return;
      const { tried, wrong } = state.peek();
      state.value = { tried: tried + 1, wrong: one.problem === null ? wrong : [...wrong, one], over: false };
    }
    state.value = { ...state.peek(), over: true };
  };
  // Each answer's own failure is a problem of that answer already; one of the box itself ends it all.
  const ended = begin().catch((error: unknown) => {
    const broken = { lesson: course.id, file: "course.json", problem: messageOf(error) };
    state.value = { ...state.peek(), wrong: [...state.peek().wrong, broken], over: true };
  });
  return {
    state,
    ended,
    stop: trials.stop,
  };
}
