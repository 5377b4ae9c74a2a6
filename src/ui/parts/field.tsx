import type { ComponentChildren, JSX } from "preact";
import { useId } from "preact/hooks";
import "./field.css";
import { InlineCode } from "./inline-code";

interface Common {
  readonly label: string;
  readonly value: string;
  /** Backticks set code. */
  readonly hint?: string;
  readonly error: string | null;
  /** What is allowed and yet unwise. */
  readonly advice?: string | null;
  readonly optional?: boolean;
}

/** What ties a control to its label, its hint and its error. */
interface Tie {
  readonly id: string;
  readonly "aria-invalid": boolean;
  readonly "aria-describedby": string | undefined;
}

interface FrameProps extends Omit<Common, "value"> {
  children(tie: Tie): ComponentChildren;
}

/** The label above a control; its error, advice and hint below it, all tied to it for screen readers. */
function FieldFrame({ label, hint, error, advice = null, optional, children }: FrameProps) {
  const id = useId();
  const parts = { error: error !== null, advice: advice !== null, hint: hint !== undefined };
  const described = Object.entries(parts).flatMap(([part, shown]) => (shown ? [`${id}-${part}`] : []));
  return (
    <div class="field">
      <label for={id}>
        {label}
        {optional === true && <span class="note"> optional</span>}
      </label>
      {children({
        id,
        "aria-invalid": error !== null,
        "aria-describedby": described.length === 0 ? undefined : described.join(" "),
      })}
      {error !== null && (
        <p class="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
      {advice !== null && (
        <p class="field-advice" id={`${id}-advice`}>
          {advice}
        </p>
      )}
      {hint !== undefined && (
        <p class="note" id={`${id}-hint`}>
          <InlineCode text={hint} />
        </p>
      )}
    </div>
  );
}

interface TextProps extends Common {
  readonly input?: JSX.IntrinsicElements["input"];
  onInput(value: string): void;
}

/** A line of text. */
export function TextField({ value, input = {}, onInput, ...frame }: TextProps) {
  return (
    <FieldFrame {...frame}>
      {(tie) => (
        <input
          {...input}
          {...tie}
          class="input"
          value={value}
          spellcheck={false}
          autocapitalize="off"
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      )}
    </FieldFrame>
  );
}
