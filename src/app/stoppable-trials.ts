import type { RunTrial } from "../lessons/outcome";
import type { RunModel } from "./run";
import type { Trial } from "./trial";

/** Trials, one after the other, that are ended as a whole. */
export interface StoppableTrials {
  readonly runTrial: RunTrial;
  /** Ends the one that runs; any that begins later ends at once. */
  stop(): void;
  isStopped(): boolean;
}

/** For whoever tries one script after another: a check's worlds, a course's answers. */
export function stoppableTrials(run: Pick<RunModel, "trial">): StoppableTrials {
  let trial: Trial | null = null;
  let stopped = false;
  return {
    async runTrial(job) {
      trial = await run.trial(job);
      if (stopped) trial.stop();
      return trial.ended;
    },
    stop() {
      stopped = true;
      trial?.stop();
    },
    isStopped: () => stopped,
  };
}
