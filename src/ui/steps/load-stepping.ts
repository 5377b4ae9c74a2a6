import type { PageState } from "../commands/command";
import type { ScriptLine, Stepping } from "./stepping-state";

/** `at`: the line that had the cursor when this was requested, or the given line. */
export type StepAct = (stepping: Stepping, at: ScriptLine) => unknown;

/**
 * Loads steps and breakpoints on first use, then does something with them. Reports failures. The person may keep editing until
 * the files arrive, so the line at the cursor, or `line`, is tracked from now on.
 */
export async function withStepping(page: PageState, act: StepAct = () => {}, line?: number): Promise<void> {
  const { playground, shell } = page;
  const editor = shell.editor.peek();
  const text = editor?.text().text() ?? "";
  const meant = { script: playground.scripts.current.peek().id, text, caret: editor?.caret() ?? 0, line };
  await playground.notices.attemptLoading("load steps and breakpoints", async () => {
    const { lineNow, startStepping } = await import("./stepping");
    shell.stepping.value ??= startStepping(page);
    await act(shell.stepping.value, lineNow(page, meant));
  });
}
