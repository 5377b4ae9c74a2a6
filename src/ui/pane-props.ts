import type { Playground } from "../app/playground";

/** What every pane is given. */
export interface PaneProps {
  readonly playground: Playground;
  /** Shows a 1-based line of the script that ran in the editor. */
  onRevealLine(line: number): void;
  /** Opens a text as a new script, or the script that already has this text. */
  onOpenScript(name: string, source: string): void;
}
