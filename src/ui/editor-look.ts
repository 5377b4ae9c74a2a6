import type { Settings } from "../app/settings";
import { type EditorOptions, PLAIN_ONLY } from "../editor/editor";

/** The editor's look settings. The text size, set in pixels, scales with the browser's own font size. */
export function editorLook({ editor }: Settings): Pick<EditorOptions, "fontSize" | "wordWrap"> {
  const root = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  return { fontSize: Math.round((editor.fontSize * root) / 16), wordWrap: wrapsLines(editor.wordWrap) };
}

/** Whether long lines wrap. Without a choice they do on phones, where scrolling sideways for each line is tedious. */
export function wrapsLines(chosen: Settings["editor"]["wordWrap"]): boolean {
  return chosen ?? matchMedia(PLAIN_ONLY).matches;
}
