/** Breakpoints and logpoints, by script. Kept in localStorage, so that a reload does not lose them. */
import { signal } from "@preact/signals";
import * as v from "valibot";
import { parseJson } from "../shared/json";
import { parseOrNull } from "../shared/parse-with";
import { lineMap } from "../steps/line-map";
import { readable } from "./readable";
import { LOCAL_KEYS } from "./storage-names";

const line = v.pipe(v.number(), v.integer(), v.minValue(1));
const POINT = v.variant("kind", [
  v.object({ kind: v.literal("stop"), line }),
  v.object({ kind: v.picklist(["condition", "log"]), line, text: v.string() }),
]);
const STORED = v.record(v.string(), v.array(POINT));

/** `stop`: at every visit of its line. `condition`: at those at which it is true. `log`: lists a value, and stops nowhere. */
export type LineBreakpoint = Readonly<v.InferOutput<typeof POINT>>;

/**
 * The breakpoints of all scripts.
 *
 * @param storage localStorage, or `null` if the browser refuses it: they last until the page closes then
 * @param known whether a script still exists; breakpoints of others are forgotten
 */
export function createBreakpoints(
  storage: Pick<Storage, "getItem" | "setItem" | "removeItem"> | null,
  known: (script: string) => boolean = () => true,
) {
  const all = signal<ReadonlyMap<string, readonly LineBreakpoint[]>>(
    new Map(stored(storage).filter(([id]) => known(id))),
  );

  const put = (script: string, points: readonly LineBreakpoint[]): void => {
    const next = new Map(all.peek());
    if (points.length === 0) next.delete(script);
    else next.set(script, inOrder(points));
    all.value = next;
    try {
      if (next.size === 0) storage?.removeItem(LOCAL_KEYS.breakpoints);
      else storage?.setItem(LOCAL_KEYS.breakpoints, JSON.stringify(Object.fromEntries(next)));
    } catch {
      // Storage is full: they last until the page closes.
    }
  };
  const of = (script: string) => all.peek().get(script) ?? NONE;
  const remove = (script: string, line: number) =>
    put(
      script,
      of(script).filter((point) => point.line !== line),
    );

  return {
    /** Those of each script that has any, in the order of their lines. */
    all: readable(all),
    of,
    /** Adds a breakpoint or replaces the one at its line. */
    set: (script: string, point: LineBreakpoint) =>
      put(script, [...of(script).filter((one) => one.line !== point.line), point]),
    remove,
    toggle(script: string, line: number): void {
      if (of(script).some((point) => point.line === line)) remove(script, line);
      else put(script, [...of(script), { kind: "stop", line }]);
    },
    removeAll: (script: string) => put(script, NONE),
    /** Moves a script's breakpoints with their lines. */
    edited(script: string, before: string, after: string): void {
      const points = of(script);
      if (points.length === 0 || before === after) return;
      const moved = lineMap(before, after);
      if (points.some(({ line }) => moved(line) !== line))
        put(
          script,
          points.map((point) => ({ ...point, line: moved(point.line) })),
        );
    },
  };
}

const NONE: readonly LineBreakpoint[] = [];

/** By line. Of several at one line, the first stays. */
function inOrder(points: readonly LineBreakpoint[]): readonly LineBreakpoint[] {
  const byLine = new Map<number, LineBreakpoint>();
  for (const point of points) if (!byLine.has(point.line)) byLine.set(point.line, point);
  return [...byLine.values()].sort((a, b) => a.line - b.line);
}

function stored(storage: Pick<Storage, "getItem"> | null): [string, readonly LineBreakpoint[]][] {
  try {
    const found = parseOrNull(STORED, parseJson(storage?.getItem(LOCAL_KEYS.breakpoints) ?? ""));
    return Object.entries(found ?? {}).map(([id, points]) => [id, inOrder(points)]);
  } catch {
    // The browser refuses it.
    return [];
  }
}
