/** Steps and breakpoints in the script editor. Loaded with the first breakpoint, or when the steps of a run are opened. */
import { computed, effect, signal, untracked } from "@preact/signals";
import { findHits, type Hits, NO_HITS, nextHit } from "../../app/breakpoint-hits";
import { createBreakpoints, type LineBreakpoint } from "../../app/breakpoints";
import { readable } from "../../app/readable";
import type { StepsModel } from "../../app/steps";
import type { StepDrawer, StepDrawing, StepPoint } from "../../editor/step-marks";
import { count } from "../../shared/counted";
import { messageOf } from "../../shared/message-of";
import { lineMap } from "../../steps/line-map";
import { changedAt } from "../../steps/line-values";
import { lineCounts } from "../../steps/navigate";
import { shortValue } from "../../steps/short-value";
import type { Timeline } from "../../steps/timeline";
import { variableAt } from "../../steps/variable-at";
import { browserLocalStorage } from "../../storage/unload-store";
import type { PageState } from "../commands/command";
import type { Stepping } from "./stepping-state";

export function startStepping({ playground, shell }: PageState): Stepping {
  const { run, scripts, notices } = playground;
  const breakpoints = createBreakpoints(browserLocalStorage(), (id) =>
    scripts.all.peek().some((script) => script.id === id),
  );
  const marks = signal<StepDrawer | null>(null);
  const hits = signal<Hits>(NO_HITS);
  const countsShown = signal(false);
  /** The line whose breakpoint is being edited. */
  const editing = signal(1);
  /** The script of the last run, with its breakpoints as they were then. */
  let ranWith: { readonly id: string; readonly points: readonly LineBreakpoint[] } | null = null;
  let looking = Promise.resolve();

  const model = (): StepsModel | null => playground.steps.model.value;
  const open = computed(() => {
    const state = model()?.state.value;
    return state?.kind === "open" ? state : null;
  });
  const timeline = computed(() => open.value?.timeline ?? null);
  /** Whether the steps belong to the script on the page, and to its text: `earlier` to another text of it. */
  const relation = computed(() => {
    const { id, source } = scripts.current.value;
    if (open.value?.scriptId !== id) return "other";
    return open.value.source === source ? "same" : "earlier";
  });

  /** The breakpoints of the text that ran. */
  const pointsThatRan = (): readonly LineBreakpoint[] => {
    const steps = open.peek();
    if (steps === null) return [];
    const now = scripts.all.peek().find(({ id }) => id === steps.scriptId);
    if (now?.source === steps.source) return breakpoints.of(steps.scriptId);
    return ranWith?.id === steps.scriptId ? ranWith.points : [];
  };

  let turn = 0;
  let looked: Timeline | null = null;
  const look = async (): Promise<void> => {
    // After an edit the breakpoints have moved away from the text that ran.
    if (looked !== null && looked === timeline.peek() && relation.peek() !== "same") return;
    looked = timeline.peek();
    const mine = ++turn;
    const steps = playground.steps.model.peek();
    const points = pointsThatRan();
    if (steps === null || points.length === 0) {
      hits.value = NO_HITS;
      return;
    }
    try {
      const found = await findHits(steps.visits, points);
      if (mine === turn) hits.value = found;
    } catch (problem) {
      if (mine === turn && open.peek() !== null)
        notices.error(`The run's breakpoints could not be looked up: ${messageOf(problem)}`);
    }
  };

  const drawing = computed((): StepDrawing => {
    const { id, source } = scripts.current.value;
    const points = (breakpoints.all.value.get(id) ?? []).map((point) =>
      drawnPoint(point, relation.value === "same" ? hits.value.problems.get(point.line) : undefined),
    );
    const steps = open.value;
    if (steps === null || relation.value === "other") return { ...NOTHING, points };
    const here = steps.timeline.at(steps.at)?.line ?? 0;
    if (relation.value === "earlier") {
      const line = here === 0 ? null : lineMap(steps.source, source)(here);
      return { ...NOTHING, line, stale: true, points };
    }
    return {
      line: here === 0 ? null : here,
      callerLine: callerLine(model(), steps.at),
      stale: false,
      values: valuesAt(model(), steps),
      counts: countsShown.value ? countTexts.value : NO_TEXTS,
      points,
    };
  });
  const countTexts = computed(() => {
    if (timeline.value === null) return NO_TEXTS;
    return new Map([...lineCounts(timeline.value)].map(([line, times]) => [line, `${count(times)}×`]));
  });

  const caretLine = (): number => {
    const editor = shell.editor.peek();
    if (editor === null) return 1;
    return editor
      .text()
      .text()
      .slice(0, editor.caret())
      .split(/\r\n|\n|\r/).length;
  };
  const here = () => scripts.current.peek().id;

  const stepping: Stepping = {
    breakpoints,
    hits: readable(hits),
    countsShown: readable(countsShown),
    editing: readable(editing),
    toggle: (line = caretLine()) => breakpoints.toggle(here(), line),
    edit(line = caretLine()): void {
      editing.value = line;
      shell.dialog.value = "breakpoint";
    },
    removeAll: () => breakpoints.removeAll(here()),
    toHit(direction: 1 | -1): void {
      const steps = open.peek();
      if (steps === null) return;
      const hit = nextHit(steps.timeline, hits.peek(), steps.at, direction);
      playground.steps.model.peek()?.go(hit ?? (direction === 1 ? steps.timeline.count : 1));
    },
    runTo(direction: 1 | -1, line = caretLine()): void {
      const steps = open.peek();
      if (steps === null || relation.peek() === "other") return;
      const ran =
        relation.peek() === "same" ? line : lineMap(scripts.current.peek().source, steps.source)(line);
      const there = { ...NO_HITS, lines: new Set([ran]) };
      const step = nextHit(steps.timeline, there, steps.at, direction);
      if (step === null)
        notices.info(`Line ${line} was not reached ${direction === 1 ? "after" : "before"} this step.`);
      else playground.steps.model.peek()?.go(step);
    },
    async toggleCounts(): Promise<void> {
      countsShown.value = !countsShown.peek() || open.peek() === null;
      if (open.peek() !== null) return;
      const steps = await playground.steps.load();
      await steps.open(Number.MAX_SAFE_INTEGER);
    },
  };

  const stopAtFirstHit = async (): Promise<void> => {
    const steps = await playground.steps.load();
    // At its end, so that the page stays as it is if no breakpoint was hit.
    await steps.open(Number.MAX_SAFE_INTEGER);
    await looking;
    const now = open.peek();
    if (now === null) return;
    const first = nextHit(now.timeline, hits.peek(), 0, 1);
    if (first !== null) steps.go(first);
    else if (hits.peek().logs.length === 0 && hits.peek().problems.size === 0) steps.close();
  };

  const hover = (text: string, offset: number) => {
    const seen = playground.steps.model.peek()?.moment.peek();
    const steps = open.peek();
    if (!seen || steps === null || seen.step !== steps.at || relation.peek() !== "same") return null;
    const found = variableAt(text, offset, seen.moment, framePlace(playground.steps.model.peek()));
    if (found === null) return null;
    const value = shortValue(found.value, seen.moment.tables, 300);
    const { start, end } = found;
    return {
      start,
      end,
      markdown: `\`\`\`lua\n${found.text} = ${value}\n\`\`\``,
    };
  };

  let texts = new Map(scripts.all.peek().map(({ id, source }) => [id, source]));
  const phase = computed(() => run.phase.value.kind);
  effect(() => {
    const kind = phase.value;
    untracked(() => {
      if (kind === "running") {
        const id = here();
        ranWith = { id, points: breakpoints.of(id) };
      } else if (kind === "ended" && ranWith !== null && ranWith.points.length > 0 && run.replayable.peek()) {
        stopAtFirstHit().catch((problem: unknown) =>
          notices.error(`The steps could not be opened: ${messageOf(problem)}`),
        );
      }
    });
  });
  // Breakpoints move with their lines, also when another tab edits the script.
  effect(() => {
    for (const { id, source } of scripts.all.value) {
      const before = texts.get(id);
      if (before !== undefined && before !== source) untracked(() => breakpoints.edited(id, before, source));
    }
    texts = new Map(scripts.all.peek().map(({ id, source }) => [id, source]));
  });
  effect(() => {
    void timeline.value;
    void breakpoints.all.value;
    untracked(() => {
      looking = look();
    });
  });
  effect(() => {
    const editor = shell.editor.value;
    marks.value = null;
    editor
      ?.stepMarks({
        hover,
        actions: [
          { title: "Edit the breakpoint's condition…", stepping: false, run: stepping.edit },
          { title: "Run to here", stepping: true, run: (line) => stepping.runTo(1, line) },
          { title: "Run back to here", stepping: true, run: (line) => stepping.runTo(-1, line) },
        ],
      })
      .then(
        (loaded) => {
          if (shell.editor.peek() === editor) marks.value = loaded;
        },
        (problem: unknown) => notices.error(`The editor cannot show the steps: ${messageOf(problem)}`),
      );
  });
  let revealed = 0;
  effect(() => {
    void drawing.value;
    const target = marks.value;
    // After the editor has been told of another script or text.
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

const KINDS = { stop: "Breakpoint", condition: "Stops if", log: "Lists" } as const;

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
function callerLine(model: StepsModel | null, at: number): number | null {
  const seen = model?.moment.value;
  const { thread, frame } = framePlace(model);
  if (!seen || seen.step !== at || (thread === 0 && frame === 0)) return null;
  return seen.moment.threads[thread]?.frames[frame]?.line ?? null;
}

function valuesAt(
  model: StepsModel | null,
  { timeline, at }: { readonly timeline: Timeline; readonly at: number },
): ReadonlyMap<number, string> {
  const seen = model?.moment.value;
  if (!model || !seen || seen.step !== at) return NO_TEXTS;
  const found = changedAt(timeline, at, (step) =>
    step === at ? seen.moment : (model.seenAt(step)?.moment ?? null),
  );
  return found === null ? NO_TEXTS : new Map([[found.line, found.text]]);
}

function framePlace(model: StepsModel | null) {
  return model?.frame.value ?? { thread: 0, frame: 0 };
}
