import type { Playground } from "../app/playground";
import type { ScriptEditor } from "../editor/editor";
import type { Language } from "../language/worker/client";
import type { Shell } from "./shell";

/**
 * Gives a function to call with the editor and its caret: once a frame, and while following is on, it turns the docs to the
 * page about what the caret is on.
 */
export function followCaret(
  playground: Playground,
  shell: Shell,
  language: Language,
): (editor: ScriptEditor | null, caret: number) => void {
  const { docs } = playground;
  let frame = 0;
  return (editor, caret) => {
    cancelAnimationFrame(frame);
    if (editor === null || !shell.follow.peek()) return;
    frame = requestAnimationFrame(async () => {
      const topics = await language.ask("topic", editor.text(), { start: caret, end: caret });
      const page = topics?.find((name) => docs.pages.peek().some((p) => p.name === name));
      if (page !== undefined) docs.current.value = page;
    });
  };
}
