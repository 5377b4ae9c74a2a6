import { useId, useLayoutEffect, useRef } from "preact/hooks";
import { DialogBody } from "../parts/dialog";
import { lazy } from "../parts/lazy";

const Palette = lazy("The commands", async () => (await import("./palette")).Palette);

/**
 * The palette, open as long as it is rendered. It is a popover, closed by Escape, Tab or a click elsewhere: a modal dialog
 * would make the browser recompute the whole page's styles when it opens and closes.
 */
export function PaletteFrame({ onClose }: { onClose(): void }) {
  const frame = useRef<HTMLDivElement>(null);
  const heading = useId();
  useLayoutEffect(() => {
    const shown = frame.current;
    shown?.showPopover();
    // A key pressed right after the one that opened the palette must not go to the editor.
    shown?.focus();
    return () => shown?.hidePopover();
  }, []);
  return (
    <div
      ref={frame}
      class="dialog palette"
      role="dialog"
      popover="auto"
      tabIndex={-1}
      aria-labelledby={heading}
      onBeforeToggle={(event) => event.newState === "closed" && onClose()}
      // Focus moves on from where it was before.
      onKeyDown={({ key, currentTarget }) => key === "Tab" && currentTarget.hidePopover()}
    >
      <DialogBody title="All commands" heading={heading} onClose={onClose}>
        <Palette onClose={onClose} />
      </DialogBody>
    </div>
  );
}
