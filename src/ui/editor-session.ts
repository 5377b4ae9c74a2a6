/**
 * The script editor's life: text at once, Monaco when it has arrived, in step with scripts, settings and the last run's
 * error for as long as the page is open.
 */
import { effect, type ReadonlySignal } from "@preact/signals";
import type { Playground } from "../app/playground";
import type { EditorOptions, ScriptMarker } from "../editor/editor";
import { upgrade } from "../editor/handover";
import { createPlainEditor } from "../editor/plain";
import { COMMANDS } from "./commands/commands";
import { followCaret } from "./follow-caret";
import { startLanguage } from "./script-language";
import type { Shell } from "./shell";

/** Small touch screens keep the plain editor: their keyboards, handles and menus work in it. */
const PLAIN_ONLY = "(pointer: coarse) and (max-width: 759.98px)";

/** Shows the current script in `host` and starts loading Monaco. Gives what ends it all. */
export function startEditorSession(
  host: HTMLElement,
  playground: Playground,
  shell: Shell,
  dark: ReadonlySignal<boolean>,
): () => void {
  const { scripts, settings, notices } = playground;
  const language = startLanguage(playground);
  const follow = followCaret(playground, shell, language);
  const options: EditorOptions = {
    label: "Lua script",
    dark: dark.peek(),
    ...settings.settings.peek().editor,
    language,
    say: (text) => notices.show({ tone: "info", text }),
    onDocs: (page) => playground.docs.open(page),
    onChange: (source) => scripts.edit(source),
    onCaret: (offset) => follow(shell.editor.peek(), offset),
    actions: [COMMANDS.run, COMMANDS.stop].map(({ title, run }) => ({
      title,
      run: () => run({ playground, shell }),
    })),
  };
  const first = scripts.current.peek();
  let shown = first.id;
  let ended = false;
  shell.editor.value = createPlainEditor(host, { id: first.id, text: first.source }, options);

  const stops = [
    effect(() => {
      const { id, source } = scripts.current.value;
      const editor = shell.editor.peek();
      if (editor === null) return;
      if (id !== shown) {
        shown = id;
        editor.open(id, source);
      }
      // Another tab changed it: its text replaces what is shown, the caret stays.
      if (editor.source() !== source) {
        const caret = editor.caret();
        editor.close(id);
        editor.open(id, source);
        editor.setCaret(Math.min(caret, source.length));
      }
    }),
    effect(() => {
      shell.editor.value?.update({ dark: dark.value, ...settings.settings.value.editor });
    }),
    errorMarks(playground, shell),
  ];

  const load = async () => {
    try {
      const { createScriptEditor } = await import("../editor/monaco");
      const plain = shell.editor.peek();
      if (ended || plain === null) return;
      const now = { ...options, dark: dark.peek(), ...settings.settings.peek().editor };
      shell.editor.value = upgrade(plain, () =>
        createScriptEditor(host, { id: shown, text: plain.source() }, now),
      );
    } catch (error) {
      if (ended) return;
      notices.show({
        tone: "error",
        text: `The full editor could not be loaded (${String(error)}). You can go on in this simple one.`,
        action: { label: "Retry", run: () => void load() },
      });
    }
  };
  if (!matchMedia(PLAIN_ONLY).matches) void load();

  return () => {
    ended = true;
    for (const stop of stops) stop();
    language.dispose();
    shell.editor.value?.dispose();
    shell.editor.value = null;
  };
}

/** Marks the line the last run failed at, until the script is edited or run again. */
function errorMarks(playground: Playground, shell: Shell): () => void {
  let failed: { readonly id: string; readonly source: string; readonly marker: ScriptMarker } | null = null;
  const watchRun = effect(() => {
    const phase = playground.run.phase.value;
    failed = null;
    if (phase.kind !== "ended" || phase.end.kind !== "failed" || phase.end.error.line === null) return;
    const source = playground.scripts.all.peek().find((s) => s.id === phase.scriptId)?.source;
    if (source === undefined) return;
    const { line, message } = phase.end.error;
    failed = { id: phase.scriptId, source, marker: { line, message } };
  });
  const watchText = effect(() => {
    // Read so that a new run counts as a change.
    void playground.run.phase.value;
    const { id, source } = playground.scripts.current.value;
    const applies = failed !== null && failed.id === id && failed.source === source;
    shell.editor.value?.mark(applies && failed !== null ? [failed.marker] : []);
  });
  return () => {
    watchRun();
    watchText();
  };
}
