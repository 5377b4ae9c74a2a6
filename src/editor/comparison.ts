import { editor } from "monaco-editor/editor";
import { lineHeight } from "./editor";
import { LUA, ownBrackets } from "./lua-grammar";
import { prepareMonaco } from "./monaco";
import { DARK, LIGHT } from "./themes";

/** Shows two texts side by side in `host`, read-only, with their differences marked. Returns what ends it. */
export function showComparison(
  host: HTMLElement,
  { own, solution }: { readonly own: string; readonly solution: string },
  { dark, fontSize }: { readonly dark: boolean; readonly fontSize: number },
): () => void {
  prepareMonaco();
  const original = editor.createModel(own, LUA);
  const modified = editor.createModel(solution, LUA);
  const fontFamily = getComputedStyle(host).getPropertyValue("--font-code").trim() || "monospace";
  const widget = editor.createDiffEditor(host, {
    automaticLayout: true,
    readOnly: true,
    domReadOnly: true,
    originalAriaLabel: "Your code",
    modifiedAriaLabel: "Solution",
    useInlineViewWhenSpaceIsLimited: true,
    renderSideBySideInlineBreakpoint: 640,
    renderOverviewRuler: false,
    renderGutterMenu: false,
    renderMarginRevertIcon: false,
    minimap: { enabled: false },
    stickyScroll: { enabled: false },
    scrollBeyondLastLine: false,
    contextmenu: false,
    wordWrap: "on",
    theme: dark ? DARK : LIGHT,
    fontFamily,
    fontSize,
    lineHeight: lineHeight(fontSize),
    fixedOverflowWidgets: true,
  });
  for (const model of [original, modified]) ownBrackets(model);
  widget.setModel({ original, modified });
  return () => {
    widget.dispose();
    original.dispose();
    modified.dispose();
  };
}
