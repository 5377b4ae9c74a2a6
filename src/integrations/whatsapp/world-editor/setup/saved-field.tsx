import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { TextField } from "../../../../ui/parts/field";

interface Props {
  readonly label: string;
  /** What the world holds, as text. */
  readonly text: string;
  readonly hint?: string;
  readonly optional?: boolean;
  readonly input?: JSX.IntrinsicElements["input"];
  /** Puts what was typed into the world; gives what is wrong with it, or null when it is saved. */
  save(text: string): string | null;
}

/** A line of text that is saved as it is typed; what cannot be saved stays in the field with the reason. */
export function SavedField({ text, save, input = {}, ...rest }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  return (
    <TextField
      {...rest}
      value={typed ?? text}
      error={error}
      input={{
        ...input,
        onBlur() {
          // From here on the world's own writing of it stands there.
          if (error === null) setTyped(null);
        },
      }}
      onInput={(value) => {
        setTyped(value);
        setError(save(value));
      }}
    />
  );
}
