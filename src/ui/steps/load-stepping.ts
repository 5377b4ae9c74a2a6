import { messageOf } from "../../shared/message-of";
import type { PageState } from "../commands/command";
import type { ScriptLine, Stepping } from "./stepping-state";

/** `at`: the line that held the caret when this was asked for, or the line that was given. */
export type StepAct = (stepping: Stepping, at: ScriptLine) => unknown;

/**
 * Loads steps and breakpoints when they are first wanted, then does something with them. Says what failed. Until the files
 * arrive a person may go on: what is meant is the line at the caret, or `line`, as it is now.
 */
export async function withStepping(page: PageState, act: StepAct = () => {}, line?: number): Promise<void> {
  const { playground, shell } = page;
  const editor = shell.editor.peek();
  const text = editor?.text().text() ?? "";
  const meant = { script: playground.scripts.current.peek().id, text, caret: editor?.caret() ?? 0, line };
  try {
    const { lineNow, startStepping } = await import("./stepping");
    shell.stepping.value ??= startStepping(page);
    await act(shell.stepping.value, lineNow(page, meant));
  } catch (error) {
    playground.notices.error(
      `Couldn't load steps and breakpoints (${messageOf(error)}). Check your connection and try again.`,
    );
  }
}
