/**
 * What a replaying worker is asked, and what it answers. The page trusts none of it: `parseReplayAnswer` checks the shape, and
 * hashes show whether the replays agree.
 */
import * as v from "valibot";
import type { Expression } from "../language/parse/ast";
import { boundedList } from "../shared/bounded-list";
import { parseOrNull } from "../shared/parse-with";
import type { FramePlace } from "./changes";
import {
  type Moment,
  momentSchema,
  type ShownTable,
  type ShownValue,
  tableSchema,
  valueSchema,
} from "./moment";

/** A line at which something is looked for, and an expression over its function's variables. */
export interface VisitPoint {
  readonly line: number;
  readonly expression: Expression | null;
  /** Lists only visits at which the expression is true, or has no value. */
  readonly condition: boolean;
}

/** Each question runs the script again, from its beginning. */
export type ReplayQuestion =
  /** All steps, at most `most`. From step `eager` on, each is reported immediately, in case the next one never ends. */
  | { readonly kind: "steps"; readonly most: number; readonly eager: number }
  /**
   * What can be seen at the steps `from` to `to`. It is complete only at `focus`, where expressions are evaluated over the
   * variables of a frame; elsewhere over those of the innermost one. `before`: a complete step before `focus` to compare it
   * with.
   */
  | {
      readonly kind: "moments";
      readonly from: number;
      readonly focus: number;
      readonly to: number;
      readonly before?: number | null;
      readonly frame: FramePlace;
      readonly watches: readonly Expression[];
    }
  /** Every visit of some lines, up to step `until`; at most `most` rows. */
  | {
      readonly kind: "visits";
      readonly points: readonly VisitPoint[];
      readonly until: number;
      readonly most: number;
    };

/** An expression's value, with the tables it leads to, or why it has none. */
export type Evaluated =
  | {
      readonly ok: true;
      readonly value: ShownValue;
      /** Whether it is true in Lua. */
      readonly holds: boolean;
      readonly tables: Readonly<Record<string, ShownTable>>;
    }
  | { readonly ok: false; readonly message: string };

/** What a call did, reported at its step. */
export interface ReplayedCall {
  readonly step: number;
  /** By integration id. */
  readonly events: Readonly<Record<string, readonly unknown[]>>;
}

export interface SeenMoment {
  readonly step: number;
  readonly moment: Moment;
  readonly watches: readonly Evaluated[];
}

/** A visit of `points[point]`, at which its expression was worth something. */
export interface Visit {
  readonly point: number;
  readonly step: number;
  /** `null` without an expression. */
  readonly value: Evaluated | null;
}

export type ReplayAnswer =
  /** Steps since the last such message: two words each (`Timeline.add`), and the calls among them. */
  | {
      readonly kind: "progress";
      readonly words: Int32Array<ArrayBuffer>;
      readonly calls: readonly ReplayedCall[];
    }
  /** The last answer to `steps`. `cut`: there are more steps than requested. `output`: a hash of the output. */
  | {
      readonly kind: "steps";
      readonly count: number;
      readonly hash: number;
      readonly output: number;
      readonly cut: boolean;
      /** Null if it succeeded or was cut. */
      readonly error: string | null;
    }
  /** `hash` is that of all steps up to `to`, or to the last one if there are fewer. */
  | { readonly kind: "moments"; readonly hash: number; readonly moments: readonly SeenMoment[] }
  /** How often each point was visited, listed or not. */
  | { readonly kind: "visits"; readonly visits: readonly Visit[]; readonly counts: readonly number[] }
  | { readonly kind: "failed"; readonly message: string };

const whole = v.pipe(v.number(), v.integer(), v.minValue(0));
/** Far more than any honest list holds. */
const list = <T extends v.GenericSchema>(item: T) => boundedList(item, 1_000_000);
const hash = v.pipe(v.number(), v.integer());
const evaluated = v.variant("ok", [
  v.object({
    ok: v.literal(true),
    value: valueSchema,
    holds: v.boolean(),
    tables: v.record(v.string(), tableSchema),
  }),
  v.object({ ok: v.literal(false), message: v.string() }),
]);
const answer = v.variant("kind", [
  v.object({
    kind: v.literal("progress"),
    words: v.custom<Int32Array<ArrayBuffer>>(
      (value) => value instanceof Int32Array && value.buffer instanceof ArrayBuffer && value.length % 2 === 0,
    ),
    calls: list(v.object({ step: whole, events: v.record(v.string(), list(v.unknown())) })),
  }),
  v.object({
    kind: v.literal("steps"),
    count: whole,
    hash,
    output: hash,
    cut: v.boolean(),
    error: v.nullable(v.string()),
  }),
  v.object({
    kind: v.literal("moments"),
    hash,
    moments: list(v.object({ step: whole, moment: momentSchema, watches: list(evaluated) })),
  }),
  v.object({
    kind: v.literal("visits"),
    visits: list(v.object({ point: whole, step: whole, value: v.nullable(evaluated) })),
    counts: list(whole),
  }),
  v.object({ kind: v.literal("failed"), message: v.string() }),
]) satisfies v.GenericSchema<unknown, ReplayAnswer>;

/** Reads a worker's message. Returns `null` if it is malformed. */
export function parseReplayAnswer(value: unknown): ReplayAnswer | null {
  return parseOrNull(answer, value);
}
