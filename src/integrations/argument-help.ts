/**
 * What an integration knows about its functions' arguments beyond the catalog, to complete and explain them in the editor. Like
 * the checks, it works on a script's text, and is separate so that a run does not load it.
 */
import type { JsonValue } from "../shared/json";

/** Where something is being written. */
export interface ArgumentPlace {
  /** The table it is written into; empty for the arguments themselves. */
  readonly path: ArgumentPath;
  /** The field whose value is being written, or `null` at a key or a list's next item. */
  readonly key: string | null;
}

export interface Suggestion {
  readonly kind: "key" | "value";
  /** A key's name, or a value as Lua. */
  readonly label: string;
  /** A few words beside the label. */
  readonly detail: string;
  /** Markdown, empty if there is nothing to add. */
  readonly documentation: string;
  /** Lua with `$1` and `${2:…}` to fill in, in place of the label. */
  readonly snippet?: string;
}

/** What an integration knows about its functions' arguments beyond the catalog. Loaded only by the editor. */
export interface EditorHelp {
  /**
   * Checks the arguments of a call of the function `name`. `data`: what the integration's `WorldSimulator.named` returned, or
   * `null` if the world is not known (live mode).
   */
  check(name: string, args: PartialTable, data: unknown): readonly Finding[];
  /** What can be written at a place, the likeliest first, or `null` if the integration knows nothing about it. */
  suggest(
    name: string,
    place: ArgumentPlace,
    args: PartialTable,
    data: unknown,
  ): readonly Suggestion[] | null;
  /** Explains a literal, in Markdown, or `null`. */
  explain(
    name: string,
    place: ArgumentPlace,
    value: string,
    args: PartialTable,
    data: unknown,
  ): string | null;
}

/** The value at a path, or `undefined` if nothing is written there. */
export function valueAt(args: PartialTable, path: ArgumentPath) {
  return path.reduce<PartialTable["items"][number] | undefined>((value, step) => {
    if (value?.kind !== "table") return undefined;
    return typeof step === "number" ? value.items[step] : value.fields.get(step);
  }, args);
}

/** The text at a path, or `null` if it is absent or not known. */
export function textAt(args: PartialTable, path: ArgumentPath): string | null {
  const value = valueAt(args, path);
  return value?.kind === "text" ? value.value : null;
}

/**
 * What an integration knows about its functions' arguments beyond the catalog, only for the editor: the checks run on a
 * script's text, where much is unknown. They are separate from the catalog so that a run does not load them.
 */

/** A value, as far as the text shows it. */
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
  /** False if there may be more items or fields than are listed. */
  readonly complete: boolean;
}

/** A place in the arguments: the parameter's name, then field names and item positions from 0. */
export type ArgumentPath = readonly (string | number)[];

/** How to fix a finding, as JSON values. The editor writes them as Lua. */
export type ArgumentFix =
  /** Replaces the value at the finding's path. */
  | { readonly title: string; readonly replace: JsonValue }
  /** Puts a new field into the table at `to`. */
  | { readonly title: string; readonly to: ArgumentPath; readonly key: string; readonly value: JsonValue }
  /** Appends new items to the table at `to`. */
  | { readonly title: string; readonly to: ArgumentPath; readonly append: readonly JsonValue[] }
  /** Wraps the table at the finding's path in a list. */
  | { readonly title: string; readonly wrap: true };

export interface Finding {
  /** Something missing has the path where it should be: the mark goes to the nearest part that is written. */
  readonly path: ArgumentPath;
  /** The mark goes to the field's name instead of its value. */
  readonly key?: true;
  /** `template-unknown`: lower-case words with dashes. */
  readonly code: string;
  readonly severity: "error" | "warning" | "hint";
  /** One or two plain sentences. */
  readonly message: string;
  /** The first is the preferred one. */
  readonly fixes?: readonly ArgumentFix[];
  /** The docs page with more, in place of the function's own. */
  readonly page?: string;
}

/** The value of a field: `nil` if it is certainly absent, `unknown` if it may be there. */
export function fieldOf(table: PartialTable, name: string): PartialValue {
  return table.fields.get(name) ?? { kind: table.complete ? "nil" : "unknown" };
}
