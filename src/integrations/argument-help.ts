/**
 * What an integration knows of the arguments of its functions beyond the catalog, to complete and explain them in the
 * editor. Like the checks, it works on what a script's text says, and stands apart so that a run does not load it.
 */
import type { ArgumentPath, Finding, PartialTable } from "./argument-check";

/** Where something is being written. */
export interface ArgumentPlace {
  /** The table it is written into; empty for the arguments themselves. */
  readonly path: ArgumentPath;
  /** The field whose value is being written; null where a key or a list's next item is. */
  readonly key: string | null;
}

export interface Suggestion {
  readonly kind: "key" | "value";
  /** A key's name, or a value as Lua. */
  readonly label: string;
  /** A few words beside the label. */
  readonly detail: string;
  /** Markdown; empty when there is nothing to add. */
  readonly documentation: string;
  /** Lua with `$1` and `${2:…}` to fill in, in place of the label. */
  readonly snippet?: string;
}

/** What an integration knows of its functions' arguments beyond the catalog. Loaded by the editor alone. */
export interface EditorHelp {
  /**
   * Looks at the arguments of a call of the function `name`. `data`: what the integration's `WorldSimulator.named`
   * returned, or `null` if the world is not known (live mode).
   */
  check(name: string, args: PartialTable, data: unknown): readonly Finding[];
  /** What can be written at a place, the likeliest first, or `null` if the integration knows nothing of it. */
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

/** The value at a path; undefined when nothing is written there. */
export function valueAt(args: PartialTable, path: ArgumentPath) {
  return path.reduce<PartialTable["items"][number] | undefined>((value, step) => {
    if (value?.kind !== "table") return undefined;
    return typeof step === "number" ? value.items[step] : value.fields.get(step);
  }, args);
}

/** The text at a path; null when there is none or it is not known. */
export function textAt(args: PartialTable, path: ArgumentPath): string | null {
  const value = valueAt(args, path);
  return value?.kind === "text" ? value.value : null;
}
