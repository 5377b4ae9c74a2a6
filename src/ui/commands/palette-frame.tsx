import { useId, useLayoutEffect, useRef } from "preact/hooks";
import { DialogBody } from "../parts/dialog";
import { lazy } from "../parts/lazy";

const Palette = lazy("The commands", async () => (await import("./palette")).Palette);

/**
 * The palette, open as long as it is rendered. It is a popover, which Escape, Tab and a click elsewhere close: for
 * a modal dialog the browser would compute the whole page's styles anew as it opens and as it closes.
 */
export function PaletteFrame({ onClose }: { onClose(): void }) {
  const frame = useRef<HTMLDivElement>(null);
  const heading = useId();
  useLayoutEffect(() => {
    const shown = frame.current;
    shown?.showPopover();
    // A key pressed right after the one that asked for the palette is not the editor's.
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
      // The focus goes on from where it was before.
      onKeyDown={({ key, currentTarget }) => key === "Tab" && currentTarget.hidePopover()}
    >
      <DialogBody title="All commands" heading={heading} onClose={onClose}>
        <Palette onClose={onClose} />
      </DialogBody>
    </div>
  );
}
