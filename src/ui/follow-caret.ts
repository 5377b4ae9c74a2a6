import type { Playground } from "../app/playground";
import type { Shell } from "./shell";

/**
 * Gives a function to call with text and caret: once a frame, and while following is on, it turns the docs to the function
 * the caret is on. The analyser arrives with the first move of the caret.
 */
export function followCaret(playground: Playground, shell: Shell): (source: string, offset: number) => void {
  let frame = 0;
  return (source, offset) => {
    cancelAnimationFrame(frame);
    if (!shell.follow.peek()) return;
    frame = requestAnimationFrame(async () => {
      const [{ functionAt }, { catalog }] = await Promise.all([
        import("../language/function-at"),
        import("../integrations"),
      ]);
      const found = functionAt(source, offset, catalog);
      if (found === null) return;
      const page = `integrations.${found.integration}.${found.function}`;
      if (playground.docs.pages.peek().some((p) => p.name === page)) playground.docs.current.value = page;
    });
  };
}
