import { BREAKPOINT, isPressed, PALETTE, RUN, SHARE, STEPS } from "../../shared/chords";

/** The event the page fires on the first frame's element once it listens for keys itself. */
export const TAKEN_OVER = "taken-over";

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
