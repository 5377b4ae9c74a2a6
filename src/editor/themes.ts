/** Monaco's two themes, after the colours of `ui/styles/tokens.css`. Every token colour keeps 4.5:1 on its background. */
import type { editor } from "monaco-editor/editor";
import type { Colour } from "../language/colour-line";

export const LIGHT = "playground-light";
export const DARK = "playground-dark";

const FORCED = "(forced-colors: active)";
const SYSTEM_DARK = "(prefers-color-scheme: dark)";

/** The theme to show: Monaco's own high-contrast one if the system forces its colours. */
export function themeFor(dark: boolean): string {
  if (!matchMedia(FORCED).matches) return dark ? DARK : LIGHT;
  return matchMedia(SYSTEM_DARK).matches ? "hc-black" : "hc-light";
}

/** Calls `change` when a system setting that `themeFor` reads changes, until `signal` is aborted. */
export function onThemeChange(change: () => void, signal: AbortSignal): void {
  for (const query of [FORCED, SYSTEM_DARK]) matchMedia(query).addEventListener("change", change, { signal });
}

const light = {
  background: "#ffffff",
  sunken: "#f2f2ef",
  line: "#dfddd7",
  ink: "#1d1c1a",
  soft: "#57544d",
  faint: "#656259",
  accent: "#4b46c8",
  selection: "#d5d3f7",
  hover: "#eceae5",
  keyword: "#7a2f8f",
  string: "#1c6b3c",
  escape: "#8a4b00",
  number: "#a1370f",
  standard: "#0b5f8a",
  call: "#795e26",
  account: "#00695c",
  error: "#b3261e",
  warning: "#8a4b00",
  good: "#1c6b3c",
};

type Palette = Readonly<Record<keyof typeof light, string>>;

const dark: Palette = {
  background: "#1f1f23",
  sunken: "#26262b",
  line: "#35353c",
  ink: "#ececf0",
  soft: "#b4b4be",
  faint: "#a0a0ab",
  accent: "#a5a1ff",
  selection: "#3b3970",
  hover: "#2d2d34",
  keyword: "#d9a0ec",
  string: "#8fd6a8",
  escape: "#f0b35e",
  number: "#f0a27a",
  standard: "#79c5ec",
  call: "#e3d9a0",
  account: "#6fd6c4",
  error: "#ff8f85",
  warning: "#f0b35e",
  good: "#6fd396",
};

/** Both palettes, for the test that compares them with the page's colours. @internal */
export const PALETTES = { light, dark };

/** Text colours, by kind of text. */
function textColours(palette: Palette): Readonly<Record<Colour, string>> {
  return {
    "": palette.ink,
    comment: palette.faint,
    keyword: palette.keyword,
    constant: palette.number,
    number: palette.number,
    string: palette.string,
    "string.escape": palette.escape,
    "string.invalid": palette.error,
    predefined: palette.standard,
    namespace: palette.accent,
    account: palette.account,
    function: palette.call,
    label: palette.warning,
    operator: palette.soft,
    bracket1: palette.soft,
    bracket2: palette.accent,
    bracket3: palette.escape,
    unexpected: palette.error,
  };
}

/** How strongly a comparison tints a line, and the differences in it on top of that: two hex digits each. */
const TINT = { line: "0f", text: "17" };

/** Both palettes with their text colours and comparison tints, for the contrast test. @internal */
export const THEME_COLOURS = [light, dark].map((palette) => ({
  background: palette.background,
  text: Object.values(textColours(palette)),
  tints: [palette.good, palette.error].map((colour) => [`${colour}${TINT.line}`, `${colour}${TINT.text}`]),
}));

function theme(base: "vs" | "vs-dark", palette: Palette): editor.IStandaloneThemeData {
  const rules = Object.entries(textColours(palette)).map(([token, colour]) => ({
    token,
    foreground: colour.slice(1),
    ...(token === "comment" ? { fontStyle: "italic" } : {}),
  }));
  return {
    base,
    inherit: false,
    rules,
    // Widgets, lists and inputs derive the rest from these.
    colors: {
      foreground: palette.ink,
      focusBorder: palette.accent,
      "editor.background": palette.background,
      "editor.foreground": palette.ink,
      "editorLineNumber.foreground": palette.faint,
      "editorLineNumber.activeForeground": palette.ink,
      "editorCursor.foreground": palette.accent,
      "editor.selectionBackground": palette.selection,
      "editor.inactiveSelectionBackground": `${palette.selection}99`,
      "editor.lineHighlightBackground": `${palette.sunken}80`,
      "editor.lineHighlightBorder": "#00000000",
      "editor.wordHighlightBackground": `${palette.selection}80`,
      "editor.wordHighlightStrongBackground": palette.selection,
      "editor.findMatchBackground": `${palette.warning}66`,
      "editor.findMatchHighlightBackground": `${palette.warning}33`,
      "editorBracketMatch.background": palette.selection,
      "editorBracketMatch.border": "#00000000",
      "editorError.foreground": palette.error,
      "editorWarning.foreground": palette.warning,
      "editorInfo.foreground": palette.accent,
      "diffEditor.insertedLineBackground": `${palette.good}${TINT.line}`,
      "diffEditor.insertedTextBackground": `${palette.good}${TINT.text}`,
      "diffEditor.removedLineBackground": `${palette.error}${TINT.line}`,
      "diffEditor.removedTextBackground": `${palette.error}${TINT.text}`,
      "diffEditor.border": palette.line,
      "diffEditor.diagonalFill": palette.line,
      "editorUnnecessaryCode.opacity": "#000000b3",
      "editorWidget.background": palette.background,
      "editorWidget.foreground": palette.ink,
      "editorWidget.border": palette.line,
      "editorSuggestWidget.selectedForeground": palette.ink,
      "editorSuggestWidget.focusHighlightForeground": palette.accent,
      descriptionForeground: palette.soft,
      "list.hoverBackground": palette.hover,
      "list.focusBackground": palette.selection,
      "list.focusForeground": palette.ink,
      "list.highlightForeground": palette.accent,
      "quickInputList.focusBackground": palette.selection,
      "quickInputList.focusForeground": palette.ink,
      "input.background": palette.background,
      "input.border": palette.faint,
      "inputOption.activeBackground": palette.selection,
      "menu.background": palette.background,
      "menu.foreground": palette.ink,
      "menu.border": palette.line,
      "menu.selectionBackground": palette.selection,
      "menu.selectionForeground": palette.ink,
      "menu.separatorBackground": palette.line,
      "widget.shadow": "#00000033",
      "scrollbarSlider.background": `${palette.faint}59`,
      "scrollbarSlider.hoverBackground": `${palette.faint}80`,
      "scrollbarSlider.activeBackground": `${palette.faint}b3`,
      "textCodeBlock.background": palette.sunken,
      "textPreformat.foreground": palette.ink,
      "textPreformat.background": palette.sunken,
      "textLink.foreground": palette.accent,
      "textLink.activeForeground": palette.accent,
      "editorLink.activeForeground": palette.accent,
    },
  };
}

export const THEMES: Readonly<Record<string, editor.IStandaloneThemeData>> = {
  [LIGHT]: theme("vs", light),
  [DARK]: theme("vs-dark", dark),
};
