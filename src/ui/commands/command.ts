import type { Playground } from "../../app/playground";
import { type Chord, chordAria, chordText } from "../../shared/chords";
import type { IconSource } from "../parts/icon";
import type { Shell } from "../shell";

/** What a command acts on: the page's models and its view state. */
export interface PageState {
  readonly playground: Playground;
  readonly shell: Shell;
}

/** Something a person can do on the page. Keys, palette, menus, buttons and the shortcut list derive from it. */
export interface Command {
  /** `Copy a link to the script`. */
  readonly title: string;
  readonly icon: IconSource;
  /** Any of these starts it; the first is the usual one. */
  readonly keys?: readonly Chord[];
  /** Whether holding its keys down repeats it. */
  readonly repeats?: boolean;
  /** Whether its keys work while a dialog is open. */
  readonly inDialogs?: boolean;
  /** False while there is nothing to do. If absent, the command is always possible. */
  when?(page: PageState): boolean;
  run(page: PageState): void;
}

/** A command's keys as shown to people, or `null` if it has none. */
export function keysOf({ keys }: Pick<Command, "keys">): string | null {
  return keys?.map(chordText).join(", ") || null;
}

/** The title of a button for a command, with its keys: `Stop the script (Ctrl+.)`. */
export function titleWithKeys(command: Command): string {
  const keys = keysOf(command);
  return keys === null ? command.title : `${command.title} (${keys})`;
}

/** The keys as `aria-keyshortcuts` wants them, or `undefined` if there are none. */
export function ariaKeys({ keys }: Command): string | undefined {
  return keys?.map(chordAria).join(" ");
}
