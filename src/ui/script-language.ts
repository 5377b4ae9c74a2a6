import type { Playground } from "../app/playground";
import { createLanguage, type Language } from "../language/worker/client";

/** The page's language worker, kept in step with what scripts can name. */
export function startLanguage(playground: Playground): Language {
  const { notices } = playground;
  const language = createLanguage({
    start: () =>
      new Worker(new URL("../language/worker/language-worker.ts", import.meta.url), { type: "module" }),
    trouble: (text) => notices.error(text),
  });
  const following = import("./known-names").then(
    ({ tellNames }) => tellNames(playground, language),
    // Without the integrations nothing runs, and the page says so.
    () => () => {},
  );
  return {
    ...language,
    dispose() {
      void following.then((stop) => stop());
      language.dispose();
    },
  };
}
