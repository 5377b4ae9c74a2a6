import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { Button } from "../../../ui/parts/button";

interface Props {
  /** Names the form for screen readers, and heads it. */
  readonly title: string;
  /** What is wrong beyond single fields; null: nothing. */
  readonly error: string | null;
  /** Counts the tries to save that failed: after each, the first wrong field has the focus. */
  readonly refusals: number;
  readonly submit: string;
  /** More buttons beside Save and Cancel. */
  readonly actions?: ComponentChildren;
  readonly children: ComponentChildren;
  onSubmit(): void;
  onCancel(): void;
}

/** The form of one contact, template or fault. Its first field has the focus when it opens. */
export function EditForm(props: Props) {
  const { title, error, refusals, submit, actions, children, onSubmit, onCancel } = props;
  const form = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => form.current?.querySelector<HTMLElement>("input, select, textarea")?.focus(), []);
  useLayoutEffect(() => {
    if (refusals > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [refusals]);
  return (
    <form
      ref={form}
      class="world-form"
      noValidate
      autocomplete="off"
      aria-label={title}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      <h3>{title}</h3>
      {children}
      {error === null ? null : (
        <p class="field-error" role="alert">
          {error}
        </p>
      )}
      <div class="world-actions">
        <button type="submit" class="button is-main">
          {submit}
        </button>
        <Button onClick={onCancel}>Cancel</Button>
        {actions}
      </div>
    </form>
  );
}
