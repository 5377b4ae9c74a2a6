import type { Settings } from "../app/settings";

/** The settings of the editor's look. Its text size, set in pixels, grows with the browser's own font size. */
export function editorLook({ editor }: Settings): Settings["editor"] {
  const root = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  return { ...editor, fontSize: Math.round((editor.fontSize * root) / 16) };
}
