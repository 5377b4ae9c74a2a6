/** Tries every answer of a teacher's course, one by one. */
import { signal } from "@preact/signals";
import type { Course } from "../lessons/course";
import type { RunTrial } from "../lessons/outcome";
import { type Rehearsed, rehearse } from "../lessons/rehearse";
import { messageOf } from "../shared/message-of";
import { readable } from "./readable";
import type { RunModel } from "./run";

interface Rehearsal {
  readonly tried: number;
  /** The answers that don't do their job, in the order they were tried. */
  readonly wrong: readonly Rehearsed[];
  readonly over: boolean;
}

/** Starts trying a course. Problems are in the state, and nothing is stored. `stop` ends it, and the run in progress. */
export function startRehearsal(course: Course, run: Pick<RunModel, "trial">) {
  const state = signal<Rehearsal>({ tried: 0, wrong: [], over: false });
  const stopping = new AbortController();
  const trial: RunTrial = async (job) => {
    // Answers may be waiting behind the run in progress.
    stopping.signal.throwIfAborted();
    return run.trial(job, stopping.signal);
  };
  const begin = async () => {
    for await (const one of rehearse(course, trial)) {
      if (stopping.signal.aborted) return;
      const { tried, wrong } = state.peek();
      state.value = { tried: tried + 1, wrong: one.problem === null ? wrong : [...wrong, one], over: false };
    }
    state.value = { ...state.peek(), over: true };
  };
  // Resolves when it is over or stopped. A failing answer is a problem of that answer. A failure of the sandbox itself ends the rehearsal.
  const ended = begin().catch((error: unknown) => {
    const broken = { lesson: course.id, file: "course.json", problem: messageOf(error) };
    state.value = { ...state.peek(), wrong: [...state.peek().wrong, broken], over: true };
  });
  return { state: readable(state), ended, stop: () => stopping.abort() };
}
