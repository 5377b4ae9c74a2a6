/** Finds where a finished run hit its breakpoints, and what its logpoints list. */
import { readExpression } from "../steps/expression";
import { type StepList, stepsWhere } from "../steps/navigate";
import type { Evaluated, Visit, VisitPoint } from "../steps/replay-protocol";
import type { Timeline } from "../steps/timeline";
import type { LineBreakpoint } from "./breakpoints";
import type { Visits } from "./steps";

/** Most rows listed for one logpoint. */
export const MOST_ROWS = 1_000;
const MOST_CONDITIONAL = 10_000;

interface LogRow {
  readonly step: number;
  readonly value: Evaluated;
}

/** What a logpoint lists. */
export interface LogTable {
  readonly line: number;
  readonly text: string;
  readonly rows: readonly LogRow[];
  /** How often the line was visited. */
  readonly visits: number;
}

export interface Hits {
  readonly steps: StepList;
  readonly logs: readonly LogTable[];
  /** Why the expression of the breakpoint at a line could not be evaluated. */
  readonly problems: ReadonlyMap<number, string>;
}

export const NO_HITS: Hits = { steps: new Int32Array(0), logs: [], problems: new Map() };

/** Finds the breakpoint hits in a run. Rejects with what went wrong. */
export async function findHits(
  visits: Visits,
  points: readonly LineBreakpoint[],
  timeline: Timeline,
): Promise<Hits> {
  const problems = new Map<number, string>();
  const lines = new Set<number>();
  const conditions: VisitPoint[] = [];
  const logs: (VisitPoint & { readonly text: string })[] = [];
  for (const point of points) {
    if (point.kind === "stop") {
      lines.add(point.line);
      continue;
    }
    const { kind, line, text } = point;
    const expression = readExpression(text);
    if (!expression.ok) problems.set(line, expression.message);
    else if (kind === "condition") conditions.push({ line, expression: expression.value, condition: true });
    else logs.push({ line, text, expression: expression.value, condition: false });
  }
  const note = (line: number, value: Evaluated | null) => {
    if (value?.ok === false && !problems.has(line)) problems.set(line, value.message);
  };
  const conditional: number[] = [];
  if (conditions.length > 0) {
    const found = await visits(conditions, MOST_CONDITIONAL);
    for (const { point, step, value } of found.visits) {
      note(conditions[point]?.line ?? 0, value);
      if (value?.ok === true && timeline.at(step) !== null) conditional.push(step);
    }
  }
  const tables: LogTable[] = [];
  for (const { text, ...point } of logs) {
    const found = await visits([point], MOST_ROWS);
    tables.push({ line: point.line, text, rows: found.visits.flatMap(rowOf), visits: found.counts[0] ?? 0 });
    if (found.visits.length > 0 && found.visits.every(({ value }) => value?.ok === false))
      note(point.line, found.visits[0]?.value ?? null);
  }
  const always = stepsWhere(timeline, (kind, line) => kind === "line" && lines.has(line));
  return { steps: merged(always, conditional), logs: tables, problems };
}

function merged(steps: StepList, others: readonly number[]): StepList {
  if (others.length === 0) return steps;
  const all = new Int32Array(steps.length + others.length);
  all.set(steps);
  all.set(others, steps.length);
  return all.sort();
}

const rowOf = ({ step, value }: Visit): LogRow[] => (value === null ? [] : [{ step, value }]);
