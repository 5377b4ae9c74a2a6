/** Stepping through the last run, forward and back: the run is replayed, never sent again (`src/steps`). */
import { computed, signal } from "@preact/signals";
import type { WorldEvents } from "../integrations/simulation";
import type { Expression } from "../language/parse/ast";
import { openReplayer, type Replayer, ReplayTimeout } from "../sandbox/page/replayer";
import { firstIndex } from "../shared/first-index";
import { messageOf } from "../shared/message-of";
import { type Move, moved, nearestStop, stepsOfKind } from "../steps/navigate";
import type { ReplayedCall, SeenMoment, Visit, VisitPoint } from "../steps/replay-protocol";
import { Timeline } from "../steps/timeline";
import { readable } from "./readable";
import type { RecordedRun } from "./recorded-run";
import { loadReplayScript } from "./replay-script";
import type { RunModel } from "./run";
import type { SimulatedWorlds } from "./simulated-worlds";

/** The last run, opened to be stepped through. */
interface OpenSteps {
  readonly kind: "open";
  /** The text that ran, and the script it belongs to. */
  readonly source: string;
  readonly scriptId: string;
  readonly timeline: Timeline;
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

/** Steps loaded around the one that was asked for. */
const WINDOW = 100;
/** Steps followed of a run that never ended. */
const MOST_STEPS = 5_000_000;
/** A replay with hooks takes several times as long as its run. */
const SLOWER = 10;
const LEAST_LIMIT_MS = 10_000;

/** The steps of the page's last run. */
export function createSteps({ run, worlds }: { readonly run: RunModel; readonly worlds: SimulatedWorlds }) {
  const state = signal<StepsState>({ kind: "closed" });
  const moment = signal<SeenMoment | null>(null);
  let session: ReturnType<typeof openSession> | null = null;

  const close = (): void => {
    session?.close();
    session = null;
    moment.value = null;
    state.value = { kind: "closed" };
  };
  // A new run replaces the steps of the one before.
  run.phase.subscribe(({ kind }) => kind === "running" && close());

  const show = (next: OpenSteps): void => {
    state.value = next;
    session?.show(next.at);
  };
  const go = (step: number): void => {
    const now = state.peek();
    if (now.kind === "open") show({ ...now, at: nearestStop(now.timeline, step) });
  };

  return {
    state: readable(state),
    /** What can be seen at the step shown. While it loads, that of the step before. */
    moment: readable(moment),
    /** Whether the last run can be stepped through. */
    possible: computed(() => run.phase.value.kind === "ended" && run.replayable.value !== null),
    /** Opens the last run at its first step, or at `step`. Resolves when that is shown or why not. */
    async open(step = 1): Promise<void> {
      close();
      const recorded = run.replayable.peek();
      if (recorded === null) return;
      state.value = { kind: "opening", count: 0 };
      try {
        const [box, front] = await Promise.all([run.openBox(), loadReplayScript()]);
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
        });
        session = opened;
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
        close();
        state.value = { kind: "failed", message: messageOf(problem) };
      }
    },
    close,
    /** Shows a step, or the nearest one at which one can stop. */
    go,
    /** Moves. Returns whether there was such a step. */
    move(move: Move, direction: 1 | -1 = 1): boolean {
      const now = state.peek();
      if (now.kind !== "open") return false;
      const to = moved(now.timeline, now.at, move, direction);
      if (to !== null) show({ ...now, at: to });
      return to !== null;
    },
    /** Expressions evaluated at each step, over the variables of the chosen frame (0 is the innermost). */
    watch(expressions: readonly Expression[], frame: number): void {
      const now = state.peek();
      session?.watch(expressions, frame);
      if (now.kind === "open") session?.show(now.at);
    },
    /** The visits of some lines in the whole run, and how many there were. Rejects with what went wrong. */
    async visits(points: readonly VisitPoint[], most: number): Promise<Visits> {
      if (session === null) return { visits: [], counts: points.map(() => 0) };
      return session.visits(points, most);
    },
  };
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
    seen(moment: SeenMoment): void;
    different(why: string): void;
    past: RunModel["showPast"];
  },
) {
  const limitMs = Math.max(LEAST_LIMIT_MS, SLOWER * recorded.elapsedMs);
  const timeline = new Timeline();
  const calls: ReplayedCall[] = [];
  let prints: readonly number[] = [];
  let requests: readonly number[] = [];
  let seen = new Map<number, SeenMoment>();
  /** The step whose moment is complete. */
  let focus = 0;
  let wanted = 0;
  let loading = false;
  let closed = false;
  let watches: readonly Expression[] = [];
  let frame = 0;
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

  const load = async (): Promise<void> => {
    if (loading) return;
    loading = true;
    try {
      while (!closed && focus !== wanted) {
        const step = wanted;
        const to = Math.min(step + WINDOW, timeline.count);
        const from = Math.max(1, step - WINDOW);
        const answer = await ask({ kind: "moments", from, focus: step, to, frame, watches }, limitMs);
        if (closed || answer.kind !== "moments") return;
        const last = answer.moments.at(-1)?.step ?? 0;
        const expected = timeline.hashAfter(last);
        if (expected !== null && expected !== answer.hash) tell.different(NOT_THE_SAME);
        seen = new Map(answer.moments.map((one) => [one.step, one]));
        focus = step;
        const found = seen.get(wanted);
        if (found !== undefined) tell.seen(found);
      }
    } finally {
      loading = false;
    }
  };

  return {
    /** Replays the whole run once. */
    async read(): Promise<Pick<OpenSteps, "timeline" | "cut" | "different">> {
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
      prints = stepsOfKind(timeline, "print");
      requests = stepsOfKind(timeline, "request");
      if (recorded.inputs.door.kind === "mock") {
        const changes = calls.map(({ events }): WorldEvents => events);
        look = worlds.lookBack(recorded.inputs.door.worlds, changes);
      }
      return { timeline, cut, different };
    },
    /** Shows a step: at once what is known of it, then the rest. */
    show(step: number): void {
      wanted = step;
      const known = seen.get(step);
      if (known !== undefined) tell.seen(known);
      const answered = countUpTo(requests, step);
      tell.past({ printed: countUpTo(prints, step), calls: answered });
      look?.show(answered);
      load().catch((problem: unknown) => tell.different(messageOf(problem)));
    },
    watch(expressions: readonly Expression[], chosen: number): void {
      watches = expressions;
      frame = chosen;
      focus = 0;
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
  if (cut || !recorded.ended) return null;
  const same = printed(recorded, output) && recorded.error === error;
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
