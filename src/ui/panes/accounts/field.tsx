import type { JSX } from "preact";
import { useId } from "preact/hooks";
import { InlineCode } from "./inline-code";

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly hint?: string;
  readonly error: string | null;
  readonly optional?: boolean;
  readonly input?: JSX.IntrinsicElements["input"];
  onInput(value: string): void;
}

/** A labelled input; its hint and its error are tied to it for screen readers. */
export function Field({ label, value, hint, error, optional = false, input = {}, onInput }: FieldProps) {
  const id = useId();
  const described = [hint === undefined ? "" : `${id}-hint`, error === null ? "" : `${id}-error`]
    .join(" ")
    .trim();
  return (
    <div class="accounts-field">
      <label for={id}>
        {label}
        {optional && <span class="pane-note"> optional</span>}
      </label>
      <input
        {...input}
        id={id}
        class="pane-field"
        value={value}
        spellcheck={false}
        autocapitalize="off"
        aria-invalid={error !== null}
        aria-describedby={described === "" ? undefined : described}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      {error !== null && (
        <p class="accounts-wrong" id={`${id}-error`}>
          {error}
        </p>
      )}
      {hint !== undefined && (
        <p class="pane-note" id={`${id}-hint`}>
          <InlineCode text={hint} />
        </p>
      )}
    </div>
  );
}
