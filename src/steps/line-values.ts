import { changedNames } from "./changes";
import type { Moment, ShownVariable } from "./moment";
import { lineBefore } from "./navigate";
import { shortValue } from "./short-value";
import type { Timeline } from "./timeline";

/** What a line has changed, for its end: `total = 7, name = "Ana"`. */
export interface LineValues {
  readonly line: number;
  readonly text: string;
}

/** Variables shown at the end of one line, and characters of each value. */
const MOST = 4;
const ROOM = 40;

/**
 * Returns what the line before a step changed, in the same call, or `null` if it changed nothing. For the first line of a
 * function, returns its arguments, at the line where the function begins.
 */
export function changedAt(
  timeline: Timeline,
  step: number,
  momentAt: (step: number) => Moment | null,
): LineValues | null {
  const earlier = lineBefore(timeline, step);
  const from = earlier === null ? null : timeline.at(earlier);
  const after = momentAt(step);
  if (earlier === null || from === null || after === null || from.line === 0) return null;
  const variables = innermost(after);
  if (from.kind === "call") return shown(from.line, innermost(after, true), after);
  const before = momentAt(earlier);
  if (before === null) return null;
  const changed = changedNames(innermost(before), variables, before.tables, after.tables);
  return shown(
    from.line,
    // The text itself shows a function.
    variables.filter(({ name, value }) => changed.has(name) && value.kind !== "function"),
    after,
  );
}

function innermost({ threads, globals }: Moment, localsOnly = false): readonly ShownVariable[] {
  const frame = threads[0]?.frames[0];
  if (frame === undefined) return [];
  return localsOnly ? frame.locals : [...frame.locals, ...frame.upvalues, ...globals];
}

function shown(line: number, variables: readonly ShownVariable[], { tables }: Moment): LineValues | null {
  if (variables.length === 0) return null;
  const texts = variables
    .slice(0, MOST)
    .map(({ name, value }) => `${name} = ${shortValue(value, tables, ROOM)}`);
  return { line, text: [...texts, ...(variables.length > MOST ? ["…"] : [])].join(", ") };
}
