import type { Playground } from "../app/playground";
import type { Jumps } from "./shell";

/** What every pane is given. */
export interface PaneProps {
  readonly playground: Playground;
  /** Shows a 1-based line of the script that ran in the editor. */
  onRevealLine(line: number): void;
  /** Brings the script to the front, where it is not in sight. */
  onShowCode(): void;
  /** Opens a text as a new script, or the script that already has this text. */
  onOpenScript(name: string, source: string): void;
  /** Shows a message of the simulated world on the phone, by its id. */
  onShowMessage(id: string): void;
  /** Opens a call of the last run in the calls, by its number. */
  onShowCall(id: number): void;
  /** Opens the editor of the simulated world. */
  onEditWorld(): void;
  /** Copies the address of the lesson that is open. */
  onCopyLesson(): void;
  /** Begins the tour of the page. */
  onTour(): void;
  readonly jumps: Jumps;
}
