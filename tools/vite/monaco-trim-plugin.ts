import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

/** The version whose files these are; look through `PARTS` again before changing it. */
const MONACO = "0.57.0";

/** Monaco's own worker compares two texts and makes the smallest edits when a script is formatted. The page has its code too. */
const WORKER_PARTS: Readonly<Record<string, string>> = {
  "editor/common/services/unicodeTextModelHighlighter": unused("UnicodeTextModelHighlighter"),
  "editor/common/languages/defaultDocumentColorsComputer":
    "export const computeDefaultDocumentColors = () => [];",
};

/**
 * Parts of Monaco that a script editor never shows but that its core imports: by file, what replaces them. They are a sixth of
 * Monaco's bytes. `src/editor` sets none of the options that would need them.
 */
const PARTS: Readonly<Record<string, string>> = {
  ...WORKER_PARTS,
  // For languages chosen by the pattern of a file's name: Lua is chosen by its id.
  "base/common/glob": "export const match = () => false; export const parse = () => () => false;",
  "editor/browser/widget/multiDiffEditor/multiDiffEditorWidget": unused("MultiDiffEditorWidget"),
  // The diff editor asks the worker, which has it.
  "editor/common/diff/linesDiffComputers": "export const linesDiffComputers = {};",
  // Of the diff editor: what its options in `comparison.ts` switch off.
  "editor/browser/widget/diffEditor/features/gutterFeature": unused("DiffEditorGutter"),
  "editor/browser/widget/diffEditor/features/hideUnchangedRegionsFeature": `
    export class HideUnchangedRegionsFeature {
      static setBreadcrumbsSourceFactory() {}
      isUpdatingHiddenAreas = false;
      viewZones = { read: () => ({ origViewZones: [], modViewZones: [] }) };
      dispose() {}
    }`,
  "editor/browser/widget/diffEditor/features/overviewRulerFeature":
    "export class OverviewRulerFeature { static ENTIRE_DIFF_OVERVIEW_WIDTH = 0; }",
  "editor/browser/widget/diffEditor/features/revertButtonsFeature":
    "export class RevertButtonsFeature { dispose() {} }",
  "editor/browser/widget/diffEditor/features/movedBlocksLinesFeature": `
    export class MovedBlocksLinesFeature {
      static movedCodeBlockPadding = 4;
      width = { read: () => 0 };
      dispose() {}
    }`,
  // Lists import a table, toolbars a drop-down of Monaco's own drawing; no list or toolbar here has one.
  "base/browser/ui/table/tableWidget": unused("Table"),
  "base/browser/ui/selectBox/selectBoxCustom": unused("SelectBoxList"),
  "editor/browser/gpu/viewGpuContext": unused("ViewGpuContext"),
  "editor/browser/viewParts/viewLinesGpu/viewLinesGpu": unused("ViewLinesGpu"),
  "editor/browser/viewParts/rulersGpu/rulersGpu": unused("RulersGpu"),
  "editor/browser/viewParts/gpuMark/gpuMark": unused("GpuMarkOverlay"),
  "editor/common/model/tokens/treeSitter/treeSitterSyntaxTokenBackend": unused(
    "TreeSitterSyntaxTokenBackend",
  ),
  "base/common/observableInternal/logging/debugger/devToolsLogger": unused("DevToolsLogger"),
  // It covers code. The page has its own, in the margin (`offerFix` in `monaco.ts`).
  "editor/contrib/codeAction/browser/lightBulbWidget": `
    export class LightBulbWidget {
      static ID = "none";
      onClick() {}
      update() {}
      hide() {}
      gutterHide() {}
      dispose() {}
    }
    export const computeLightBulbInfo = () => undefined;`,
  // Hovers check for these kinds, but none are created.
  "editor/contrib/inlineCompletions/browser/hintsWidget/inlineCompletionsHintsWidget": unused(
    "InlineSuggestionHintsContentWidget",
  ),
  "editor/contrib/inlayHints/browser/inlayHintsHover": unused("InlayHintsHover"),
  "editor/contrib/colorPicker/browser/hoverColorPicker/hoverColorPickerParticipant":
    unused("ColorHover") + unused("HoverColorPickerParticipant"),
  "editor/contrib/colorPicker/browser/hoverColorPicker/hoverColorPicker":
    "export const isOnColorDecorator = () => false;",
  // Asked for the editor's controller, which only the feature `dropOrPasteInto` would register.
  "editor/contrib/dropOrPasteInto/browser/copyPasteController":
    "export const CopyPasteController = { get: () => null };",
  // The view always makes one, shown or not.
  "editor/browser/viewParts/minimap/minimap": `
    import { createFastDomNode } from "../../../../base/browser/fastDomNode.js";
    import { ViewPart } from "../../view/viewPart.js";
    export class Minimap extends ViewPart {
      getDomNode() { return createFastDomNode(document.createElement("div")); }
      prepareRender() {}
      render() {}
    }`,
  // Monaco's own copies of two libraries; `resolveId` gives it those that the docs pane uses.
  "base/browser/dompurify/dompurify": `export { default } from "dompurify";`,
  "base/common/marked/marked": `export { Marked, Lexer, lexer, parse, Renderer } from "marked";`,
};

function unused(name: string): string {
  return `export class ${name} { constructor() { throw new Error("${name} is not part of this build."); } }\n`;
}

const LITERAL = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`(?:[^`\\$]|\\.)*`/.source;
/** A text of Monaco's; `localize` looks for a translation by the number. */
const TEXT = new RegExp(`(localize\\(\\d+, )(?:${LITERAL})`, "g");
/** The one of the options' texts that is read out: the name of an editor without `ariaLabel`. */
const SPOKEN = '"Editor content"';

/** Parts that stay, without what nothing here shows: by the file's pattern, what its source becomes. */
const SHORTENED: readonly (readonly [file: RegExp, shorten: (source: string) => string])[] = [
  // What settings and colours are for. Only VS Code lists them.
  [
    /^(?:editor\/common\/config\/editor(?:Options|ConfigurationSchema)|editor\/common\/core\/editorColorRegistry|platform\/theme\/common\/colors\/\w+)$/,
    (source) => source.replace(TEXT, (all, call: string) => (all.endsWith(SPOKEN) ? all : `${call}""`)),
  ],
  // Letters that look like others, for the feature `unicodeHighlighter`. The language worker has its own list.
  [/^base\/common\/strings$/, (source) => source.replace(/(?<=JSON\.parse\(')\{\\"_common.*(?='\))/g, "{}")],
];

/** The diff editor stands with the code editor in one file. Here it comes by itself, when two texts are compared. */
const DIFF_EDITOR = "\0monaco-without-diff-editor";

/**
 * Leaves the parts of Monaco out of the built page that a script editor never shows (`PARTS`).
 *
 * @throws {Error} while building, when Monaco's version is not the one the list was made for or a part was not imported
 */
export function monacoTrimPlugin(root: string): Plugin {
  return trim(root, PARTS, true);
}

/** As `monacoTrimPlugin`, for the builds of workers: Monaco's is one of them. */
export function monacoWorkerTrimPlugin(root: string): Plugin {
  return trim(root, WORKER_PARTS, false);
}

/** `always`: every build holds Monaco; else those without any of the parts are let pass. */
function trim(root: string, parts: Readonly<Record<string, string>>, always: boolean): Plugin {
  const folder = join(root, "node_modules/monaco-editor").replaceAll("\\", "/");
  const waiting = new Set(Object.keys(parts));
  const partOf = (id: string) =>
    id.startsWith(folder) ? id.slice(`${folder}/esm/vs/`.length).replace(/\.js$/, "") : null;
  return {
    name: "monaco-trim",
    apply: "build",
    enforce: "pre",
    buildStart() {
      const version: unknown = JSON.parse(readFileSync(`${folder}/package.json`, "utf8")).version;
      if (version === MONACO) return;
      this.error(
        `monaco-editor is ${version}, the list in monaco-trim-plugin.ts is for ${MONACO}: check it.`,
      );
    },
    resolveId(source, importer) {
      if (source.endsWith("/diffEditorWidget.js") && importer?.endsWith("/standaloneCodeEditor.js"))
        return DIFF_EDITOR;
      const shared = source === "dompurify" || source === "marked";
      return shared && importer?.startsWith(folder) ? this.resolve(source, join(root, "index.html")) : null;
    },
    load: {
      filter: { id: /\/monaco-editor\/esm\/vs\/|^\0monaco-/ },
      handler(id) {
        if (id === DIFF_EDITOR) return unused("DiffEditorWidget");
        const part = partOf(id);
        if (part === null || parts[part] === undefined) return null;
        waiting.delete(part);
        return parts[part];
      },
    },
    transform: {
      filter: { id: /\/monaco-editor\/esm\/vs\// },
      handler(code, id) {
        const part = partOf(id);
        const shorten = part === null ? undefined : SHORTENED.find(([file]) => file.test(part))?.[1];
        if (shorten === undefined) return null;
        const made = shorten(code);
        if (made === code) this.error(`Nothing to shorten in ${part}: see monaco-trim-plugin.ts.`);
        return { code: made, map: null };
      },
    },
    buildEnd(error) {
      const none = waiting.size === Object.keys(parts).length;
      if (error !== undefined || waiting.size === 0 || (none && !always)) return;
      this.error(`monaco-editor no longer imports ${[...waiting].join(", ")}: see monaco-trim-plugin.ts.`);
    },
  };
}
