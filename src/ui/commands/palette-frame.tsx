import { useId, useLayoutEffect, useRef } from "preact/hooks";
import { DialogBody, useCloseOnBack } from "../parts/dialog";
import { lazy } from "../parts/lazy";

const Palette = lazy("the commands", async () => (await import("./palette")).Palette);

/**
 * The palette, open as long as it is rendered. It covers the page, so that a click beside it only closes it, but it is a popover:
 * for a modal dialog the browser would compute the whole page's styles anew as it opens and as it closes.
 */
export function PaletteFrame({ onClose }: { onClose(): void }) {
  const frame = useRef<HTMLDivElement>(null);
  // Keys pressed before the list has loaded. Null once it has taken them.
  const early = useRef<string[] | null>([]);
  const heading = useId();
  useCloseOnBack(onClose);
  useLayoutEffect(() => {
    const shown = frame.current;
    shown?.showPopover();
    // A key pressed right after the one that asked for the palette is not the editor's.
    shown?.focus();
    return () => shown?.hidePopover();
  }, []);
  // Returns the focus to where it was immediately: a command may move it from there, and Tab goes on from there.
  const close = () => {
    frame.current?.hidePopover();
    onClose();
  };
  const takeEarly = () => {
    const keys = early.current ?? [];
    early.current = null;
    return keys;
  };
  const onKeyDown = ({ key, target, ctrlKey, metaKey }: KeyboardEvent) => {
    if (key === "Escape" || key === "Tab") close();
    else if (target === frame.current && !ctrlKey && !metaKey) {
      if (early.current !== null) early.current.push(key);
      // On a phone, which leaves the field without focus, this is a key of an attached keyboard. It types into the field.
      else frame.current?.querySelector("input")?.focus();
    }
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
      onClick={(event) => event.target === frame.current && close()}
    >
      <div class="dialog">
        <DialogBody title="All commands" heading={heading} onClose={onClose}>
          <Palette onClose={close} takeEarly={takeEarly} />
        </DialogBody>
      </div>
    </div>
  );
}
