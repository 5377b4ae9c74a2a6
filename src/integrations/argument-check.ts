/**
 * What an integration knows of its functions' arguments beyond the catalog, for the editor alone: the checks run over
 * what a script's text says, where much is not known. They stand apart from the catalog so that a run does not load them.
 */
import type { JsonValue } from "../shared/json";

/** A value as far as the text tells. */
export type PartialValue =
  | { readonly kind: "unknown" }
  | { readonly kind: "nil" }
  | { readonly kind: "text"; readonly value: string }
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "boolean"; readonly value: boolean }
  | PartialTable;

export interface PartialTable {
  readonly kind: "table";
  readonly items: readonly PartialValue[];
  readonly fields: ReadonlyMap<string, PartialValue>;
  /** False when there may be more items or fields than are listed. */
  readonly complete: boolean;
}

/** Where something stands in the arguments: the parameter's name, then field names and item positions from 0. */
export type ArgumentPath = readonly (string | number)[];

/** A way to mend a finding, in values; the editor writes them as Lua. */
export type ArgumentFix =
  /** Puts a value in place of what stands at the finding's path. */
  | { readonly title: string; readonly replace: JsonValue }
  /** Puts a new field into the table at `to`. */
  | { readonly title: string; readonly to: ArgumentPath; readonly key: string; readonly value: JsonValue }
  /** Puts new items behind those of the table at `to`. */
  | { readonly title: string; readonly to: ArgumentPath; readonly append: readonly JsonValue[] }
  /** Puts the table at the finding's path into a list of its own. */
  | { readonly title: string; readonly wrap: true };

export interface Finding {
  /** What is missing is found where it should stand: the mark goes to the nearest part that is written. */
  readonly path: ArgumentPath;
  /** The mark goes to the field's name instead of its value. */
  readonly key?: true;
  /** `template-unknown`: lower-case words with dashes. */
  readonly code: string;
  readonly severity: "error" | "warning" | "hint";
  /** One or two sentences of plain words. */
  readonly message: string;
  /** The first is the preferred one. */
  readonly fixes?: readonly ArgumentFix[];
  /** Docs page to read on, in place of the function's own. */
  readonly page?: string;
}

/** The value of a field; `nil` when it is surely not there, `unknown` when it may be. */
export function fieldOf(table: PartialTable, name: string): PartialValue {
  return table.fields.get(name) ?? { kind: table.complete ? "nil" : "unknown" };
}
