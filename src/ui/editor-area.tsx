import { computed, effect, type ReadonlySignal } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
import { afterFirstRun } from "../app/after-first-run";
import { until } from "../app/until";
import { type EditorOptions, PLAIN_ONLY } from "../editor/editor";
import { createPlainEditor } from "../editor/plain";
import type { Language } from "../language/worker/client";
import { whenIdle } from "../shared/idle";
import type { PageState } from "./commands/command";
import { editorLook } from "./editor-look";
import { usePage } from "./page";
import { startLanguage } from "./script-language";
import { withStepping } from "./steps/load-stepping";

/** The place of the script editor. Its `host` is outside the views' tree, so rendering never touches it. */
export function EditorArea({ host, dark }: { host: HTMLElement; dark: ReadonlySignal<boolean> }) {
  const page = usePage();
  const place = useRef<HTMLElement>(null);
  // Before the next paint: the host moves out of the first frame.
  useLayoutEffect(() => {
    host.classList.add("editor-host");
    place.current?.append(host);
    return startEditorSession(host, page, dark);
  }, []);
  return <section ref={place} class="editor-area" aria-label="Script" data-region="Script" />;
}

/**
 * Shows the current script in `host`: as plain text at first, in Monaco once loaded, and in step with scripts, settings and the
 * last run's error. Returns a function that ends it.
 */
function startEditorSession(host: HTMLElement, page: PageState, dark: ReadonlySignal<boolean>): () => void {
  const { playground, shell } = page;
  const { scripts, settings, notices } = playground;
  const language = startLanguage(playground);
  const follow = followCaret(page, language);
  shell.language.value = language;
  const options: EditorOptions = {
    label: "Lua script",
    ...editorLook(settings.settings.peek()),
    language,
    say: notices.info,
    onChange: scripts.edit,
    onCaret: follow,
  };
  const first = scripts.current.peek();
  let shown = first.id;
  let ended = false;
  const plain = createPlainEditor(host, { id: first.id, text: first.source }, options);
  shell.editor.value = plain;

  const stops = [
    effect(() => {
      const { id, source } = scripts.current.value;
      const editor = shell.editor.peek();
      if (editor === null) return;
      if (id !== shown) {
        shown = id;
        editor.open(id, source);
      }
      // Another tab changed it. Its text is shown, but cursor and focus stay: the person may be typing.
      if (editor.source() !== source) {
        const caret = editor.caret();
        editor.open(id, source);
        editor.setCaret(Math.min(caret, source.length));
      }
    }),
    effect(() => shell.editor.value?.update(editorLook(settings.settings.value))),
    // In its own effect: the look reads a style, which would have to be computed right after the theme changed it.
    effect(() => shell.editor.value?.update({ dark: dark.value })),
    markErrors(page),
  ];
  until(() => playground.run.calls.value.length > 0)
    .then(() => import("./call-notes"))
    .then(
      ({ showCallNotes }) => void (ended || stops.push(showCallNotes(page))),
      // The calls are still in their own list.
      () => {},
    );
  // Its gutter is loaded with them, after everything that a run needs.
  if (matchMedia(PLAIN_ONLY).matches)
    stops.push(effect(() => void (playground.run.ready.value && whenIdle(() => void withStepping(page)))));

  const load = async () => {
    try {
      await afterFirstRun(playground.run);
      const { openFullEditor } = await import("./full-editor");
      if (ended) return;
      const now = { ...options, dark: dark.peek(), ...editorLook(settings.settings.peek()) };
      const full = openFullEditor(host, page, { id: shown, text: plain.source() }, now);
      await full.coloured;
      await plain.composed();
      if (ended) return full.dispose();
      // Text, cursor, selection, scroll position and focus move together, so no key press is lost.
      full.open(shown, plain.source());
      full.restore(plain.view());
      shell.editor.value = full;
      // One frame later the new editor has been painted, so nothing flickers.
      requestAnimationFrame(() => plain.dispose());
    } catch (error) {
      if (ended) return;
      notices.error(`Couldn't load the full editor (${String(error)}). This simple one still works.`, {
        label: "Try again",
        run: () => void load(),
      });
    }
  };
  if (!matchMedia(PLAIN_ONLY).matches) void load();
  whenIdle(() => {
    import("../first-frame/keep-frame").then(
      ({ keepFirstFrame }) => ended || stops.push(keepFirstFrame(scripts, language)),
      () => {},
    );
  });

  return () => {
    ended = true;
    for (const stop of stops) stop();
    shell.language.value = null;
    language.dispose();
    shell.editor.value?.dispose();
    shell.editor.value = null;
  };
}

/** Marks the line where the last run failed, until the script is edited or run again. Returns a function that ends it. */
function markErrors({ playground, shell }: PageState): () => void {
  const { run, scripts } = playground;
  const failed = computed(() => {
    const phase = run.phase.value;
    if (phase.kind !== "ended" || phase.end.kind !== "failed" || phase.end.error.line === null) return null;
    const { line, message } = phase.end.error;
    return { line, message };
  });
  return effect(() => {
    const mark = failed.value;
    // Another script, or the same line after an edit that was undone.
    void scripts.current.value;
    shell.editor.value?.mark(mark !== null && run.stale.value === null ? [mark] : []);
  });
}

/**
 * Returns a function to call with each new cursor position. At most once a frame, and while following is on, it opens the docs
 * page about what the cursor is on.
 */
function followCaret({ playground, shell }: PageState, language: Language): (caret: number) => void {
  const { docs, settings } = playground;
  let frame = 0;
  return (caret) => {
    cancelAnimationFrame(frame);
    const editor = shell.editor.peek();
    if (editor === null || !settings.settings.peek().docsFollow) return;
    frame = requestAnimationFrame(async () => {
      const topics = await language.ask("topic", editor.text(), { start: caret, end: caret });
      const page = topics?.find((name) => docs.pages.peek().some((p) => p.name === name));
      if (page !== undefined) docs.current.value = page;
    });
  };
}
