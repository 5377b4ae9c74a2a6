/**
 * Typed text is kept by field, separate from the value. `readForm` applies it to the value in the order of the fields. Untouched
 * fields leave their part of the value exactly as it was.
 */
import {
  type Choice,
  type Fields,
  type FormAction,
  type FormField,
  type Look,
  type Typed,
  Wrong,
} from "./fields";

/** A field, ready to draw. */
export interface ShownField extends Look {
  readonly id: string;
  readonly kind: FormField<unknown>["kind"];
  readonly label: string;
  readonly options: readonly Choice<string>[];
  readonly actions?: readonly FormAction[];
  readonly hint: string;
  readonly text: string;
  /** Its text while nothing is typed. */
  readonly base: string;
  readonly error: string | null;
  readonly advice: string | null;
}

export interface Reading<T> {
  /** The value with all valid typed text applied. */
  readonly value: T;
  readonly fields: readonly ShownField[];
  readonly isWrong: boolean;
}

/** Applies typed text to `start`, field by field. */
export function readForm<T>(list: Fields<T>, start: T, typed: Typed): Reading<T> {
  let value = start;
  const read: { field: FormField<T>; base: string; text: string; next: T | Wrong }[] = [];
  const walk = (fields: Fields<T>): void => {
    for (const field of fields) {
      if (typeof field === "function") walk(field(value, typed));
      else if (field.when?.(value) !== false) {
        const base = field.get(value);
        const text = Object.hasOwn(typed, field.id) ? (typed[field.id] ?? base) : base;
        const next = text === base ? value : field.set(value, text);
        if (!(next instanceof Wrong)) value = next;
        read.push({ field, base, text, next });
      }
    }
  };
  walk(list);
  const fields = read.map(({ field, base, text, next }): ShownField => {
    const { when, get, set, hint, needed, wanted, most, fits, check, advice, options = [], ...look } = field;
    const isEmpty = text.trim() === "";
    const isLong = most !== undefined && text.length > most;
    const wrong =
      (next instanceof Wrong ? next.text : null) ??
      (isEmpty ? needed : null) ??
      (isLong ? `At most ${most} characters are allowed. This has ${text.length}.` : null) ??
      (fits === undefined || fits[0].test(text.trim()) ? null : fits[1]) ??
      check?.(text, value);
    // The value's hint does not fit a text that was not accepted.
    const said = typeof hint !== "function" ? hint : next instanceof Wrong ? "" : hint(value);
    const means = options.find(([one]) => one === text)?.[2];
    return {
      ...look,
      label: most === undefined ? field.label : `${field.label}, ${text.length} of ${most}`,
      text,
      base,
      // A value without a label is shown verbatim.
      options: options.some(([one]) => one === text) ? options : [...options, [text, text]],
      hint: [said, means].filter((one) => one !== undefined && one !== "").join(" "),
      error: wrong ?? null,
      advice: (isEmpty ? wanted : null) ?? advice?.(text, value) ?? null,
    };
  });
  return { value, fields, isWrong: fields.some(({ error }) => error !== null) };
}

/** The typed text after `changes`. Text equal to what the field shows anyway is dropped. */
export function typedAfter(typed: Typed, changes: Typed, fields: readonly ShownField[]): Typed {
  const next: Record<string, string> = { ...typed, ...changes };
  for (const { id, base, resets = [] } of fields) {
    if (!Object.hasOwn(changes, id)) continue;
    if (changes[id] === base) delete next[id];
    for (const other of resets) if (!Object.hasOwn(changes, other)) delete next[other];
  }
  return next;
}

/** Why a form was not saved: one sentence, or sentences by field id. */
export type FormRefusal = string | Typed;

/** Assigns the reasons for a refusal to their fields. `rest` belongs to none of them. */
export function refusedFields(
  fields: readonly ShownField[],
  refusal: FormRefusal | null,
): { readonly fields: readonly ShownField[]; readonly rest: string } {
  if (refusal === null || typeof refusal === "string") return { fields, rest: refusal ?? "" };
  const stray = Object.keys(refusal).filter((id) => !fields.some((field) => field.id === id));
  return {
    fields: fields.map((field) => ({ ...field, error: field.error ?? refusal[field.id] ?? null })),
    rest: stray.map((id) => refusal[id]).join(" "),
  };
}
