/** What every view of the page can use without having it passed in. */
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Playground } from "../app/playground";
import type { PageState } from "./commands/command";
import type { CommandId } from "./commands/commands";

export interface Page extends PageState {
  runCommand(id: CommandId): void;
  /** Shows a 1-based line of the script that ran, in the editor, at its current place after edits. */
  revealLine(line: number): void;
  /** Shows an example as a preview, or the script with this text. `edited`: adds it as a script. */
  openExample(name: string, source: string, edited: boolean): void;
  /** Shows a message of the simulated world on the phone, by id. */
  showMessage(id: string): void;
  /** Opens a call of the last run in the list of calls, by number. */
  showCall(id: number): void;
}

/** Provided once, around the whole page. */
export const PageContext = createContext<Page | null>(null);

/** The page that this view is part of. */
export function usePage(): Page {
  const page = useContext(PageContext);
  if (page === null) throw new Error("This view is used outside the page.");
  return page;
}

export function usePlayground(): Playground {
  return usePage().playground;
}
