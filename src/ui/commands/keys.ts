import { BREAKPOINT, type Chord, isPressed, STEPS } from "../../shared/chords";
import { type StepAct, withStepping } from "../steps/load-stepping";
import type { Command, PageState } from "./command";
import { COMMANDS } from "./commands";

/**
 * The command that a key press means, or `null` if there is none.
 *
 * @internal
 */
export function commandOf(
  event: Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "shiftKey" | "altKey">,
  inDialog: boolean,
  commands: Readonly<Record<string, Command>> = COMMANDS,
): Command | null {
  const meant = Object.values(commands).find(
    (command) =>
      (command.inDialogs === true || !inDialog) &&
      (command.keys ?? []).some((chord) => isPressed(chord, event)),
  );
  return meant ?? null;
}

/** Whether a dialog or the palette is open. Most keys do nothing there. */
const inDialog = () => document.querySelector("dialog[open], .palette:popover-open") !== null;

/** Keys of commands that are loaded with the first press. Ignored while there is nothing to do. */
const LOADED_LATER: readonly (readonly [Chord, StepAct])[] = [
  [STEPS, ({ openLast }) => openLast()],
  [BREAKPOINT, ({ breakpoints }, { script, line }) => breakpoints.toggle(script, line)],
];

/** Listens for the Steps keys from the start. Returns a function that stops it. */
export function listenForLaterKeys(page: PageState): () => void {
  const onKeyDown = (event: KeyboardEvent) => {
    const [, act] = LOADED_LATER.find(([chord]) => isPressed(chord, event)) ?? [];
    if (act === undefined || inDialog()) return;
    event.preventDefault();
    event.stopPropagation();
    if (!event.repeat) void withStepping(page, act);
  };
  addEventListener("keydown", onKeyDown, { capture: true });
  return () => removeEventListener("keydown", onKeyDown, { capture: true });
}

/** Listens for command keys, ahead of every control. Returns a function that stops it. */
export function listenForKeys(page: PageState, commands?: Readonly<Record<string, Command>>): () => void {
  const onKeyDown = (event: KeyboardEvent) => {
    const command = commandOf(event, inDialog(), commands);
    // Keys of a command with nothing to do are free: while nothing runs, Ctrl+. is the editor's quick fix.
    if (command === null || command.when?.(page) === false) return;
    // A field that runs its own Lua: there, the keys act on it.
    const own = event.target instanceof Element && event.target.closest("[data-keys='own']") !== null;
    if (own && (command === COMMANDS.run || command === COMMANDS.stop)) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.repeat && command.repeats !== true) return;
    command.run(page);
  };
  // Capturing: the editor uses some of these keys itself.
  addEventListener("keydown", onKeyDown, { capture: true });
  return () => removeEventListener("keydown", onKeyDown, { capture: true });
}
