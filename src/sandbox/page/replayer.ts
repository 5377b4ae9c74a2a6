import { deferred } from "../../shared/deferred";
import { parseReplayAnswer, type ReplayAnswer, type ReplayQuestion } from "../../steps/replay-protocol";
import { parseFromWorker } from "../protocol";
import type { ReplayJob, RunInputs } from "../replay-job";
import type { Box } from "./box";
import { pacedIntake } from "./intake";

/** The last answer to a question. */
type FinalAnswer = Exclude<ReplayAnswer, { readonly kind: "progress" | "failed" }>;
type Progress = Extract<ReplayAnswer, { readonly kind: "progress" }>;

/** A replay took too long. Its worker was terminated, and the next question starts another. */
export class ReplayTimeout extends Error {}

/** Answers questions about one run by running its script again in a separate worker. One question at a time. */
export interface Replayer {
  /** Rejects with what went wrong in the replay, or with a `ReplayTimeout` after so many milliseconds. */
  ask(
    question: ReplayQuestion,
    limitMs: number,
    onProgress?: (progress: Progress) => void,
  ): Promise<FinalAnswer>;
  /** Terminates the worker. Rejects an open question. */
  close(): void;
}

const UNREADABLE = "The sandbox sent an unreadable message.";

/** The bytes a response counts as, so a hostile worker can't keep the page busy with many. */
function answerBytes(answer: ReplayAnswer): number {
  const each = 512;
  switch (answer.kind) {
    case "progress":
      return each + answer.words.buffer.byteLength + answer.calls.length * each;
    case "moments":
      return each + answer.moments.length * each;
    case "visits":
      return each + answer.visits.length * each;
    default:
      return each;
  }
}

/** Opens a replayer. `front`: the script that makes a worker replay (`virtual:box-replay`). */
export function openReplayer(box: Pick<Box, "spawnReplay">, front: string, inputs: RunInputs): Replayer {
  let worker: ReturnType<Box["spawnReplay"]> | null = null;
  let ready = deferred<void>();
  let current: {
    readonly take: (answer: ReplayAnswer) => void;
    readonly fail: (problem: Error) => void;
  } | null = null;
  const stop = (problem: Error) => {
    worker?.end();
    worker = null;
    current?.fail(problem);
  };
  const start = (): ReturnType<Box["spawnReplay"]> => {
    const made = box.spawnReplay(front, (message) => {
      if (worker === made) stop(new Error(message));
    });
    const intake = pacedIntake();
    ready = deferred();
    made.port.onmessage = ({ data }: MessageEvent<unknown>) => {
      // The first message of every worker.
      made.port.onmessage = ({ data }: MessageEvent<unknown>) => {
        // A terminated worker may have sent more before.
        if (worker?.port !== made.port) return;
        const answer = parseReplayAnswer(data);
        if (answer === null) stop(new Error(UNREADABLE));
        else if (!intake.admits(answerBytes(answer)))
          stop(new Error("The sandbox sent too much data, so the replay was stopped."));
        else current?.take(answer);
      };
      if (parseFromWorker(data)?.kind === "ready") ready.resolve();
      else stop(new Error("Couldn't start the sandbox."));
    };
    return made;
  };
  return {
    async ask(question, limitMs, onProgress = () => {}) {
      worker ??= start();
      const { port } = worker;
      const answered = deferred<FinalAnswer>();
      current = {
        fail: answered.reject,
        take(answer) {
          if (answer.kind === "progress") onProgress(answer);
          else if (answer.kind === "failed") answered.reject(new Error(answer.message));
          else answered.resolve(answer);
        },
      };
      const timer = setTimeout(
        () => stop(new ReplayTimeout(`The replay took longer than ${Math.round(limitMs / 1000)} seconds.`)),
        limitMs,
      );
      ready.promise.then(() => port.postMessage({ inputs, question } satisfies ReplayJob));
      try {
        return await answered.promise;
      } finally {
        clearTimeout(timer);
        current = null;
      }
    },
    close: () => stop(new Error("Steps closed.")),
  };
}
