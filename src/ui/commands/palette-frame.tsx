import { useId, useLayoutEffect, useRef } from "preact/hooks";
import { DialogBody, useCloseOnBack } from "../parts/dialog";
import { lazy } from "../parts/lazy";

const Palette = lazy("The commands", async () => (await import("./palette")).Palette);

/**
 * The palette, open as long as it is rendered. It covers the page, so that a click beside it only closes it, but it is a popover:
 * for a modal dialog the browser would compute the whole page's styles anew as it opens and as it closes.
 */
export function PaletteFrame({ onClose }: { onClose(): void }) {
  const frame = useRef<HTMLDivElement>(null);
  const heading = useId();
  useCloseOnBack(onClose);
  useLayoutEffect(() => {
    const shown = frame.current;
    shown?.showPopover();
    // A key pressed right after the one that asked for the palette is not the editor's.
    shown?.focus();
    return () => shown?.hidePopover();
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape" && event.key !== "Tab") return;
    // Closed at once: the browser tells of its own closing a moment later, when a key may have asked for the palette again.
    if (event.key === "Escape") event.preventDefault();
    // Tab goes on from where the focus was before.
    else frame.current?.hidePopover();
    onClose();
  };
  return (
    <div
      ref={frame}
      class="palette"
      role="dialog"
      popover="auto"
      tabIndex={-1}
      aria-labelledby={heading}
      // Told late: this one may be gone, and another open.
      onToggle={({ newState, currentTarget }) =>
        newState === "closed" && currentTarget.isConnected && onClose()
      }
      onKeyDown={onKeyDown}
      onClick={(event) => event.target === frame.current && onClose()}
    >
      <div class="dialog">
        <DialogBody title="All commands" heading={heading} onClose={onClose}>
          <Palette onClose={onClose} />
        </DialogBody>
      </div>
    </div>
  );
}
