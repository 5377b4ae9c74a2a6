/** Keys that work everywhere on the page, said once: the handler, the titles, menus, palette and help dialog read them here. */
import type { Playground } from "../app/playground";
import type { Shell } from "./shell";

const MAC = /mac|iphone|ipad/i.test(globalThis.navigator?.platform ?? "");

/** The key people press with letters: ⌘ on Apple's machines, Ctrl elsewhere. */
export const MOD = MAC ? "⌘ " : "Ctrl+";

/** What a key press must be. */
interface Chord {
  /** `KeyboardEvent.key`, letters in lower case. */
  readonly key: string;
  /** Ctrl or ⌘. */
  readonly mod?: boolean;
  readonly shift?: boolean;
}

/** The commands that have keys; the first chord is the one that is shown. */
const CHORDS = {
  run: [{ key: "Enter", mod: true }],
  stop: [{ key: ".", mod: true }],
  share: [{ key: "s", mod: true }],
  // Firefox opens a private window on the first one.
  commands: [{ key: "p", mod: true, shift: true }, { key: "F9" }],
  "next-region": [{ key: "F6" }],
  "previous-region": [{ key: "F6", shift: true }],
} as const satisfies Record<string, readonly Chord[]>;

export type KeyCommand = keyof typeof CHORDS;

/** Stop works while a dialog asks something, the others do not. */
const IN_DIALOGS: ReadonlySet<KeyCommand> = new Set<KeyCommand>(["stop"]);

const entries = (): readonly (readonly [KeyCommand, readonly Chord[]])[] => [
  ["run", CHORDS.run],
  ["stop", CHORDS.stop],
  ["share", CHORDS.share],
  ["commands", CHORDS.commands],
  ["next-region", CHORDS["next-region"]],
  ["previous-region", CHORDS["previous-region"]],
];

/** The keys of a command for people (`keys`) and as `aria-keyshortcuts` wants them (`aria`). */
function shown(command: KeyCommand): { readonly keys: string; readonly aria: string } {
  const chords: readonly Chord[] = CHORDS[command];
  const text = ({ key, mod, shift }: Chord) =>
    `${mod ? MOD : ""}${shift ? (MAC ? "⇧ " : "Shift+") : ""}${key.length === 1 ? key.toUpperCase() : key}`;
  const aria = ({ key, mod, shift }: Chord) =>
    (mod ? ["Control+", "Meta+"] : [""]).map(
      (held) => `${held}${shift ? "Shift+" : ""}${key.length === 1 ? key.toUpperCase() : key}`,
    );
  return { keys: chords.map(text).join(", "), aria: chords.flatMap(aria).join(" ") };
}

export const SHORTCUTS: Readonly<Record<KeyCommand, { readonly keys: string; readonly aria: string }>> = {
  run: shown("run"),
  stop: shown("stop"),
  share: shown("share"),
  commands: shown("commands"),
  "next-region": shown("next-region"),
  "previous-region": shown("previous-region"),
};

/** The command a key press means; null when it means none here. */
export function commandOf(
  event: Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "shiftKey" | "altKey">,
  inDialog: boolean,
): KeyCommand | null {
  if (event.altKey) return null;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const mod = event.ctrlKey || event.metaKey;
  for (const [command, chords] of entries()) {
    if (inDialog && !IN_DIALOGS.has(command)) continue;
    const meant = chords.some(
      (chord) =>
        chord.key === key && (chord.mod ?? false) === mod && (chord.shift ?? false) === event.shiftKey,
    );
    if (meant) return command;
  }
  return null;
}

/** Starts a run, the script laid out anew first where that is wished, or stops the one in progress. */
export function runCommand(playground: Playground, shell: Shell, command: "run" | "stop"): void {
  if (command === "run") void startRun(playground, shell);
  else if (playground.run.phase.value.kind === "running") playground.run.stop();
}

async function startRun({ run, settings }: Playground, shell: Shell): Promise<void> {
  // A script that cannot be read is run as it is: the run says what is wrong with it.
  if (settings.settings.peek().editor.formatOnRun) await shell.editor.peek()?.format(true);
  run.start();
}
