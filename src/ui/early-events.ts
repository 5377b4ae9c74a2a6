/** What a person does before the page's own code is there to hear it: the first frame holds it, and passes it on. */
import { BREAKPOINT, isPressed, PALETTE, RUN, SHARE, STEPS } from "../shared/chords";

/** The event the page fires on the first frame's element once it listens for keys itself. */
export const TAKEN_OVER = "taken-over";

/** The event the page fires on the window once it takes dropped files itself. */
export const TAKES_FILES = "takes-files";

/** Keys worth holding. Others are left to the browser. */
const HELD = [RUN, SHARE, ...PALETTE, STEPS, BREAKPOINT];

/** Holds command keys pressed before the page has loaded, and passes them on when it takes over. */
export function holdKeys(frame: HTMLElement): void {
  const held: KeyboardEvent[] = [];
  const onKeyDown = (event: KeyboardEvent) => {
    if (!HELD.some((chord) => isPressed(chord, event))) return;
    event.preventDefault();
    if (!event.repeat) held.push(event);
  };
  addEventListener("keydown", onKeyDown);
  frame.addEventListener(TAKEN_OVER, () => {
    removeEventListener("keydown", onKeyDown);
    // An event can only be dispatched once, so a copy is sent.
    for (const press of held)
      (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent(press.type, press));
  });
}

/**
 * Holds files dropped before the page can take them. Otherwise the browser would open them in the page's place. Once the page takes
 * them, a drop no longer comes here.
 */
export function holdFiles(): void {
  const held = new DataTransfer();
  const onDrag = (event: DragEvent) => {
    if (event.dataTransfer?.types.includes("Files") !== true) return;
    event.preventDefault();
    if (event.type === "drop") for (const file of event.dataTransfer.files) held.items.add(file);
  };
  addEventListener("dragover", onDrag);
  addEventListener("drop", onDrag);
  addEventListener(
    TAKES_FILES,
    () => document.body.dispatchEvent(new DragEvent("drop", { bubbles: true, dataTransfer: held })),
    { once: true },
  );
}
