import * as v from "valibot";

/** A value as it was at a step. A namespace is `app` or a path below it. Tables are told apart by their address, and their fields are in `Moment.tables`. */
export type ShownValue =
  | {
      readonly kind: "nil" | "boolean" | "number" | "function" | "namespace" | "userdata";
      readonly text: string;
    }
  /** `cut`: how many bytes of it are left out. */
  | { readonly kind: "string"; readonly text: string; readonly cut: number }
  | { readonly kind: "table" | "coroutine"; readonly address: number };

export interface ShownVariable {
  readonly name: string;
  readonly value: ShownValue;
}

export interface ShownTable {
  /** In the order of `next`. */
  readonly fields: readonly (readonly [key: ShownValue, value: ShownValue])[];
  /** Whether there are more fields than those. */
  readonly more: boolean;
}

/** An open call of one of the script's functions. */
export interface ShownFrame {
  /** `function 'send_all'`, `main chunk`, … as in a traceback. */
  readonly what: string;
  readonly line: number;
  readonly locals: readonly ShownVariable[];
  /** Variables of enclosing functions that this one uses. */
  readonly upvalues: readonly ShownVariable[];
}

export interface ShownThread {
  /** 0 is the main thread; coroutines are counted in the order in which they first ran. */
  readonly id: number;
  /** Innermost first. */
  readonly frames: readonly ShownFrame[];
  /** Frames left out because there are too many. */
  readonly skipped: number;
}

/** Everything that can be seen at one step of a run. */
export interface Moment {
  /** The running thread, then those that wait for it. */
  readonly threads: readonly ShownThread[];
  /** Globals that the script made. */
  readonly globals: readonly ShownVariable[];
  /** By address. A table that was too deep or one too many is missing. */
  readonly tables: Readonly<Record<string, ShownTable>>;
}
const whole = v.pipe(v.number(), v.integer(), v.minValue(0));

/** A value as sent by the sandbox. */
export const valueSchema: v.GenericSchema<ShownValue> = v.variant("kind", [
  v.object({
    kind: v.picklist(["nil", "boolean", "number", "function", "namespace", "userdata"]),
    text: v.string(),
  }),
  v.object({ kind: v.literal("string"), text: v.string(), cut: whole }),
  v.object({ kind: v.picklist(["table", "coroutine"]), address: whole }),
]);

/** A table as sent by it. */
export const tableSchema: v.GenericSchema<ShownTable> = v.object({
  fields: v.array(v.tuple([valueSchema, valueSchema])),
  more: v.boolean(),
});

const variables = v.array(v.object({ name: v.string(), value: valueSchema }));

/** A step as sent by it. */
export const momentSchema: v.GenericSchema<Moment> = v.object({
  threads: v.array(
    v.object({
      id: whole,
      frames: v.array(v.object({ what: v.string(), line: whole, locals: variables, upvalues: variables })),
      skipped: whole,
    }),
  ),
  globals: variables,
  tables: v.record(v.string(), tableSchema),
});
