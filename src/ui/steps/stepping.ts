/** Steps and breakpoints in the script editor. Loaded with the first breakpoint, or when the steps of a run are opened. */
import { computed, effect, signal, untracked } from "@preact/signals";
import { findHits, type Hits, NO_HITS } from "../../app/breakpoint-hits";
import { createBreakpoints, type LineBreakpoint } from "../../app/breakpoints";
import * as LOCAL_KEYS from "../../app/local-keys";
import { readable } from "../../app/readable";
import { createSteps, type StepsModel } from "../../app/steps";
import type { StepDrawer, StepDrawing, StepPoint } from "../../editor/step-marks";
import { count } from "../../shared/counted";
import { lineMap, textLines } from "../../shared/line-map";
import { messageOf } from "../../shared/message-of";
import { changedAt } from "../../steps/line-values";
import { lineCounts, nextOf, stepsWhere } from "../../steps/navigate";
import { shortValue } from "../../steps/short-value";
import type { Timeline } from "../../steps/timeline";
import { variableAt } from "../../steps/variable-at";
import { browserLocalStorage } from "../../storage/unload-store";
import type { PageState } from "../commands/command";
import type { ScriptLine, Stepping } from "./stepping-state";

/** The current place of a line referred to earlier, by an offset into the text at that time or by number. */
export function lineNow(
  { playground }: PageState,
  meant: {
    readonly script: string;
    readonly text: string;
    readonly caret: number;
    readonly line: number | undefined;
  },
): ScriptLine {
  const { script, text, caret, line = textLines(text.slice(0, caret)).length } = meant;
  const now = playground.scripts.all.peek().find(({ id }) => id === script)?.source ?? text;
  return { script, line: lineMap(text, now)(line) };
}

export function startStepping({ playground, shell }: PageState): Stepping {
  const { run, worlds, scripts, notices } = playground;
  const steps = createSteps({ run, worlds, scripts, notices });
  const breakpoints = createBreakpoints(
    browserLocalStorage(),
    (id) => scripts.texts.peek().find((script) => script.id === id)?.source,
  );
  window.addEventListener("storage", ({ key }: StorageEvent) => {
    if (key === LOCAL_KEYS.breakpoints) breakpoints.reread();
    else if (key === null) breakpoints.restore();
  });
  // To clear the site's data, people leave this page for the browser's settings and come back.
  document.addEventListener("visibilitychange", () => breakpoints.restore());
  const marks = signal<StepDrawer | null>(null);
  const hits = signal<Hits>(NO_HITS);
  const countsShown = signal(false);
  const editing: Stepping["editing"] = signal(null);
  /** The script of the last run, with its breakpoints at the time. */
  let ranWith: { readonly id: string; readonly points: readonly LineBreakpoint[] } | null = null;

  const open = computed(() => (steps.state.value.kind === "open" ? steps.state.value : null));
  const timeline = computed(() => open.value?.timeline ?? null);
  /** Whether the steps belong to the current script and text. `earlier`: to another version of its text. */
  const relation = computed(() => {
    const { id, source } = scripts.current.value;
    if (open.value?.scriptId !== id) return "other";
    return open.value.source === source ? "same" : "earlier";
  });

  /** The breakpoints of the text that ran. */
  const pointsThatRan = (): readonly LineBreakpoint[] => {
    const ran = open.peek();
    if (ran === null) return [];
    const now = scripts.texts.peek().find(({ id }) => id === ran.scriptId);
    if (now?.source === ran.source) return breakpoints.of(ran.scriptId);
    return ranWith?.id === ran.scriptId ? ranWith.points : [];
  };

  /** The timeline and breakpoints that the hits were computed for. */
  let looked: { readonly timeline: Timeline | null; readonly points: readonly LineBreakpoint[] } | null =
    null;
  /** Finds the breakpoint hits, unless they are known. */
  const look = async (
    timeline: Timeline | null,
    points: readonly LineBreakpoint[],
    visits = steps.visits,
  ): Promise<void> => {
    if (looked?.timeline === timeline && looked.points === points) return;
    const mine = { timeline, points };
    looked = mine;
    if (timeline === null || points.length === 0) {
      hits.value = NO_HITS;
      return;
    }
    try {
      const found = await findHits(visits, points, timeline);
      if (looked === mine) hits.value = found;
    } catch (problem) {
      if (looked === mine && steps.state.peek().kind !== "closed")
        notices.error(`Couldn't find breakpoint hits: ${messageOf(problem)}`);
    }
  };

  const drawing = computed((): StepDrawing => {
    const { id, source } = scripts.current.value;
    const points = (breakpoints.all.value.get(id) ?? []).map((point) =>
      drawnPoint(point, relation.value === "same" ? hits.value.problems.get(point.line) : undefined),
    );
    const shown = open.value;
    if (shown === null || relation.value === "other") return { ...NOTHING, points };
    const here = shown.timeline.at(shown.at)?.line ?? 0;
    if (relation.value === "earlier") {
      const line = here === 0 ? null : lineMap(shown.source, source)(here);
      return { ...NOTHING, line, stale: true, points };
    }
    return {
      line: here === 0 ? null : here,
      callerLine: callerLine(steps, shown.at),
      stale: false,
      values: valuesAt(steps, shown),
      counts: countsShown.value ? countTexts.value : NO_TEXTS,
      points,
    };
  });
  const countTexts = computed(() => {
    if (timeline.value === null) return NO_TEXTS;
    return new Map([...lineCounts(timeline.value)].map(([line, times]) => [line, `${count(times)}×`]));
  });

  const here = () => scripts.current.peek().id;

  const stepping: Stepping = {
    steps,
    breakpoints,
    hits: readable(hits),
    countsShown: readable(countsShown),
    editing,
    here: computed(() => relation.value !== "other"),
    openLast(): void {
      if (run.replayable.peek() !== null && open.peek() === null) void steps.open();
    },
    edit(line, kind = "stop"): void {
      editing.value = { line, kind };
    },
    removeAll: () => breakpoints.removeAll(here()),
    toHit(direction: 1 | -1): void {
      const shown = open.peek();
      if (shown === null) return;
      const hit = nextOf(hits.peek().steps, shown.at, direction);
      steps.go(hit ?? (direction === 1 ? shown.timeline.count : 1));
    },
    runTo(direction: 1 | -1, line: number): void {
      const shown = open.peek();
      if (shown === null || relation.peek() === "other") return;
      const ran =
        relation.peek() === "same" ? line : lineMap(scripts.current.peek().source, shown.source)(line);
      const visits = stepsWhere(shown.timeline, (kind, line) => kind === "line" && line === ran);
      const step = nextOf(visits, shown.at, direction);
      if (step === null)
        notices.info(`Line ${line} wasn't reached ${direction === 1 ? "after" : "before"} this step.`);
      else steps.go(step);
    },
    async toggleCounts(): Promise<void> {
      countsShown.value = !countsShown.peek() || open.peek() === null;
      if (open.peek() === null) await steps.open(({ timeline }) => timeline.count);
    },
  };

  /** Opens the run at its first hit, or not at all. */
  const stopAtFirstHit = (points: readonly LineBreakpoint[]) =>
    steps.open(async ({ timeline }, visits) => {
      await look(timeline, points, visits);
      const { steps: found, logs, problems } = hits.peek();
      return found[0] ?? (logs.length > 0 || problems.size > 0 ? timeline.count : null);
    });

  const hover = (text: string, offset: number) => {
    const seen = steps.moment.peek();
    if (seen === null || seen.step !== open.peek()?.at || relation.peek() !== "same") return null;
    const found = variableAt(text, offset, seen.moment, steps.frame.peek());
    if (found === null) return null;
    const value = shortValue(found.value, seen.moment.tables, 300);
    const { start, end } = found;
    return {
      start,
      end,
      markdown: `\`\`\`lua\n${found.text} = ${value}\n\`\`\``,
    };
  };

  let texts = new Map(scripts.texts.peek().map(({ id, source }) => [id, source]));
  const phase = computed(() => run.phase.value.kind);
  effect(() => {
    const kind = phase.value;
    untracked(() => {
      if (kind === "running") {
        const id = here();
        ranWith = { id, points: breakpoints.of(id) };
        if (ranWith.points.length > 0) steps.prepare();
      } else if (kind === "ended" && ranWith !== null && ranWith.points.length > 0 && run.replayable.peek()) {
        void stopAtFirstHit(ranWith.points);
      }
    });
  });
  // Breakpoints move with their lines, even if another tab edits the script.
  effect(() => {
    for (const { id, source } of scripts.texts.value) {
      const before = texts.get(id);
      if (before !== undefined && before !== source) untracked(() => breakpoints.edited(id, before, source));
    }
    texts = new Map(scripts.texts.peek().map(({ id, source }) => [id, source]));
  });
  effect(() => {
    void timeline.value;
    void breakpoints.all.value;
    untracked(() => {
      // After an edit the breakpoints have moved away from the text that ran.
      if (looked?.timeline === timeline.value && relation.value !== "same") return;
      void look(timeline.value, pointsThatRan());
    });
  });
  effect(() => {
    const editor = shell.editor.value;
    marks.value = null;
    editor
      ?.stepMarks({
        hover,
        onLine: (line) => stepping.edit(line),
        actions: [
          {
            title: "Edit breakpoint condition…",
            stepping: false,
            run: (line) => stepping.edit(line, "condition"),
          },
          { title: "Run to here", stepping: true, run: (line) => stepping.runTo(1, line) },
          { title: "Run back to here", stepping: true, run: (line) => stepping.runTo(-1, line) },
        ],
      })
      .then(
        (loaded) => {
          if (shell.editor.peek() === editor) marks.value = loaded;
        },
        (problem: unknown) => notices.error(`Couldn't show the steps in the editor: ${messageOf(problem)}`),
      );
  });
  let revealed = 0;
  effect(() => {
    void drawing.value;
    const target = marks.value;
    // After the editor has learned of another script or text.
    queueMicrotask(() => {
      if (target === null || target !== marks.peek()) return;
      const now = drawing.peek();
      target.draw(now);
      const at = open.peek()?.at ?? 0;
      if (at !== revealed && now.line !== null) target.reveal(now.callerLine ?? now.line);
      revealed = at;
    });
  });

  return stepping;
}

const NO_TEXTS: ReadonlyMap<number, string> = new Map();
const NOTHING = { line: null, callerLine: null, stale: false, values: NO_TEXTS, counts: NO_TEXTS };

const KINDS = { stop: "Breakpoint", condition: "Stops if", log: "Logs" } as const;

function drawnPoint(point: LineBreakpoint, problem: string | undefined): StepPoint {
  const { line, kind } = point;
  const what = point.kind === "stop" ? KINDS.stop : `${KINDS[kind]} \`${point.text}\``;
  return {
    line,
    kind,
    title: problem === undefined ? what : `${what}: ${problem}`,
    problem: problem !== undefined,
  };
}

/** The line of the chosen function, if it is not the innermost. */
function callerLine({ moment, frame }: StepsModel, at: number): number | null {
  const seen = moment.value;
  const place = frame.value;
  if (seen?.step !== at || (place.thread === 0 && place.frame === 0)) return null;
  return seen.moment.threads[place.thread]?.frames[place.frame]?.line ?? null;
}

function valuesAt(
  { moment, seenAt }: StepsModel,
  { timeline, at }: { readonly timeline: Timeline; readonly at: number },
): ReadonlyMap<number, string> {
  const seen = moment.value;
  if (seen?.step !== at) return NO_TEXTS;
  const found = changedAt(timeline, at, (step) =>
    step === at ? seen.moment : (seenAt(step)?.moment ?? null),
  );
  return found === null ? NO_TEXTS : new Map([[found.line, found.text]]);
}
