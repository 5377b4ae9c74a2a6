/** Keys pressed together: how they are recognized, and how they are written. */

const MAC = /mac|iphone|ipad/i.test(globalThis.navigator?.platform ?? "");

/** The key people press with letters: ⌘ on Apple's machines, Ctrl elsewhere. */
export const MOD = MAC ? "⌘ " : "Ctrl+";

export interface Chord {
  /** `KeyboardEvent.key`, letters in lower case. */
  readonly key: string;
  /** Ctrl or ⌘. */
  readonly mod?: boolean;
  readonly shift?: boolean;
  readonly alt?: boolean;
}

type KeyPress = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "shiftKey" | "altKey">;

/** Run and stop the script on the page, or the example whose text has the focus. */
export const RUN: Chord = { key: "Enter", mod: true };
export const STOP: Chord = { key: ".", mod: true };
/** Open the steps of the last run, and set or remove a breakpoint. */
export const STEPS: Chord = { key: "F10", mod: true };
export const BREAKPOINT: Chord = { key: "F9" };
export const SHARE: Chord = { key: "s", mod: true };
/** Firefox opens a private window on the first one. */
export const PALETTE: readonly Chord[] = [{ key: "p", mod: true, shift: true }, { key: "F1" }];

/** Whether a key press is this chord. */
export function isPressed({ key, mod = false, shift = false, alt = false }: Chord, event: KeyPress): boolean {
  const pressed = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  return (
    pressed === key &&
    (event.ctrlKey || event.metaKey) === mod &&
    event.shiftKey === shift &&
    event.altKey === alt
  );
}

/** The chord for people: `Ctrl+Shift+P`. */
export function chordText({ key, mod, shift, alt }: Chord): string {
  return `${mod ? MOD : ""}${alt ? (MAC ? "⌥ " : "Alt+") : ""}${shift ? (MAC ? "⇧ " : "Shift+") : ""}${capital(key)}`;
}

/** The chord as `aria-keyshortcuts` wants it: `Control+Shift+P Meta+Shift+P`. */
export function chordAria({ key, mod, shift, alt }: Chord): string {
  return (mod ? ["Control+", "Meta+"] : [""])
    .map((held) => `${held}${alt ? "Alt+" : ""}${shift ? "Shift+" : ""}${capital(key)}`)
    .join(" ");
}

function capital(key: string): string {
  return key.length === 1 ? key.toUpperCase() : key;
}
