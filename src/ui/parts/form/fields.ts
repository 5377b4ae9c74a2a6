/** Forms described by data: a list of fields over a value. `read-form.ts` interprets them. */
import type { IconNode } from "lucide";

/** Why typed text was not accepted: a sentence that says what to type instead. */
export class Wrong {
  constructor(readonly text: string) {}
}

/** How a part of a value is read and changed. */
export interface Lens<T, Part> {
  readonly id: string;
  get(value: T): Part;
  set(value: T, part: Part): T | Wrong;
}

/** Returns a function that makes the lens of one of `T`'s properties. */
export function lensOf<T extends object>() {
  return <Key extends keyof T & string>(id: Key): Lens<T, T[Key]> => ({
    id,
    get: (value) => value[id],
    set: (value, part) => ({ ...value, [id]: part }),
  });
}

export function inside<T, Outer, Inner>(outer: Lens<T, Outer>, inner: Lens<Outer, Inner>): Lens<T, Inner> {
  return {
    id: `${outer.id}.${inner.id}`,
    get: (value) => inner.get(outer.get(value)),
    set(value, part) {
      const next = inner.set(outer.get(value), part);
      return next instanceof Wrong ? next : outer.set(value, next);
    },
  };
}

/** Returns a function that makes the lens of one of the part's properties. */
export function within<T, Part extends object>(outer: Lens<T, Part>) {
  const at = lensOf<Part>();
  return <Key extends keyof Part & string>(key: Key): Lens<T, Part[Key]> => inside(outer, at(key));
}

/** The same part in another representation, such as minutes instead of milliseconds. */
export function as<T, Part, Shown>(
  { id, get, set }: Lens<T, Part>,
  { show, read }: { show(part: Part): Shown; read(shown: Shown): Part | Wrong },
): Lens<T, Shown> {
  return {
    id,
    get: (value) => show(get(value)),
    set(value, shown) {
      const part = read(shown);
      return part instanceof Wrong ? part : set(value, part);
    },
  };
}

export function trimmed<T>(lens: Lens<T, string>): Lens<T, string> {
  return as(lens, { show: String, read: (text) => text.trim() });
}

/** One value of a choice, with its meaning for the person who picks it. */
export type Choice<Value> = readonly [value: Value, label: string, means?: string | undefined];

/** Texts by field id. */
export type Typed = Readonly<Record<string, string>>;

/** A button in a form that fills in text for the person. With an icon, the label is its accessible name. */
export interface FormAction {
  readonly label: string;
  readonly icon?: IconNode;
  readonly disabled?: boolean;
  readonly types: Typed;
}

/** Neighbours with the same title share a frame. */
export interface Group {
  readonly title: string;
  readonly note?: string;
}

type InputLook = InputAttributes &
  /** `list`: the id of a `<datalist>`. */
  ({ readonly type?: "password" | "datetime-local" | "number" } | { readonly list: string });

interface InputAttributes {
  readonly inputMode?: "decimal" | "numeric" | "tel" | "url";
  readonly autocomplete?: "off" | "new-password";
  readonly placeholder?: string;
  readonly maxLength?: number;
  readonly step?: number;
  readonly min?: number;
  readonly max?: number;
  readonly disabled?: boolean;
}

/** How a field looks, whatever its value. */
export interface Look {
  readonly optional?: boolean;
  /** Takes half of the row. */
  readonly half?: boolean;
  readonly group?: Group;
  /** Shows errors only after an attempt to save. */
  readonly late?: boolean;
  readonly input?: InputLook;
  /** After the control. */
  readonly unit?: string;
  readonly rows?: number;
  /** Ids of fields whose typed text is dropped when this one changes. */
  readonly resets?: readonly string[];
}

export interface Rules<T> extends Look {
  /** Whether the field is shown. Depends on the fields before it. */
  when?(value: T): boolean;
  /** Text in backticks is shown as code. */
  readonly hint?: string | ((value: T) => string);
  /** The error shown while the text is empty. */
  readonly needed?: string;
  /** The advice shown while the text is empty. */
  readonly wanted?: string;
  /** Maximum length in UTF-16 units. */
  readonly most?: number;
  /** What the text must match, and what to say otherwise. */
  readonly fits?: readonly [RegExp, string];
  /** Returns an error message, or `null`. `value` includes everything typed. */
  check?(text: string, value: T): string | null;
  /** Returns advice on a valid but unwise text, or `null`. */
  advice?(text: string, value: T): string | null;
}

type Kind = "line" | "area" | "choice" | "segments" | "check" | "actions" | "hidden";

export interface FormField<T> extends Rules<T>, Lens<T, string> {
  readonly kind: Kind;
  readonly label: string;
  readonly options?: readonly Choice<string>[];
  readonly actions?: readonly FormAction[];
}

/** Fields in order. A function returns those that depend on earlier values. */
export type Fields<T> = readonly (FormField<T> | ((value: T, typed: Typed) => Fields<T>))[];

export function line<T>(label: string, lens: Lens<T, string>, rules: Rules<NoInfer<T>> = {}): FormField<T> {
  return { kind: "line", label, ...lens, ...rules };
}

export function area<T>(label: string, lens: Lens<T, string>, rules: Rules<NoInfer<T>> = {}): FormField<T> {
  return { kind: "area", label, ...lens, ...rules };
}

/** A whole number between two bounds. `wrong` says what to type. */
export function whole<T>(
  label: string,
  lens: Lens<T, number>,
  [least, most]: readonly [number, number],
  {
    wrong = `Enter a whole number from ${least} to ${most}.`,
    ...rules
  }: Rules<NoInfer<T>> & { wrong?: string } = {},
): FormField<T> {
  const read = (text: string) => {
    const number = /^\s*\d{1,16}\s*$/.test(text) ? Number(text) : Number.NaN;
    return number >= least && number <= most ? number : new Wrong(wrong);
  };
  return line(label, as(lens, { show: String, read }), {
    ...rules,
    input: { inputMode: "numeric", ...rules.input },
  });
}

/** One of a few values. The hint says what the chosen one means. */
export function choice<T, Value>(
  label: string,
  lens: Lens<T, Value>,
  choices: readonly Choice<Value>[],
  rules: Rules<NoInfer<T>> = {},
): FormField<T> {
  return {
    kind: "choice",
    label,
    ...lens,
    get: (value) => String(lens.get(value)),
    set(value, text) {
      const chosen = choices.find(([one]) => String(one) === text);
      return chosen === undefined ? value : lens.set(value, chosen[0]);
    },
    options: choices.map(([value, words, means]) => [String(value), words, means]),
    ...rules,
  };
}

/** Choices labelled by their constant: `COPY_CODE` is “Copy code”. */
export function named<Value extends string>(...values: readonly Value[]): readonly Choice<Value>[] {
  return values.map((value) => [value, value.charAt(0) + value.slice(1).toLowerCase().replaceAll("_", " ")]);
}

/** Choices that are their own labels. */
export function plain<Value extends string>(...values: readonly Value[]): readonly Choice<Value>[] {
  return values.map((value) => [value, value]);
}

/** A checkbox. Its text is `on` or empty. */
export function check<T>(label: string, lens: Lens<T, boolean>, rules: Rules<NoInfer<T>> = {}): FormField<T> {
  const text = as(lens, { show: (on) => (on ? "on" : ""), read: (typed) => typed === "on" });
  return { kind: "check", label, ...text, ...rules };
}

export function actions<T>(id: string, buttons: readonly FormAction[], rules: Rules<T> = {}): FormField<T> {
  return { kind: "actions", label: "", id, get: () => "", set: (value) => value, actions: buttons, ...rules };
}
