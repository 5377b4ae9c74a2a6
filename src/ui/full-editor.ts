/** The full editor, with the page's additions. Loaded while the plain one is shown. */
import { effect } from "@preact/signals";
import * as LOCAL_KEYS from "../app/local-keys";
import type { EditorOptions, SuccessorEditor } from "../editor/editor";
import { createScriptEditor } from "../editor/monaco";
import { whenIdle } from "../shared/idle";
import { browserLocalStorage } from "../storage/unload-store";
import type { PageState } from "./commands/command";
import { COMMANDS } from "./commands/commands";
import { OPENING_COMMANDS } from "./commands/step-commands";
import { withStepping } from "./steps/load-stepping";

/** Shows a script in Monaco, which fills `host`. */
export function openFullEditor(
  host: HTMLElement,
  page: PageState,
  script: { readonly id: string; readonly text: string },
  options: EditorOptions & { readonly dark: boolean },
): SuccessorEditor {
  const editor = createScriptEditor(host, script, {
    ...options,
    onDocs: page.playground.docs.open,
    onGutter(line, other) {
      void withStepping(
        page,
        (stepping, at) => (other ? stepping.edit(at.line) : stepping.breakpoints.toggle(at.script, at.line)),
        line,
      );
    },
    actions: [COMMANDS.run, COMMANDS.stop, OPENING_COMMANDS.toggleBreakpoint].map(({ title, run }) => ({
      title,
      run: () => run(page),
    })),
  });
  if (browserLocalStorage()?.getItem(LOCAL_KEYS.breakpoints)) whenIdle(() => void withStepping(page));
  // After Run, Enter is a new line again, and nothing covers the code.
  const stop = effect(() => {
    if (page.playground.run.phase.value.kind === "running") editor.closeCompletions();
  });
  return {
    ...editor,
    dispose() {
      stop();
      editor.dispose();
    },
  };
}
