import type { Settings } from "../app/settings";

/** The editor's look settings. The text size, set in pixels, scales with the browser's own font size. */
export function editorLook({ editor }: Settings): Settings["editor"] {
  const root = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  return { ...editor, fontSize: Math.round((editor.fontSize * root) / 16) };
}
