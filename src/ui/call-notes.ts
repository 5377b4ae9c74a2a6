/** Notes on the run's calls beside their lines in the editor. Loaded with the first call. */
import { computed, effect, signal } from "@preact/signals";
import type { LineNote, NoteDrawer } from "../editor/line-notes";
import type { CallRow } from "../gateway/call-row";
import { duration } from "../shared/amounts";
import { count } from "../shared/counted";
import { lineMap, textLines } from "../shared/line-map";
import type { PageState } from "./commands/command";

const NONE: ReadonlyMap<number, LineNote> = new Map();

/** Keeps the notes in step with the run, the script and the editor. Returns a function that ends it. */
export function showCallNotes({ playground, shell }: PageState): () => void {
  const { run, scripts } = playground;
  const drawer = signal<NoteDrawer | null>(null);
  const notes = computed(() => callNotes(run.calls.value));
  const drawn = computed(() => {
    const phase = run.phase.value;
    const stale = run.stale.value;
    // While stepping, the ends of lines belong to the steps.
    const stepping = (shell.stepping.value?.steps.state.value.kind ?? "closed") !== "closed";
    if (phase.kind === "idle" || stale === "other" || stepping) return { notes: NONE, stale: false };
    if (stale === null) return { notes: notes.value, stale: false };
    return { notes: movedNotes(notes.value, phase.source, scripts.current.value.source), stale: true };
  });
  const stops = [
    effect(() => {
      const editor = shell.editor.value;
      drawer.value = null;
      // If it fails to load, the calls are still in their own list.
      editor?.lineNotes?.().then(
        (loaded) => {
          if (shell.editor.peek() === editor) drawer.value = loaded;
        },
        () => {},
      );
    }),
    effect(() => {
      const target = drawer.value;
      void drawn.value;
      // Another script has other lines, though the same notes may be drawn.
      void scripts.current.value.id;
      // After the editor has learned of another script or text.
      queueMicrotask(() => {
        const { notes, stale } = drawn.peek();
        if (target !== null && target === drawer.peek()) target.draw(notes, stale);
      });
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

/** The notes at the places of their lines in an edited script. The note of a line that was changed or removed is left out. */
export function movedNotes(
  notes: ReadonlyMap<number, LineNote>,
  before: string,
  after: string,
): ReadonlyMap<number, LineNote> {
  const moved = lineMap(before, after);
  const [old, now] = [textLines(before), textLines(after)];
  const kept = new Map<number, LineNote>();
  for (const [line, note] of notes) {
    const to = moved(line);
    if (old[line - 1]?.trim() === now[to - 1]?.trim()) kept.set(to, note);
  }
  return kept;
}

/** The note on each line that made calls: `200 · 180 ms`, or `3 calls · last 400`. */
export function callNotes(calls: readonly CallRow[]): ReadonlyMap<number, LineNote> {
  const lines = new Map<number, { readonly times: number; readonly last: CallRow }>();
  for (const call of calls)
    if (call.line !== null)
      lines.set(call.line, { times: (lines.get(call.line)?.times ?? 0) + 1, last: call });
  return new Map([...lines].map(([line, { times, last }]) => [line, noteOf(times, last)]));
}

const TONES = { ok: "plain", error: "bad", unknown: "warn" } as const;

function noteOf(times: number, last: CallRow): LineNote {
  const how =
    last.status === "unknown"
      ? "outcome unknown"
      : last.response === null
        ? "failed"
        : String(last.response.status);
  const tone = TONES[last.status];
  if (times === 1) return { text: `${how} · ${duration(last.durationMs)}`, short: how, tone };
  return { text: `${count(times)} calls · last ${how}`, short: `last ${how}`, tone };
}
