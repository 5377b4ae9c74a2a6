/** Stepping through the last run, forward and back: the run is replayed, never sent again (`src/steps`). */
import { batch, computed, effect, signal } from "@preact/signals";
import type { WorldEvents } from "../integrations/simulation";
import type { Expression } from "../language/parse/ast";
import { openReplayer, type Replayer, ReplayTimeout } from "../sandbox/page/replayer";
import { firstIndex } from "../shared/first-index";
import { messageOf } from "../shared/message-of";
import type { FramePlace } from "../steps/changes";
import {
  enteredSince,
  lineBefore,
  type Move,
  marksOf,
  moved,
  nearestStop,
  type StepMarks,
} from "../steps/navigate";
import type { ReplayedCall, SeenMoment, Visit, VisitPoint } from "../steps/replay-protocol";
import { Timeline } from "../steps/timeline";
import type { NoticesModel } from "./notices";
import { readable } from "./readable";
import type { RecordedRun } from "./recorded-run";
import { loadReplayScript } from "./replay-script";
import type { RunModel } from "./run";
import type { ScriptsModel } from "./scripts";
import type { SimulatedWorlds } from "./simulated-worlds";
import { createStepWatches } from "./step-watches";

/** The last run, opened to be stepped through. */
interface OpenSteps {
  readonly kind: "open";
  /** The text that ran, and the script it belongs to. */
  readonly source: string;
  readonly scriptId: string;
  readonly timeline: Timeline;
  readonly marks: StepMarks;
  /** Whether the run went on after the last step: it was stopped, or it is too long. */
  readonly cut: boolean;
  /** What makes the replay different from the run, or `null`. What is shown may then be wrong. */
  readonly different: string | null;
  /** The step that the page shows. */
  readonly at: number;
}

export type StepsState =
  | { readonly kind: "closed" }
  /** `count`: steps replayed so far. */
  | { readonly kind: "opening"; readonly count: number }
  | { readonly kind: "failed"; readonly message: string }
  | OpenSteps;

export type StepsModel = ReturnType<typeof createSteps>;

/** What is known of the step that the page shows. */
export interface StepView extends SeenMoment {
  /** What could be seen at the stop before it, or `null` if that is not known. */
  readonly before: SeenMoment | null;
  /** Whether the innermost function was called since then. */
  readonly entered: boolean;
}

export interface StepsParts {
  readonly run: RunModel;
  readonly worlds: SimulatedWorlds;
  readonly scripts: Pick<ScriptsModel, "all">;
  readonly notices: Pick<NoticesModel, "info">;
}

/** Steps loaded around the one that was asked for. */
const WINDOW = 100;
/** Steps followed of a run that never ended. */
const MOST_STEPS = 5_000_000;
/** A replay with hooks takes several times as long as its run. */
const SLOWER = 10;
const LEAST_LIMIT_MS = 10_000;

const INNERMOST: FramePlace = { thread: 0, frame: 0 };

/** The steps of the page's last run. */
export function createSteps({ run, worlds, scripts, notices }: StepsParts) {
  const state = signal<StepsState>({ kind: "closed" });
  const moment = signal<StepView | null>(null);
  const frame = signal(INNERMOST);
  const blocked = signal<BlockedMove | null>(null);
  const scriptId = computed(() => (state.value.kind === "open" ? state.value.scriptId : null));
  const watches = createStepWatches(scriptId);
  let session: ReturnType<typeof openSession> | null = null;

  /** Counts openings and closings, so that one which takes long notices that it is no longer wanted. */
  let turn = 0;

  const close = (): void => {
    turn++;
    session?.close();
    session = null;
    moment.value = null;
    state.value = { kind: "closed" };
  };
  // A new run replaces the steps of the one before.
  run.phase.subscribe(({ kind }) => kind === "running" && close());

  const show = (next: OpenSteps): void =>
    batch(() => {
      blocked.value = null;
      frame.value = INNERMOST;
      state.value = next;
      session?.show(next.at, INNERMOST);
    });
  const go = (step: number): void => {
    const now = state.peek();
    if (now.kind !== "open") return;
    const kind = now.timeline.at(step)?.kind;
    const exact = kind === "print" || kind === "request" || kind === "error";
    show({ ...now, at: exact ? step : nearestStop(now.timeline, step) });
  };
  effect(() => {
    const expressions = watches.expressions.value;
    const chosen = frame.value;
    session?.watch(expressions, chosen);
  });
  /** Someone acted in a simulated world, so that it shows what is now. */
  const backToNow = (): void => {
    const now = state.peek();
    if (now.kind !== "open") return;
    close();
    notices.info(
      "The steps were closed, because something changed in the simulated world. It is shown as it is now.",
      {
        label: "Open the steps",
        run: () => void open(now.at),
      },
    );
  };

  /** Opens the last run at its first step, or at `step`. Resolves when that is shown or why not. */
  const open = async (step = 1): Promise<void> => {
    close();
    const recorded = run.replayable.peek();
    if (recorded === null) return;
    const mine = turn;
    state.value = { kind: "opening", count: 0 };
    try {
      const [box, front] = await Promise.all([run.openBox(), loadReplayScript()]);
      if (turn !== mine) return;
      const replayer = openReplayer(box, front, recorded.inputs);
      const opened = openSession(recorded, replayer, worlds, {
        counted: (count) => {
          if (session === opened) state.value = { kind: "opening", count };
        },
        seen: (seen) => {
          if (session === opened) moment.value = seen;
        },
        different: (why) => {
          const now = state.peek();
          if (session === opened && now.kind === "open") state.value = { ...now, different: why };
        },
        past: run.showPast,
        left: backToNow,
      });
      session = opened;
      opened.watch(watches.expressions.peek(), INNERMOST);
      const found = await opened.read();
      if (session !== opened) return;
      const { scriptId, inputs } = recorded;
      show({
        kind: "open",
        source: inputs.source,
        scriptId,
        ...found,
        at: nearestStop(found.timeline, step),
      });
    } catch (problem) {
      if (turn !== mine) return;
      close();
      state.value = { kind: "failed", message: messageOf(problem) };
    }
  };

  return {
    state: readable(state),
    /** What can be seen at the step shown. While it loads, that of the step shown before. */
    moment: readable(moment),
    /** The frame whose variables are shown; the innermost one again at each step. */
    frame: readable(frame),
    /** Returns what was loaded of another step, or `null`. */
    seenAt: (step: number): SeenMoment | null => session?.seenAt(step) ?? null,
    /** The last move that led nowhere, until the next one. */
    blocked: readable(blocked),
    watches,
    /** Whether the script that ran is another one by now, or was deleted. */
    edited: computed(() => {
      const now = state.value;
      return (
        now.kind === "open" && scripts.all.value.find(({ id }) => id === now.scriptId)?.source !== now.source
      );
    }),
    /** Whether the last run can be stepped through. */
    possible: computed(() => run.phase.value.kind === "ended" && run.replayable.value !== null),
    open,
    close,
    /** Shows a step, or the nearest one at which one can stop. */
    go,
    /** Moves. Returns whether there was such a step. */
    move(move: Move, direction: 1 | -1 = 1): boolean {
      const now = state.peek();
      if (now.kind !== "open") return false;
      const to = moved(now.timeline, now.at, move, direction);
      if (to === null) blocked.value = { move, direction };
      else show({ ...now, at: to });
      return to !== null;
    },
    /** Chooses the frame whose variables are shown, and over which expressions are evaluated. */
    choose(place: FramePlace): void {
      frame.value = place;
    },
    /** The visits of some lines in the whole run, and how many there were. Rejects with what went wrong. */
    async visits(points: readonly VisitPoint[], most: number): Promise<Visits> {
      if (session === null) return { visits: [], counts: points.map(() => 0) };
      return session.visits(points, most);
    },
  };
}

/** A move that led to no step. */
interface BlockedMove {
  readonly move: Move;
  readonly direction: 1 | -1;
}

interface Visits {
  readonly visits: readonly Visit[];
  readonly counts: readonly number[];
}

function openSession(
  recorded: RecordedRun,
  replayer: Replayer,
  worlds: SimulatedWorlds,
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
  let marks: StepMarks = { print: [], request: [], error: [] };
  let seen = new Map<number, SeenMoment>();
  /** The step whose moment is complete. */
  let focus = 0;
  let wanted = 0;
  let loading = false;
  let closed = false;
  let watches: readonly Expression[] = [];
  let frame = INNERMOST;
  /** Counts the changes of what is evaluated. */
  let version = 0;
  let look: ReturnType<SimulatedWorlds["lookBack"]> | null = null;

  const ask: Replayer["ask"] = async (question, limit, onProgress) => {
    // One question at a time; what is asked meanwhile waits for its turn.
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
    async read(): Promise<Pick<OpenSteps, "timeline" | "marks" | "cut" | "different">> {
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
        // Stopped in a function that never returned. Each step is told at once now, up to the last one.
        cut = true;
        await readSteps(timeline.count + 1).catch((again: unknown) => {
          if (!(again instanceof ReplayTimeout)) throw again;
        });
      }
      marks = marksOf(timeline);
      if (recorded.inputs.door.kind === "mock") {
        const changes = calls.map(({ events }): WorldEvents => events);
        look = worlds.lookBack(recorded.inputs.door.worlds, changes, tell.left);
      }
      return { timeline, marks, cut, different };
    },
    /** Shows a step: at once what is known of it, then the rest. */
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
    /** What is evaluated at each step, over the variables of a frame of the step shown. */
    watch(expressions: readonly Expression[], chosen: FramePlace): void {
      if (expressions === watches && chosen === frame) return;
      const nothing = expressions.length === 0 && watches.length === 0;
      watches = expressions;
      frame = chosen;
      if (nothing) return;
      version++;
      // Their values are those of other expressions, or over another frame.
      for (const [step, one] of seen) seen.set(step, { ...one, watches: [] });
      focus = 0;
      if (wanted > 0) this.show(wanted, chosen);
    },
    async visits(points: readonly VisitPoint[], most: number): Promise<Visits> {
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
  "The replay differs from the run, so what is shown may be wrong. A script can do that by looking at its own memory or at when its garbage is collected.";

/** Why a replay is not the run, or `null`. */
function compared(
  { output, cut, error }: { readonly output: number; readonly cut: boolean; readonly error: string | null },
  recorded: RecordedRun,
): string | null {
  if (!recorded.ended) return null;
  const same = !cut && printed(recorded, output) && recorded.error === error;
  return same ? null : NOT_THE_SAME;
}

/** Whether a replay printed what the run did, as far as that is kept. */
function printed(recorded: RecordedRun, output: number): boolean {
  const known = recorded.output();
  return known === null || known === output;
}

/** How many of some steps, in order, are at or before a step. */
function countUpTo(steps: readonly number[], step: number): number {
  return firstIndex(steps.length, (index) => (steps[index] ?? 0) > step);
}
