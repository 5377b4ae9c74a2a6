import { X } from "lucide";
import type { ComponentChildren, RefObject } from "preact";
import { useId, useLayoutEffect, useRef } from "preact/hooks";
import { IconButton } from "./button";

interface Props {
  readonly title: string;
  readonly class?: string;
  onClose(): void;
  readonly children: ComponentChildren;
}

/** A modal dialog, open as long as it is rendered. Escape, the cross and a click outside close it. */
export function Dialog({ title, class: className = "", onClose, children }: Props) {
  const dialog = useModal();
  const heading = useId();
  useCloseOnBack(onClose);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes it, natively
    <dialog
      ref={dialog}
      class={`dialog ${className}`}
      aria-labelledby={heading}
      // The browser reports the close a moment later, when a key may already have opened another dialog.
      onCancel={(event) => {
        if (event.target !== dialog.current) return;
        event.preventDefault();
        onClose();
      }}
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && onClose()}
    >
      <DialogBody title={title} heading={heading} onClose={onClose}>
        {children}
      </DialogBody>
    </dialog>
  );
}

interface BodyProps {
  readonly title: string;
  /** The id of the heading, which names the dialog. */
  readonly heading: string;
  onClose(): void;
  readonly children: ComponentChildren;
}

/** A dialog's contents: title, cross and body. */
export function DialogBody({ title, heading, onClose, children }: BodyProps) {
  return (
    <div class="dialog-body">
      <div class="dialog-head">
        <h2 id={heading}>{title}</h2>
        <IconButton icon={X} label="Close" onClick={onClose} />
      </div>
      {children}
    </div>
  );
}

/**
 * A `<dialog>` that is modal from the moment it is rendered, so a key pressed right after the one that opened it already goes
 * to it. Returns the focus to where it was, which a dialog removed from the document while open does not do itself.
 */
export function useModal(onShown?: () => void): RefObject<HTMLDialogElement | null> {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const before = document.activeElement;
    const shown = dialog.current;
    shown?.showModal();
    onShown?.();
    return () => {
      // While it is open nothing else can have focus. Its view is gone by now, and must not hear of the close.
      shown?.addEventListener("close", (event) => event.stopImmediatePropagation(), { capture: true });
      shown?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return dialog;
}

/** Calls `onClose` when the person goes back or forward: what is open belongs to the place that they leave. */
export function useCloseOnBack(onClose: () => void): void {
  useLayoutEffect(() => {
    addEventListener("popstate", onClose);
    return () => removeEventListener("popstate", onClose);
  });
}
