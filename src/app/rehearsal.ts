/** Tries every answer of a teacher's course, one after the other. */
import { signal } from "@preact/signals";
import type { Course } from "../lessons/course";
import type { RunTrial } from "../lessons/outcome";
import { type Rehearsed, rehearse } from "../lessons/rehearse";
import { messageOf } from "../shared/message-of";
import { readable } from "./readable";
import type { RunModel } from "./run";

interface Rehearsal {
  readonly tried: number;
  /** Those that do not do their job, in the order in which they were tried. */
  readonly wrong: readonly Rehearsed[];
  readonly over: boolean;
}

/** Begins to try a course. What goes wrong is in the state; nothing is kept. `stop` ends it, with the run in progress. */
export function startRehearsal(course: Course, run: Pick<RunModel, "trial">) {
  const state = signal<Rehearsal>({ tried: 0, wrong: [], over: false });
  const stopping = new AbortController();
  const trial: RunTrial = async (job) => {
    // The answers that wait behind the run in progress.
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
