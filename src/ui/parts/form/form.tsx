import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { messageOf } from "../../../shared/message-of";
import { Button } from "../button";
import { FieldViews } from "./field-views";
import type { Fields, Typed } from "./fields";
import {
  type FormRefusal,
  type Reading,
  readForm,
  refusedFields,
  type ShownField,
  typedAfter,
} from "./read-form";

interface Props<T> {
  /** Names the form for screen readers. */
  readonly label?: string;
  /** Names the form and is its heading. */
  readonly title?: string;
  readonly class?: string;
  /** A single field with its button, among other content. */
  readonly isInline?: boolean;
  readonly fields: Fields<T>;
  /** The form's initial value. */
  readonly start: T;
  /** Typed text that must outlive the form. */
  readonly typed?: Typed;
  readonly submit: string;
  /** The button's label during a slow save. */
  readonly busy?: string;
  /** Focuses the first field when the form opens. */
  readonly autofocus?: boolean;
  /** For a new item: shows no errors before anything is typed. */
  readonly isNew?: boolean;
  /** Above the fields. */
  readonly head?: ((reading: Reading<T>) => ComponentChildren) | undefined;
  /** Beside the fields. */
  readonly aside?: ((reading: Reading<T>) => ComponentChildren) | undefined;
  /** More content beside the buttons. `tried`: an attempt to save has failed. */
  readonly actions?: ((reading: Reading<T>, tried: boolean) => ComponentChildren) | undefined;
  onTyped?(typed: Typed): void;
  /** Returns why the value was not saved, or `null` on success. */
  onSave(value: T): FormRefusal | null | Promise<FormRefusal | null>;
  onCancel?(): void;
  onEscape?(): void;
}

/** A form that is saved as a whole. A failed attempt focuses the first invalid field. */
export function Form<T>(props: Props<T>) {
  const { title, label = title, fields, start, submit, isNew = false, aside, onSave, onCancel } = props;
  const [ownTyped, setTyped] = useState<Typed>({});
  const { typed = ownTyped, onTyped = setTyped } = props;
  const [tries, setTries] = useState(0);
  const [refusal, setRefusal] = useState<FormRefusal | null>(null);
  const [saving, setSaving] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const reading = readForm(fields, start, typed);
  const { fields: shown, rest: wrong } = refusedFields(reading.fields, refusal);
  const isQuiet = ({ id, late = false }: ShownField) =>
    tries === 0 && (late || (isNew && !Object.hasOwn(typed, id)));

  useLayoutEffect(() => {
    if (props.autofocus === true)
      form.current?.querySelector<HTMLElement>("input, select, textarea")?.focus();
  }, []);
  useLayoutEffect(() => {
    if (tries > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [tries]);

  const save = async () => {
    setRefusal(null);
    if (reading.isWrong) return setTries(tries + 1);
    try {
      const saved = onSave(reading.value);
      if (saved instanceof Promise) setSaving(true);
      const why = await saved;
      setSaving(false);
      setRefusal(why);
      setTries(why === null ? 0 : tries + 1);
      if (why === null) setTyped({});
    } catch (error) {
      setSaving(false);
      setRefusal(`Not saved: ${messageOf(error)}`);
    }
  };
  const views = (
    <div class="form-fields">
      <FieldViews
        fields={shown}
        isQuiet={isQuiet}
        onType={(changes) => {
          setRefusal(null);
          onTyped(typedAfter(typed, changes, shown));
        }}
      />
    </div>
  );
  return (
    <form
      ref={form}
      class={`form ${props.class ?? ""}`}
      noValidate
      autocomplete="off"
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape") props.onEscape?.();
      }}
    >
      {title === undefined ? null : <h3>{title}</h3>}
      {props.head?.(reading)}
      {aside === undefined ? (
        views
      ) : (
        <div class="form-columns">
          {views}
          {aside(reading)}
        </div>
      )}
      {wrong === "" ? null : (
        <p class="field-error" role="alert">
          {wrong}
        </p>
      )}
      <div class="form-actions form-foot">
        <button type="submit" class={props.isInline === true ? "button" : "button is-main"} disabled={saving}>
          {saving ? (props.busy ?? submit) : submit}
        </button>
        {onCancel === undefined ? null : <Button onClick={onCancel}>Cancel</Button>}
        {props.actions?.(reading, tries > 0)}
      </div>
    </form>
  );
}
