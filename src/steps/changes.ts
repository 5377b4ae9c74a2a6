/** The differences between two moments of a run. */
import type { Moment, ShownFrame, ShownTable, ShownThread, ShownValue, ShownVariable } from "./moment";

type Tables = Moment["tables"];
type Text = Extract<ShownValue, { readonly kind: "string" }>;

/** Whether two values look the same, with all that was read of the tables in them. @internal */
export function sameValue(
  left: ShownValue,
  right: ShownValue,
  before: Tables,
  after: Tables,
  seen: ReadonlySet<number> = new Set(),
): boolean {
  if (left.kind === "string" && right.kind === "string") return sameText(left, right);
  if (left.kind !== right.kind) return false;
  if (!("address" in left) || !("address" in right))
    return "text" in left && "text" in right && left.text === right.text;
  if (left.address !== right.address) return false;
  if (left.kind !== "table" || seen.has(left.address)) return true;
  const [one, two] = [before[left.address], after[right.address]];
  // Parts not read at one of them count as unchanged.
  if (one === undefined || two === undefined) return true;
  return sameTable(one, two, before, after, new Set([...seen, left.address]));
}

/** One of them may have been read further than the other. */
function sameText(left: Text, right: Text): boolean {
  if (left.cut === 0 && right.cut === 0) return left.text === right.text;
  if (left.cut > 0 && right.cut > 0 && left.text.length === right.text.length)
    return left.text === right.text && left.cut === right.cut;
  // A character at the cut may be half of one.
  const common = Math.min(left.text.length, right.text.length) - 1;
  return left.text.slice(0, common) === right.text.slice(0, common);
}

function sameTable(
  left: ShownTable,
  right: ShownTable,
  before: Tables,
  after: Tables,
  seen: ReadonlySet<number>,
): boolean {
  if (left.fields.length !== right.fields.length && !left.more && !right.more) return false;
  return left.fields.every(([key, value], index) => {
    const other = right.fields[index];
    return (
      other === undefined ||
      (sameValue(key, other[0], before, after, seen) && sameValue(value, other[1], before, after, seen))
    );
  });
}

/** Returns the names of variables that are new or different in `after`. */
export function changedNames(
  before: readonly ShownVariable[],
  after: readonly ShownVariable[],
  tablesBefore: Tables,
  tablesAfter: Tables,
): ReadonlySet<string> {
  const known = new Map(before.map(({ name, value }) => [name, value]));
  return new Set(
    after
      .filter(({ name, value }) => {
        const old = known.get(name);
        return old === undefined || !sameValue(old, value, tablesBefore, tablesAfter);
      })
      .map(({ name }) => name),
  );
}

/** A frame of a moment: the index of its thread (0 is the running one), and its own (0 is the innermost). */
export interface FramePlace {
  readonly thread: number;
  readonly frame: number;
}

export interface FrameChanges {
  readonly locals: ReadonlySet<string>;
  readonly upvalues: ReadonlySet<string>;
  readonly globals: ReadonlySet<string>;
}

const NOTHING: FrameChanges = { locals: new Set(), upvalues: new Set(), globals: new Set() };

/**
 * Returns what changed for one frame of `after` since `before`.
 *
 * @param entered whether the innermost function was called in between
 */
export function changesIn(
  before: Moment | null,
  after: Moment,
  { thread, frame }: FramePlace,
  entered: boolean,
): FrameChanges {
  const here = after.threads[thread];
  const shown = here?.frames[frame];
  if (before === null || here === undefined || shown === undefined) return NOTHING;
  const fresh = entered && thread === 0 && frame === 0;
  const old = fresh ? undefined : sameCall(before, here, frame);
  const changed = (list: "locals" | "upvalues") =>
    changedNames(old?.[list] ?? [], shown[list], before.tables, after.tables);
  return {
    locals: changed("locals"),
    // A function that has just started has not changed its surroundings.
    upvalues: old === undefined ? NOTHING.upvalues : changed("upvalues"),
    globals: changedNames(before.globals, after.globals, before.tables, after.tables),
  };
}

/** The frame of the same call in another moment: that of the same thread, counted from its outermost. */
function sameCall(
  before: Moment,
  { id, frames, skipped }: ShownThread,
  frame: number,
): ShownFrame | undefined {
  const old = before.threads.find((one) => one.id === id);
  if (old === undefined) return undefined;
  const more = old.frames.length + old.skipped - frames.length - skipped;
  const found = old.frames[frame + more];
  return found?.what === frames[frame]?.what ? found : undefined;
}
