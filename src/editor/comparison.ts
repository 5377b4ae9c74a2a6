import { editor } from "monaco-editor/editor";
import { DiffEditorWidget } from "monaco-editor/editor/browser/widget/diffEditor/diffEditorWidget";
import { StandaloneServices } from "monaco-editor/editor/standalone/browser/standaloneServices";
import { IStandaloneThemeService } from "monaco-editor/editor/standalone/common/standaloneTheme";
import { IInstantiationService } from "monaco-editor/platform/instantiation/common/instantiation";
import { lineHeight } from "./editor";
import { LUA, ownBrackets } from "./lua-grammar";
import { prepareMonaco } from "./monaco";
import { themeFor } from "./themes";

/** Shows two texts side by side in `host`, read-only, with their differences marked. Returns a function that ends it. */
export function showComparison(
  host: HTMLElement,
  { own, solution }: { readonly own: string; readonly solution: string },
  { dark, fontSize }: { readonly dark: boolean; readonly fontSize: number },
): () => void {
  prepareMonaco();
  const original = editor.createModel(own, LUA);
  const modified = editor.createModel(solution, LUA);
  const fontFamily = getComputedStyle(host).getPropertyValue("--font-code").trim() || "monospace";
  editor.setTheme(themeFor(dark));
  const themed = StandaloneServices.get(IStandaloneThemeService).registerEditorContainer(host);
  const options: editor.IDiffEditorConstructionOptions = {
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
    fontFamily,
    fontSize,
    lineHeight: lineHeight(fontSize),
    fixedOverflowWidgets: true,
    lineDecorationsWidth: 24,
    hideCursorInOverviewRuler: true,
    overviewRulerLanes: 0,
  };
  // Not `editor.createDiffEditor`: Monaco would come with a diff editor wherever a script is shown.
  const services = StandaloneServices.get(IInstantiationService);
  const widget = services.createInstance(DiffEditorWidget, host, options, {});
  for (const model of [original, modified]) ownBrackets(model);
  const compared = widget.createViewModel({ original, modified });
  widget.setModel(compared);
  return () => {
    widget.dispose();
    // Monaco would keep comparing, and fail without the texts.
    compared.dispose();
    themed.dispose();
    original.dispose();
    modified.dispose();
  };
}
