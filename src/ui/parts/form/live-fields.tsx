import { useState } from "preact/hooks";
import { FieldViews } from "./field-views";
import type { Fields, Typed } from "./fields";
import { readForm, type ShownField } from "./read-form";

interface Props<T> {
  readonly fields: Fields<T>;
  readonly value: T;
  /** Changes the stored value. Returns an error message, or `null` on success. */
  save(change: (now: T) => T): string | null;
}

/** Fields that are saved as they are typed. Text that cannot be saved stays in its field with the reason. */
export function LiveFields<T>({ fields, value, save }: Props<T>) {
  const [typed, setTyped] = useState<Typed>({});
  const [errors, setErrors] = useState<Typed>({});
  const shown = readForm(fields, value, {}).fields;
  const put = (change: Typed, id: string): string | null => {
    const { fields: tried } = readForm(fields, value, change);
    const field = tried.find((one) => one.id === id);
    if (field === undefined || field.text === field.base) return null;
    return field.error ?? save((now) => readForm(fields, now, change).value);
  };
  const type = (changes: Typed, from: ShownField) => {
    for (const [id, text] of Object.entries(changes)) {
      const wrong = put({ [id]: text }, id);
      setErrors((now) => (wrong === null ? without(now, id) : { ...now, [id]: wrong }));
      const isText = from.id === id && (from.kind === "line" || from.kind === "area");
      setTyped((now) => (isText ? { ...now, [id]: text } : without(now, id)));
    }
  };
  return (
    <FieldViews
      fields={shown.map((one) => ({
        ...one,
        text: typed[one.id] ?? one.text,
        error: errors[one.id] ?? null,
      }))}
      onType={type}
      onLeave={({ id }) => {
        // From now on the field shows the saved value.
        if (errors[id] === undefined) setTyped((now) => without(now, id));
      }}
    />
  );
}

function without(texts: Typed, id: string): Typed {
  const { [id]: _, ...others } = texts;
  return others;
}
