/** Keys that work everywhere on the page, said once: the handler, the titles and the help dialog read them here. */
import type { Playground } from "../app/playground";
import type { Shell } from "./shell";

const MAC = /mac|iphone|ipad/i.test(globalThis.navigator?.platform ?? "");

export const SHORTCUTS = {
  run: { keys: MAC ? "⌘ Enter" : "Ctrl+Enter", aria: "Control+Enter Meta+Enter" },
  stop: { keys: MAC ? "⌘ ." : "Ctrl+.", aria: "Control+. Meta+." },
  share: { keys: MAC ? "⌘ S" : "Ctrl+S", aria: "Control+S Meta+S" },
  region: { keys: "F6", aria: "F6" },
} as const;

/** The key people press with letters: ⌘ on Apple's machines, Ctrl elsewhere. */
export const MOD = MAC ? "⌘ " : "Ctrl+";

export type Command = "run" | "stop" | "share" | "next-region" | "previous-region";

/** The command a key press means; null when it means none here. Stop works in dialogs too, Run does not. */
export function commandOf(
  event: Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "shiftKey" | "altKey">,
  inDialog: boolean,
): Command | null {
  const mod = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
  if (mod && event.key === ".") return "stop";
  if (inDialog) return null;
  if (mod && event.key === "Enter") return "run";
  if (mod && event.key.toLowerCase() === "s") return "share";
  if (event.key === "F6" && !event.ctrlKey && !event.metaKey && !event.altKey) {
    return event.shiftKey ? "previous-region" : "next-region";
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

/** The region to go to from the one that holds focus, round and round; null when there is none. */
export function nextRegion(
  regions: readonly HTMLElement[],
  focused: Element | null,
  step: 1 | -1,
): HTMLElement | null {
  if (regions.length === 0) return null;
  const at = regions.findIndex((region) => region.contains(focused));
  const next =
    at === -1 ? (step === 1 ? 0 : regions.length - 1) : (at + step + regions.length) % regions.length;
  return regions[next] ?? null;
}
