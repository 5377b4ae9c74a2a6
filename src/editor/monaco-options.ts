import type { editor } from "monaco-editor/editor";
import { MOD } from "../shared/chords";
import { type EditorOptions, lineHeight, PADDING } from "./editor";

type Look = Pick<EditorOptions, "fontSize" | "wordWrap">;

/** How lines are numbered. */
export const LINE_NUMBERS = { lineNumbers: "on", lineNumbersMinChars: 3 } as const;

/** Options the page can change while the editor is open. */
export function lookOptions({ fontSize, wordWrap }: Partial<Look>): editor.IEditorOptions {
  return {
    ...(fontSize === undefined ? {} : { fontSize, lineHeight: lineHeight(fontSize) }),
    ...(wordWrap === undefined ? {} : { wordWrap: wordWrap ? "on" : "off", wrappingIndent: "same" }),
  };
}

/** `calm`: reduced motion. */
export function motionOptions(calm: boolean): editor.IEditorOptions {
  return { smoothScrolling: !calm, cursorBlinking: calm ? "solid" : "blink" };
}

/** What is selected when a list opens: its first item, or nothing until a letter is typed. */
export function choiceOptions(atOnce: boolean): editor.IEditorOptions {
  return { suggest: { selectionMode: atOnce ? "always" : "whenQuickSuggestion" } };
}

/** Monaco's options for a script. `fontFamily` comes from the page's tokens. `calm`: reduced motion. */
export function monacoOptions(
  label: string,
  look: Look,
  fontFamily: string,
  calm: boolean,
): editor.IStandaloneEditorConstructionOptions {
  return {
    ...lookOptions(look),
    fontFamily,
    ariaLabel: `${label}. To leave the editor, press F6, or Escape and then Tab. ${MOD === "Ctrl+" ? "Control M" : "Control Shift M"} toggles whether Tab moves focus.`,
    accessibilitySupport: "auto",
    automaticLayout: true,
    fixedOverflowWidgets: true,
    minimap: { enabled: false },
    stickyScroll: { enabled: false },
    overviewRulerLanes: 2,
    overviewRulerBorder: false,
    hideCursorInOverviewRuler: true,
    scrollBeyondLastLine: false,
    padding: { top: PADDING, bottom: PADDING },
    ...LINE_NUMBERS,
    lineDecorationsWidth: 12,
    glyphMargin: true,
    renderLineHighlight: "line",
    renderLineHighlightOnlyWhenFocus: true,
    tabSize: 2,
    insertSpaces: true,
    detectIndentation: false,
    autoIndent: "full",
    guides: { indentation: false, bracketPairs: false },
    matchBrackets: "always",
    // Restrained: nothing opens in prose, and Enter takes an item only if it changes the text.
    quickSuggestions: { other: true, comments: false, strings: false },
    suggestOnTriggerCharacters: true,
    acceptSuggestionOnEnter: "smart",
    acceptSuggestionOnCommitCharacter: false,
    wordBasedSuggestions: "off",
    suggestSelection: "first",
    suggest: {
      showStatusBar: false,
      preview: false,
      localityBonus: false,
      snippetsPreventQuickSuggestions: false,
      selectionMode: "always",
    },
    "semanticHighlighting.enabled": true,
    foldingStrategy: "auto",
    parameterHints: { enabled: true, cycle: false },
    hover: { enabled: "on", delay: 350, above: false },
    occurrencesHighlight: "singleFile",
    // Its dimmed number is too faint to read.
    renderFinalNewline: "on",
    ...motionOptions(calm),
    cursorSmoothCaretAnimation: "off",
    contextmenu: true,
    // In a shadow root the menu would not see the theme's colours.
    useShadowDOM: false,
  };
}
