import type { EditorView, ScriptEditor } from "./editor";
import { asPlain } from "./plain";

/** An editor that can take over from another. */
export interface SuccessorEditor extends ScriptEditor {
  /** Puts caret, selection, scroll position and focus where they were. */
  restore(view: EditorView): void;
}

/**
 * Puts the editor that `make` creates in the place of `plain`: text, caret, selection, scroll position and focus are
 * carried over in one go, so that no key press falls between the two. `make` must show the script as `plain` has it at
 * that moment. While a character is being put together by an input method, the change waits for its end; what is
 * returned speaks to the right one all the time. If `make` throws, `plain` stays as it is.
 */
export function upgrade(plain: ScriptEditor, make: () => SuccessorEditor): ScriptEditor {
  const field = asPlain(plain);
  if (field === null) return plain;

  const change = (): SuccessorEditor => {
    const view = field.view();
    const next = make();
    next.restore(view);
    // One frame later: the new editor has been painted by then, and nothing flickers.
    requestAnimationFrame(() => field.dispose());
    return next;
  };
  if (!field.composing()) return change();

  let current: ScriptEditor = plain;
  let ended = false;
  field.whenComposed(() => {
    if (!ended) current = change();
  });
  return {
    open: (id, source) => current.open(id, source),
    close: (id) => current.close(id),
    source: () => current.source(),
    text: () => current.text(),
    format: (quiet) => current.format(quiet),
    mark: (markers) => current.mark(markers),
    reveal: (line) => current.reveal(line),
    caret: () => current.caret(),
    setCaret: (offset) => current.setCaret(offset),
    focus: () => current.focus(),
    update: (options) => current.update(options),
    dispose() {
      ended = true;
      current.dispose();
    },
  };
}
