/** Forms described by data: a list of fields over a value. See `read-form.ts` for what becomes of it. */
import type { IconNode } from "lucide";

/** How a part of a value is read and changed. */
export interface Lens<T, Part> {
  readonly id: string;
  get(value: T): Part;
  /** Returns the changed value, or a sentence that says what to type instead. */
  set(value: T, part: Part): T | string;
}

/** Returns a function that makes the lens of one of `T`'s own properties. */
export function keysOf<T extends object>() {
  return <Key extends keyof T & string>(id: Key): Lens<T, T[Key]> => ({
    id,
    get: (value) => value[id],
    set: (value, part) => ({ ...value, [id]: part }),
  });
}

/** One value of a choice, with what it means to the person who picks it. */
export type Choice<Value> = readonly [value: Value, label: string, means?: string | undefined];

/** Texts by field id. */
export type Typed = Readonly<Record<string, string>>;

/** A button in a form that types for the person. */
export interface FormAction {
  readonly label: string;
  readonly icon?: IconNode;
  /** Shows the icon alone; the label becomes its name. */
  readonly isIcon?: boolean;
  readonly disabled?: boolean;
  readonly types: Typed;
}

interface InputLook {
  readonly type?: "password" | "datetime-local";
  readonly inputMode?: "decimal" | "numeric" | "tel" | "url";
  readonly autocomplete?: "off" | "new-password";
  readonly placeholder?: string;
  readonly maxLength?: number;
  readonly step?: number;
  readonly disabled?: boolean;
}

/** What a field looks like, whatever the value. */
export interface Look {
  readonly optional?: boolean;
  /** Takes half of the row. */
  readonly half?: boolean;
  /** Neighbours with the same title are framed together. */
  readonly group?: Group | undefined;
  /** Shows what is wrong only after a try to save. */
  readonly late?: boolean;
  readonly input?: InputLook;
  readonly rows?: number;
  /** Fields whose typed text is dropped when this one changes. */
  readonly resets?: readonly string[];
}

interface Group {
  readonly title: string;
  readonly note?: string;
}

export interface Rules<T> extends Look {
  /** Whether the field is there; depends on the fields before it. */
  when?(value: T): boolean;
  /** Backticks set code. */
  readonly hint?: string | ((value: T) => string);
  /** What is wrong while the text is empty. */
  readonly needed?: string;
  /** What is unwise while the text is empty. */
  readonly wanted?: string;
  /** The longest text, in UTF-16 units. */
  readonly most?: number;
  /** What the text must match, and what to say otherwise. */
  readonly fits?: readonly [RegExp, string];
  /** Returns what is wrong, or `null`. `value` has all that was typed. */
  check?(text: string, value: T): string | null;
  /** Returns what is allowed and yet unwise, or `null`. */
  advice?(text: string, value: T): string | null;
  actions?(value: T): readonly FormAction[];
}

export type Kind = "line" | "area" | "choice" | "check" | "actions" | "hidden";

export interface Field<T> extends Rules<T>, Lens<T, string> {
  readonly kind: Kind;
  readonly label: string;
  readonly options?: readonly Choice<string>[];
}

/** Where fields find their value while a form is read. */
export interface Place<T> {
  readonly prefix: string;
  readonly group: Group | undefined;
  readonly typed: Typed;
  /** Returns `null` if there is no such part any more. */
  get(): T | null;
  set(value: T): void;
}

export type Walk = <T>(fields: Fields<T>, place: Place<T>) => void;

/** Fields of a part of the value. */
export interface Part<T> {
  enter(walk: Walk, place: Place<T>): void;
}

/** Fields in order. A function stands for those that depend on what comes before them. */
export type Fields<T> = readonly (Field<T> | Part<T> | ((value: T) => Fields<T>))[];

export function line<T>(label: string, lens: Lens<T, string>, rules: Rules<NoInfer<T>> = {}): Field<T> {
  return { kind: "line", label, ...lens, ...rules };
}

export function area<T>(label: string, lens: Lens<T, string>, rules: Rules<NoInfer<T>> = {}): Field<T> {
  return { kind: "area", label, ...lens, ...rules };
}

/** A whole number between two bounds; `wrong` says what to type. */
export function whole<T>(
  label: string,
  { id, get, set }: Lens<T, number>,
  [least, most]: readonly [number, number],
  {
    wrong = `Type a whole number from ${least} to ${most}.`,
    ...rules
  }: Rules<NoInfer<T>> & { wrong?: string } = {},
): Field<T> {
  return {
    kind: "line",
    label,
    id,
    get: (value) => String(get(value)),
    set(value, text) {
      const number = /^\s*\d{1,16}\s*$/.test(text) ? Number(text) : Number.NaN;
      return number >= least && number <= most ? set(value, number) : wrong;
    },
    input: { inputMode: "numeric" },
    ...rules,
  };
}

/** One of a few values; the hint says what the chosen one means. */
export function choice<T, Value>(
  label: string,
  { id, get, set }: Lens<T, Value>,
  choices: readonly Choice<Value>[],
  rules: Rules<NoInfer<T>> = {},
): Field<T> {
  return {
    kind: "choice",
    label,
    id,
    options: choices.map(([value, words, means]) => [String(value), words, means]),
    get: (value) => String(get(value)),
    set(value, text) {
      const chosen = choices.find(([one]) => String(one) === text);
      return chosen === undefined ? value : set(value, chosen[0]);
    },
    ...rules,
  };
}

/** Choices that need no other words: `COPY_CODE` is “Copy code”. */
export function named<Value extends string>(...values: readonly Value[]): readonly Choice<Value>[] {
  return values.map((value) => [value, value.charAt(0) + value.slice(1).toLowerCase().replaceAll("_", " ")]);
}

/** A box to tick; its text is `on` or empty. */
export function check<T>(
  label: string,
  { id, get, set }: Lens<T, boolean>,
  rules: Rules<NoInfer<T>> = {},
): Field<T> {
  return {
    kind: "check",
    label,
    id,
    get: (value) => (get(value) ? "on" : ""),
    set: (value, text) => set(value, text === "on"),
    ...rules,
  };
}

/** A row of buttons among the fields. */
export function actions<T>(
  id: string,
  of: (value: T) => readonly FormAction[],
  rules: Rules<NoInfer<T>> = {},
): Field<T> {
  return { kind: "actions", label: "", id, get: () => "", set: (value) => value, actions: of, ...rules };
}

/** The fields of a part of the value, for as long as the lens finds one. */
export function part<T, P extends object>(lens: Lens<T, P | null>, fields: Fields<P>): Part<T> {
  return {
    enter(walk, { prefix, group, typed, get, set }) {
      walk(fields, {
        prefix: lens.id === "" ? prefix : `${prefix}${lens.id}.`,
        group,
        typed,
        get() {
          const value = get();
          return value === null ? null : lens.get(value);
        },
        set(part) {
          const value = get();
          const next = value === null ? "" : lens.set(value, part);
          if (typeof next !== "string") set(next);
        },
      });
    },
  };
}
