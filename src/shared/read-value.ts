/**
 * Reads values from outside that the page needs before it shows the script: loading a schema library would delay that.
 * Everything else is parsed with schemas (`parse-with.ts`).
 */

/** Returns the typed value without unknown fields. Throws a `Misfit` if it is invalid. */
export type Read<T> = (value: unknown) => T;

/** An object whose fields are still to be read. */
export type UnreadFields = Readonly<Record<string, unknown>>;

/** A value doesn't fit. */
class Misfit extends Error {
  /** The field that does not fit, or `null` if it is the value itself. */
  readonly field: string | null;

  constructor(field: string | null = null) {
    super("A value from outside does not fit.");
    this.field = field;
  }
}

/** Reads a value. Returns it, or the field that does not fit: `null` if it is the value itself. */
export function tryRead<T>(
  read: Read<T>,
  value: unknown,
): { readonly ok: true; readonly value: T } | { readonly ok: false; readonly field: string | null } {
  try {
    return { ok: true, value: read(value) };
  } catch (error) {
    if (error instanceof Misfit) return { ok: false, field: error.field };
    throw error;
  }
}

/** Reads a value. Returns `null` if it is missing or does not fit. */
export function readOrNull<T>(read: Read<T>, value: unknown): T | null {
  // At a first visit most values are missing, and for an exception's stack trace the browser would parse the script again.
  if (value === undefined) return null;
  const done = tryRead(read, value);
  return done.ok ? done.value : null;
}

export const asText: Read<string> = (value) => (typeof value === "string" ? value : misfit());
/** A text that is not empty. */
export const asFilledText: Read<string> = (value) => asText(value) || misfit();
/** A number that is neither infinite nor `NaN`. */
export const asFinite: Read<number> = (value) =>
  typeof value === "number" && Number.isFinite(value) ? value : misfit();

/** A number from `min` to `max`. */
export function asNumberBetween(min: number, max: number): Read<number> {
  return (value) => {
    const given = asFinite(value);
    return given >= min && given <= max ? given : misfit();
  };
}

export const asFlag: Read<boolean> = (value) => (typeof value === "boolean" ? value : misfit());

/** One of these. */
export function asOneOf<const T>(known: readonly T[]): Read<T> {
  return (value) => known.find((each) => each === value) ?? misfit();
}

/** `null`, or a value that `read` accepts. */
export function asNullable<T>(read: Read<T>): Read<T | null> {
  return (value) => (value === null ? null : read(value));
}

/** A list of values that `read` accepts. */
export function asListOf<T>(read: Read<T>): Read<readonly T[]> {
  return (value) => (Array.isArray(value) ? value.map((item) => read(item)) : misfit());
}

/** An object of any keys. */
export function asRecordOf<T>(read: Read<T>): Read<Readonly<Record<string, T>>> {
  return (value) => Object.fromEntries(Object.entries(asFields(value)).map(([key, of]) => [key, read(of)]));
}

/** Any object, lists too. */
export const asFields: Read<UnreadFields> = (value) => (isFields(value) ? value : misfit());

/** Reads one field of an object. */
export function field<T>(of: UnreadFields, name: string, read: Read<T>): T {
  const done = tryRead(read, of[name]);
  if (done.ok) return done.value;
  throw new Misfit(done.field === null ? name : `${name}.${done.field}`);
}

function isFields(value: unknown): value is UnreadFields {
  return typeof value === "object" && value !== null;
}

function misfit(): never {
  throw new Misfit();
}
