/** Lua 5.4 for Monaco: colours and typing aids. */

import type { editor, languages } from "monaco-editor/editor";
import { colourLine, FIRST_STATE } from "../language/colour-line";

export const LUA = "lua";

/** Colours by line, as in the plain editor. */
export const luaColours: languages.TokensProvider = {
  getInitialState: () => stateOf(FIRST_STATE),
  tokenize(line, state) {
    const before = states.get(state) ?? FIRST_STATE;
    const { stretches, state: after } = colourLine(line, before);
    return {
      tokens: stretches.map(({ start, colour }) => ({ startIndex: start, scopes: colour })),
      endState: stateOf(after),
    };
  },
};

const states = new WeakMap<languages.IState, string>();

function stateOf(text: string): languages.IState {
  const state: languages.IState = { clone: () => state, equals: (other) => states.get(other) === text };
  states.set(state, text);
  return state;
}

/** Leaves the colours of brackets to `luaColours`. */
export function ownBrackets(model: editor.ITextModel): void {
  model.updateOptions({
    bracketColorizationOptions: { enabled: false, independentColorPoolPerBracketType: false },
  });
}

const BRACKETS: [open: string, close: string][] = [
  ["{", "}"],
  ["[", "]"],
  ["(", ")"],
];
const QUOTED = ["string", "comment"];

export const luaConfiguration: languages.LanguageConfiguration = {
  comments: { lineComment: "--", blockComment: ["--[[", "]]"] },
  brackets: BRACKETS,
  wordPattern: /[A-Za-z_]\w*|\d[\w.]*/,
  autoClosingPairs: [
    { open: "{", close: "}" },
    { open: "[", close: "]", notIn: QUOTED },
    { open: "(", close: ")", notIn: QUOTED },
    { open: '"', close: '"', notIn: QUOTED },
    { open: "'", close: "'", notIn: QUOTED },
  ],
  // Monaco surrounds a selection with the same pairs.
  indentationRules: {
    // A line that opens a block or bracket and does not close it again.
    increaseIndentPattern:
      /^(?!\s*--)(?:.*[^\w.:]|)(?:then|do|repeat|else|function\b[^-]*\([^)]*\))(?![\w])(?!.*\b(?:end|until)\b)[^"']*$|[{(]\s*(?:--.*)?$/,
    decreaseIndentPattern: /^\s*(?:(?:end|else|elseif|until)\b|[})])/,
  },
  onEnterRules: [
    {
      // `function f()| end` and `pcall(function()|)`: the closing part moves to its own line.
      beforeText: /(?:\b(?:then|do|repeat|else)|\bfunction\b[^-]*\([^)]*\))\s*$/,
      afterText: /^\s*(?:(?:end|until)\b|[)}\]])/,
      action: { indentAction: 2 },
    },
  ],
  folding: { offSide: false, markers: { start: /^\s*--\s*#?region\b/, end: /^\s*--\s*#?endregion\b/ } },
};
