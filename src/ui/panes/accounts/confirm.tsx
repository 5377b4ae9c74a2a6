import type { ComponentChildren } from "preact";
import { useId, useState } from "preact/hooks";
import { Button } from "../../parts/button";
import { useCloseOnBack, useModal } from "../../parts/dialog";

interface ConfirmProps {
  readonly title: string;
  /** The dangerous button's label. */
  readonly action: string;
  /** A word that must be typed first, if any. */
  readonly typed?: string;
  readonly children: ComponentChildren;
  onConfirm(): void;
  onClose(): void;
}

/** Asks before something that cannot be undone. The safe answer has focus, and Escape chooses it. */
export function Confirm({ title, action, typed, children, onConfirm, onClose }: ConfirmProps) {
  const dialog = useModal();
  useCloseOnBack(onClose);
  const id = useId();
  const [word, setWord] = useState("");
  const ready = typed === undefined || word.trim().toLowerCase() === typed;
  return (
    <dialog ref={dialog} class="accounts-dialog" aria-labelledby={id} onClose={onClose}>
      <form
        method="dialog"
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) onConfirm();
        }}
      >
        <h2 id={id}>{title}</h2>
        <div>{children}</div>
        {typed !== undefined && (
          <label class="accounts-field">
            <span>
              Type <strong>{typed}</strong> to confirm
            </span>
            <input
              class="input"
              autocomplete="off"
              value={word}
              onInput={(event) => setWord(event.currentTarget.value)}
            />
          </label>
        )}
        <div class="accounts-actions">
          <Button autofocus onClick={onClose}>
            Cancel
          </Button>
          <Button look="bad" type="submit" disabled={!ready}>
            {action}
          </Button>
        </div>
      </form>
    </dialog>
  );
}
