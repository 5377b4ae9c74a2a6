import { BREAKPOINT, isPressed, PALETTE, RUN, SHARE, STEPS } from "../../shared/chords";

/** The event that the page fires on the first frame's element once it listens for keys itself. */
export const TAKEN_OVER = "taken-over";

/** What is worth waiting for. Other keys do what the browser does with them. */
const HELD = [RUN, SHARE, ...PALETTE, STEPS, BREAKPOINT];

/** Holds the keys of commands that are pressed before the page has loaded; it gets them when it takes over. */
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
    // An event can be sent only once: its copy has the same keys.
    for (const press of held)
      (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent(press.type, press));
  });
}
