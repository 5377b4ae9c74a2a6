/** Breakpoints and logpoints, by script. Kept in localStorage, so they survive a reload. */
import { computed, signal } from "@preact/signals";
import * as v from "valibot";
import { byteHash } from "../shared/byte-hash";
import { parseJson } from "../shared/json";
import { lineMap } from "../shared/line-map";
import { parseOrNull } from "../shared/parse-with";
import * as LOCAL_KEYS from "./local-keys";

const line = v.pipe(v.number(), v.integer(), v.minValue(1));
const POINT = v.variant("kind", [
  v.object({ kind: v.literal("stop"), line }),
  v.object({ kind: v.picklist(["condition", "log"]), line, text: v.string() }),
]);
const STORED = v.record(v.string(), v.object({ text: v.number(), points: v.array(POINT) }));

/** Breakpoints, with a hash of the text that their lines refer to. */
type Placed = v.InferOutput<typeof STORED>[string];

/** `stop`: at every visit of its line. `condition`: only if it is true. `log`: lists a value and never stops. */
export type LineBreakpoint = Readonly<v.InferOutput<typeof POINT>>;

/**
 * The breakpoints of all scripts. Storing a change notifies the other tabs (the `storage` event).
 *
 * @param storage localStorage, or `null` if the browser refuses it: breakpoints then last until the page closes
 * @param textOf returns a script's text, or `undefined` if there is no such script: its breakpoints are dropped
 */
export function createBreakpoints(
  storage: Pick<Storage, "getItem" | "setItem" | "removeItem"> | null,
  textOf: (script: string) => string | undefined,
) {
  const placed = signal<ReadonlyMap<string, Placed>>(
    new Map([...read(storage)].filter(([id]) => textOf(id) !== undefined)),
  );
  const all = computed(
    (): ReadonlyMap<string, readonly LineBreakpoint[]> =>
      new Map([...placed.value].map(([id, { points }]) => [id, points])),
  );

  const put = (script: string, points: readonly LineBreakpoint[], text = textOf(script) ?? ""): void => {
    const next = new Map(placed.peek());
    if (points.length === 0) next.delete(script);
    else next.set(script, { text: textHash(text), points: inOrder(points) });
    placed.value = next;
    keep();
  };
  const keep = (): void => {
    const now = placed.peek();
    try {
      if (now.size === 0) storage?.removeItem(LOCAL_KEYS.breakpoints);
      else storage?.setItem(LOCAL_KEYS.breakpoints, JSON.stringify(Object.fromEntries(now)));
    } catch {
      // Storage is full: breakpoints last until the page closes.
    }
  };
  const of = (script: string) => placed.peek().get(script)?.points ?? NONE;
  const remove = (script: string, line: number) =>
    put(
      script,
      of(script).filter((point) => point.line !== line),
    );

  return {
    /** Breakpoints by script, sorted by line. Scripts without any are absent. */
    all,
    of,
    /** Adds a breakpoint, or replaces the existing one at its line. */
    set: (script: string, point: LineBreakpoint) =>
      put(script, [...of(script).filter((one) => one.line !== point.line), point]),
    remove,
    toggle(script: string, line: number): void {
      if (of(script).some((point) => point.line === line)) remove(script, line);
      else put(script, [...of(script), { kind: "stop", line }]);
    },
    removeAll: (script: string) => put(script, NONE),
    /** Moves a script's breakpoints with their lines, unless another tab has already done so. */
    edited(script: string, before: string, after: string): void {
      const now = placed.peek().get(script);
      if (now === undefined || before === after || now.text === textHash(after)) return;
      const moved = lineMap(before, after);
      put(
        script,
        now.points.map((point) => ({ ...point, line: moved(point.line) })),
        after,
      );
    },
    /** Stores them again if the site's data was cleared. Other tabs never clear it themselves. */
    restore(): void {
      if (read(storage).size === 0) keep();
    },
    /** Loads what another tab has stored. */
    reread(): void {
      placed.value = read(storage);
    },
  };
}

const NONE: readonly LineBreakpoint[] = [];

/** Sorts by line. Keeps the first of several at one line. */
function inOrder(points: readonly LineBreakpoint[]): LineBreakpoint[] {
  const byLine = new Map<number, LineBreakpoint>();
  for (const point of points) if (!byLine.has(point.line)) byLine.set(point.line, point);
  return [...byLine.values()].sort((a, b) => a.line - b.line);
}

function read(storage: Pick<Storage, "getItem"> | null): ReadonlyMap<string, Placed> {
  try {
    const found = parseOrNull(STORED, parseJson(storage?.getItem(LOCAL_KEYS.breakpoints) ?? ""));
    return new Map(
      Object.entries(found ?? {}).map(([id, { text, points }]) => [id, { text, points: inOrder(points) }]),
    );
  } catch {
    // The browser refuses it.
    return new Map();
  }
}

function textHash(text: string): number {
  return byteHash(0, new TextEncoder().encode(text));
}
