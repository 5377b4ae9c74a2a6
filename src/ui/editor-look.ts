import type { Settings } from "../app/settings";
import { type EditorOptions, wrapsLines } from "../editor/editor";

/** The editor's look settings. The text size, set in pixels, scales with the browser's own font size. */
export function editorLook({ editor }: Settings): Pick<EditorOptions, "fontSize" | "wordWrap"> {
  const root = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  return { fontSize: Math.round((editor.fontSize * root) / 16), wordWrap: wrapsLines(editor.wordWrap) };
}
