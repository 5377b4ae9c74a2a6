/**
 * What a person types is kept as text by field, apart from the value. `readForm` applies it to the value in the order of the
 * fields. Fields that were not touched leave their part of the value exactly as it was.
 */
import type { Choice, Field, Fields, FormAction, Kind, Look, Place, Typed, Walk } from "./fields";

/** A field as it is to be drawn. */
export interface ShownField extends Look {
  readonly id: string;
  readonly kind: Kind;
  readonly label: string;
  readonly options: readonly Choice<string>[];
  readonly actions: readonly FormAction[];
  readonly hint: string;
  readonly text: string;
  /** What it says while nothing is typed. */
  readonly base: string;
  readonly error: string | null;
  readonly advice: string | null;
}

export interface Reading<T> {
  /** With everything that was typed and could be read. */
  readonly value: T;
  readonly fields: readonly ShownField[];
  readonly isWrong: boolean;
}

/** Applies what was typed to `start`, field by field. */
export function readForm<T>(list: Fields<T>, start: T, typed: Typed): Reading<T> {
  // Hints, errors and advice are about the finished value, so they wait for it.
  const finish: (() => ShownField | null)[] = [];
  const walk: Walk = (fields, place) => {
    for (const entry of fields) {
      const value = place.get();
      if (value === null) return;
      if (typeof entry === "function") walk(entry(value), place);
      else if ("enter" in entry) entry.enter(walk, place);
      else if (entry.when?.(value) !== false) finish.push(apply(entry, value, place));
    }
  };
  let value = start;
  walk(list, {
    prefix: "",
    group: undefined,
    typed,
    get: () => value,
    set(next) {
      value = next;
    },
  });
  const fields = finish.map((one) => one()).filter((one) => one !== null);
  return { value, fields, isWrong: fields.some(({ error }) => error !== null) };
}

function apply<T>(field: Field<T>, before: T, place: Place<T>): () => ShownField | null {
  const { kind, needed, wanted, most, fits, options = [], resets = [] } = field;
  const id = place.prefix + field.id;
  const base = field.get(before);
  const text = Object.hasOwn(place.typed, id) ? (place.typed[id] ?? base) : base;
  const next = text === base ? before : field.set(before, text);
  if (typeof next !== "string") place.set(next);
  return () => {
    const value = place.get();
    if (value === null) return null;
    const { when, hint, check, advice, actions, get, set, ...look } = field;
    const isEmpty = text.trim() === "";
    const wrong = [
      typeof next === "string" ? next : null,
      isEmpty ? needed : null,
      most !== undefined && text.length > most
        ? `This has ${text.length} characters; ${most} are allowed.`
        : null,
      fits === undefined || fits[0].test(text.trim()) ? null : fits[1],
      check?.(text, value),
    ];
    const said = typeof hint === "function" ? hint(value) : hint;
    const means = options.find(([one]) => one === text)?.[2];
    return {
      ...look,
      id,
      kind,
      label: most === undefined ? field.label : `${field.label}, ${text.length} of ${most}`,
      group: field.group ?? place.group,
      text,
      base,
      // A value that has no words of its own is shown as it is.
      options: options.some(([one]) => one === text) ? options : [...options, [text, text]],
      actions:
        actions?.(value).map((action) => ({ ...action, types: under(place.prefix, action.types) })) ?? [],
      resets: resets.map((one) => place.prefix + one),
      hint: [said, means].filter((one) => one !== undefined).join(" "),
      error: wrong.find((one) => one !== null && one !== undefined) ?? null,
      advice: (isEmpty ? wanted : undefined) ?? advice?.(text, value) ?? null,
    };
  };
}

function under(prefix: string, typed: Typed): Typed {
  return Object.fromEntries(Object.entries(typed).map(([id, text]) => [prefix + id, text]));
}

/** What is typed after `changes`: a text that says what the field says anyway is not kept. */
export function typedAfter(typed: Typed, changes: Typed, fields: readonly ShownField[]): Typed {
  const next: Record<string, string> = { ...typed, ...changes };
  for (const { id, base, resets = [] } of fields) {
    if (!Object.hasOwn(changes, id)) continue;
    if (changes[id] === base) delete next[id];
    for (const other of resets) if (!Object.hasOwn(changes, other)) delete next[other];
  }
  return next;
}
