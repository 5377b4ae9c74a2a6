/** Steps through the last run, forward and back: the run is replayed, and nothing is sent again (`src/steps`). */
import { batch, computed, effect, signal } from "@preact/signals";
import { openReplayer } from "../sandbox/page/replayer";
import { messageOf } from "../shared/message-of";
import type { FramePlace } from "../steps/changes";
import { type Move, moved, nearestStop } from "../steps/navigate";
import type { SeenMoment, VisitPoint } from "../steps/replay-protocol";
import type { NoticesModel } from "./notices";
import { readable } from "./readable";
import { loadReplayScript } from "./replay-script";
import type { RunModel } from "./run";
import type { ScriptsModel } from "./scripts";
import type { SimulatedWorlds } from "./simulated-worlds";
import { createStepWatches } from "./step-watches";
import { INNERMOST, openSession, type ReplayedRun, type StepView, type StepVisits } from "./steps-session";

/** The last run, opened for stepping. */
interface OpenSteps extends ReplayedRun {
  readonly kind: "open";
  /** The text that ran, and the script it belongs to. */
  readonly source: string;
  readonly scriptId: string;
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

interface StepsParts {
  readonly run: RunModel;
  readonly worlds: Pick<SimulatedWorlds, "all">;
  readonly scripts: Pick<ScriptsModel, "texts">;
  readonly notices: Pick<NoticesModel, "info">;
}

/** The steps of the page's last run. */
export function createSteps({ run, worlds, scripts, notices }: StepsParts) {
  const state = signal<StepsState>({ kind: "closed" });
  const moment = signal<StepView | null>(null);
  const frame = signal(INNERMOST);
  const blocked = signal<BlockedMove | null>(null);
  const scriptId = computed(() => (state.value.kind === "open" ? state.value.scriptId : null));
  const watches = createStepWatches(scriptId);
  let session: ReturnType<typeof openSession> | null = null;

  /** Counts openings and closings, so a slow one notices that it is no longer wanted. */
  let turn = 0;

  const close = (): void => {
    turn++;
    session?.close();
    session = null;
    moment.value = null;
    state.value = { kind: "closed" };
  };
  // Another run, new or reopened, replaces the previous run's steps.
  run.phase.subscribe(
    (phase) => (phase.kind === "running" || (phase.kind === "ended" && phase.again)) && close(),
  );

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
  /** Someone acted in a simulated world, so it shows the present. */
  const backToNow = (): void => {
    const now = state.peek();
    if (now.kind !== "open") return;
    close();
    notices.info("Steps closed because the world changed. You now see the current world.", {
      label: "Open steps",
      run: () => void open(() => now.at),
    });
  };

  /**
   * Opens the last run at its first step, or at the step that `choose` returns. `null` closes it again. Resolves when the step,
   * or an error, is shown.
   */
  const open = async (choose: Choose = () => 1): Promise<void> => {
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
      if ((found.timeline.at(1)?.kind ?? "end") === "end")
        throw new Error("It ended before the script's first line.");
      const step = await choose(found, opened.visits);
      if (session !== opened) return;
      if (step === null) return close();
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
    /** What can be seen at the current step. While that loads, what could be seen at the previous one. */
    moment: readable(moment),
    /** The frame whose variables are shown. Reset to the innermost one at each step. */
    frame: readable(frame),
    /** Returns what has been loaded of another step, or `null`. */
    seenAt: (step: number): SeenMoment | null => session?.seenAt(step) ?? null,
    /** The last move that led nowhere, until the next one. */
    blocked: readable(blocked),
    watches,
    /** Whether the script that ran has been edited or deleted. */
    edited: computed(() => {
      const now = state.value;
      return (
        now.kind === "open" &&
        scripts.texts.value.find(({ id }) => id === now.scriptId)?.source !== now.source
      );
    }),
    /** Whether the last run can be stepped through. */
    possible: computed(() => run.phase.value.kind === "ended" && run.replayable.value !== null),
    /** Downloads what `open` needs. */
    prepare(): void {
      // `open` reports the failure.
      loadReplayScript().catch(() => {});
    },
    open,
    close,
    /** Shows a step, or the nearest one at which one can stop. */
    go,
    /** Moves, and returns whether there was such a step. */
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
    visits: (async (points, most) => {
      if (session === null) return { visits: [], counts: points.map(() => 0) };
      return session.visits(points, most);
    }) satisfies Visits,
  };
}

/** Chooses the step to open a run at. */
type Choose = (run: ReplayedRun, visits: Visits) => number | null | Promise<number | null>;

/** Finds and counts visits of given lines in the whole run, listing at most `most`. Rejects with what went wrong. */
export type Visits = (points: readonly VisitPoint[], most: number) => Promise<StepVisits>;

/** A move that led to no step. */
interface BlockedMove {
  readonly move: Move;
  readonly direction: 1 | -1;
}
