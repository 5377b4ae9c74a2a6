/** Check: runs a lesson's script in each of the lesson's worlds, and judges what it did. */
import { signal } from "@preact/signals";
import type { Lesson } from "../lessons/course";
import { grade, type Verdict } from "../lessons/grade";
import { messageOf } from "../shared/message-of";
import { readable } from "./readable";
import type { RunModel } from "./run";

type CheckState =
  | { readonly kind: "idle" }
  /** `world` counts from 1. */
  | { readonly kind: "checking"; readonly world: number; readonly of: number; readonly name: string }
  /** `source`: the script that was judged. */
  | { readonly kind: "judged"; readonly verdict: Verdict; readonly source: string }
  /** The course or the page is at fault, not the script. */
  | { readonly kind: "broken"; readonly message: string };

/** One check at a time. */
export function createCheck(run: Pick<RunModel, "trial">) {
  const state = signal<CheckState>({ kind: "idle" });
  let stopping = new AbortController();
  return {
    state: readable(state),
    start(
      lesson: Lesson,
      script: { readonly name: string; readonly source: string },
      seed: number,
      onPassed: () => void,
    ) {
      stopping.abort();
      stopping = new AbortController();
      const { signal: stopped } = stopping;
      const show = (next: CheckState) => {
        if (!stopped.aborted) state.value = next;
      };
      const { worlds } = lesson;
      const graded = grade(
        lesson,
        script,
        seed,
        (job) => run.trial(job, stopped),
        (index) =>
          show({ kind: "checking", world: index + 1, of: worlds.length, name: worlds[index]?.name ?? "" }),
      );
      graded.then(
        (verdict) => {
          if (verdict.passed && !stopped.aborted) onPassed();
          show({ kind: "judged", verdict, source: script.source });
        },
        (error: unknown) => show({ kind: "broken", message: messageOf(error) }),
      );
    },
    /** Ends the check in progress and forgets the last verdict. */
    end() {
      stopping.abort();
      state.value = { kind: "idle" };
    },
  };
}
