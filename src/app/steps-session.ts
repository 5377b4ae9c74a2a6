/** One run opened for stepping: its replays, and what they found. */
import type { WorldEvents } from "../integrations/simulation";
import type { Expression } from "../language/parse/ast";
import { type Replayer, ReplayTimeout } from "../sandbox/page/replayer";
import { firstIndex } from "../shared/first-index";
import { messageOf } from "../shared/message-of";
import type { FramePlace } from "../steps/changes";
import { enteredSince, lineBefore, marksOf, moved, type StepList, type StepMarks } from "../steps/navigate";
import type { ReplayedCall, SeenMoment, Visit, VisitPoint } from "../steps/replay-protocol";
import { Timeline } from "../steps/timeline";
import { type LookBack, lookBack } from "./look-back";
import type { RecordedRun } from "./recorded-run";
import type { RunModel } from "./run";
import type { SimulatedWorlds } from "./simulated-worlds";

/** What the first replay found. */
export interface ReplayedRun {
  readonly timeline: Timeline;
  readonly marks: StepMarks;
  /** Whether the run continued after the last step: it was stopped, or is too long. */
  readonly cut: boolean;
  /** How the replay differs from the run, or `null`. If it differs, what is shown may be wrong. */
  readonly different: string | null;
}

/** What is known about the step that the page shows. */
export interface StepView extends SeenMoment {
  /** What could be seen at the previous stop, or `null` if unknown. */
  readonly before: SeenMoment | null;
  /** Whether the innermost function has been called since then. */
  readonly entered: boolean;
}

/** Steps loaded around the requested one. */
const WINDOW = 100;
/** Most steps followed of a run that never ended. */
const MOST_STEPS = 5_000_000;
/** A replay with hooks takes several times as long as its run. */
const SLOWER = 10;
const LEAST_LIMIT_MS = 10_000;

/** The innermost frame of the running thread. */
export const INNERMOST: FramePlace = { thread: 0, frame: 0 };

/** Visits of given lines, and how often each was visited. */
export interface StepVisits {
  readonly visits: readonly Visit[];
  readonly counts: readonly number[];
}

/** Opens a run. Calls `tell` with the replays' findings as they come. */
export function openSession(
  recorded: RecordedRun,
  replayer: Replayer,
  worlds: Pick<SimulatedWorlds, "all">,
  tell: {
    counted(count: number): void;
    seen(view: StepView): void;
    different(why: string): void;
    past: RunModel["showPast"];
    /** Someone acted in a world. */
    left(): void;
  },
) {
  const limitMs = Math.max(LEAST_LIMIT_MS, SLOWER * recorded.elapsedMs);
  const timeline = new Timeline();
  const calls: ReplayedCall[] = [];
  let marks = marksOf(timeline);
  let seen = new Map<number, SeenMoment>();
  /** The step whose moment is fully loaded. */
  let focus = 0;
  let wanted = 0;
  let loading = false;
  let closed = false;
  let watches: readonly Expression[] = [];
  let frame = INNERMOST;
  /** Counts changes of the evaluated expressions. */
  let version = 0;
  let look: LookBack | null = null;

  const ask: Replayer["ask"] = async (question, limit, onProgress) => {
    // One question at a time. Others wait their turn.
    const before = turn;
    const mine = before.catch(() => {}).then(() => replayer.ask(question, limit, onProgress));
    turn = mine;
    return mine;
  };
  let turn: Promise<unknown> = Promise.resolve();

  const readSteps = async (eager: number) => {
    const done = timeline.count;
    let skip = done * 2;
    return ask(
      { kind: "steps", most: recorded.ended ? Number.MAX_SAFE_INTEGER : MOST_STEPS, eager },
      limitMs,
      (news) => {
        const words = news.words.subarray(Math.min(skip, news.words.length));
        skip -= Math.min(skip, news.words.length);
        timeline.addWords(words);
        calls.push(...news.calls.filter(({ step }) => step > done));
        tell.counted(timeline.count);
      },
    );
  };

  const tellSeen = (seenThere: SeenMoment): void => {
    const { step } = seenThere;
    const stop = moved(timeline, step, "into", -1);
    tell.seen({
      ...seenThere,
      before: (stop === null ? null : seen.get(stop)) ?? null,
      entered: stop !== null && enteredSince(timeline, stop, step),
    });
  };

  const load = async (): Promise<void> => {
    if (loading) return;
    loading = true;
    try {
      while (!closed && focus !== wanted) {
        const step = wanted;
        const asked = version;
        const to = Math.min(step + WINDOW, timeline.count);
        const from = Math.max(1, step - WINDOW);
        const answer = await ask(
          { kind: "moments", from, focus: step, to, before: lineBefore(timeline, step), frame, watches },
          limitMs,
        );
        if (closed || answer.kind !== "moments") return;
        if (asked !== version) continue;
        const last = answer.moments.at(-1)?.step ?? 0;
        const expected = timeline.hashAfter(last);
        if (expected !== null && expected !== answer.hash) tell.different(NOT_THE_SAME);
        seen = new Map(answer.moments.map((one) => [one.step, one]));
        // At the end no function runs any more.
        const end = answer.moments.at(-1)?.moment;
        if (timeline.at(to)?.kind === "end" && end !== undefined)
          seen.set(to, { step: to, moment: { ...end, threads: [] }, watches: [] });
        focus = step;
        const found = seen.get(wanted);
        if (found !== undefined) tellSeen(found);
      }
    } finally {
      loading = false;
    }
  };

  return {
    /** Replays the whole run once. */
    async read(): Promise<ReplayedRun> {
      let different: string | null = null;
      let cut = false;
      try {
        const answer = await readSteps(Number.MAX_SAFE_INTEGER);
        if (answer.kind !== "steps") throw new Error(NOT_THE_SAME);
        cut = answer.cut;
        different = compared(answer, recorded);
        if (!cut)
          timeline.add({ kind: "end", line: timeline.at(timeline.count)?.line ?? 0, depth: 0, thread: 0 });
      } catch (problem) {
        if (!(problem instanceof ReplayTimeout) || recorded.ended) throw problem;
        // Stopped in a function that never returned. Each step is now reported immediately, up to the last one.
        cut = true;
        await readSteps(timeline.count + 1).catch((again: unknown) => {
          if (!(again instanceof ReplayTimeout)) throw again;
        });
      }
      marks = marksOf(timeline);
      if (recorded.inputs.door.kind === "mock") {
        const changes = calls.map(({ events }): WorldEvents => events);
        look = lookBack(worlds, recorded.inputs.door.worlds, changes, tell.left);
      }
      return { timeline, marks, cut, different };
    },
    /** Shows a step: first what is already known, then the rest. */
    show(step: number, chosen: FramePlace): void {
      if (chosen !== frame && step === focus) focus = 0;
      frame = chosen;
      wanted = step;
      const known = seen.get(step);
      if (known !== undefined) tellSeen(known);
      const answered = countUpTo(marks.request, step);
      tell.past({
        printed: countUpTo(marks.print, step),
        calls: answered,
        end: step === timeline.count,
      });
      look?.show(answered);
      load().catch((problem: unknown) => tell.different(messageOf(problem)));
    },
    seenAt: (step: number): SeenMoment | null => seen.get(step) ?? null,
    /** Sets the expressions evaluated at each step, over the variables of a frame of the step shown. */
    watch(expressions: readonly Expression[], chosen: FramePlace): void {
      if (expressions === watches && chosen === frame) return;
      const nothing = expressions.length === 0 && watches.length === 0;
      watches = expressions;
      frame = chosen;
      if (nothing) return;
      version++;
      // These values belong to other expressions or another frame.
      for (const [step, one] of seen) seen.set(step, { ...one, watches: [] });
      focus = 0;
      if (wanted > 0) this.show(wanted, chosen);
    },
    async visits(points: readonly VisitPoint[], most: number): Promise<StepVisits> {
      const answer = await ask({ kind: "visits", points, until: timeline.count, most }, limitMs);
      if (answer.kind !== "visits") throw new Error(NOT_THE_SAME);
      return answer;
    },
    close(): void {
      closed = true;
      replayer.close();
      look?.leave();
      tell.past(null);
    },
  };
}

const NOT_THE_SAME =
  "The replay differs from the run, so the steps may be wrong. This happens if a script depends on its memory use or on garbage collection.";

/** Why a replay does not match the run, or `null`. */
function compared(
  { output, cut, error }: { readonly output: number; readonly cut: boolean; readonly error: string | null },
  recorded: RecordedRun,
): string | null {
  if (!recorded.ended) return null;
  const same = !cut && printed(recorded, output) && recorded.error === error;
  return same ? null : NOT_THE_SAME;
}

/** Whether a replay printed the same as the run, as far as that was kept. */
function printed(recorded: RecordedRun, output: number): boolean {
  const known = recorded.output();
  return known === null || known === output;
}

/** How many of the sorted steps are at or before a step. */
function countUpTo(steps: StepList, step: number): number {
  return firstIndex(steps.length, (index) => (steps[index] ?? 0) > step);
}
