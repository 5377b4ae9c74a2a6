import type { RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

/**
 * A `<dialog>` that is modal from the moment it is rendered (a key pressed right after the one that asked for it is already
 * its own), and gives the focus back to where it was: taken out of the document while open, it does not by itself.
 */
export function useModal(onShown?: () => void): RefObject<HTMLDialogElement | null> {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const before = document.activeElement;
    dialog.current?.showModal();
    onShown?.();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return dialog;
}
