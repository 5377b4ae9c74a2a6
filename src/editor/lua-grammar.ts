/** Lua 5.4 for Monaco: colours and typing aids. The bundled grammar does not know long strings, attribs or labels. */

import type { languages } from "monaco-editor/editor";
import { LUA_CONSTANTS, LUA_KEYWORDS } from "../shared/lua-keywords";

export const LUA = "lua";

const STANDARD =
  "assert collectgarbage coroutine debug docs dump error getmetatable ipairs json load lua_list_docs lua_read_doc lua_search_docs math next os pairs pcall print rawequal rawget rawlen rawset regex select setmetatable string table tonumber tostring type utf8 warn xpcall _G _VERSION".split(
    " ",
  );

/** States of long brackets carry their level: `longString.==`. */
function longBracket(token: string): languages.IMonarchLanguageRule[] {
  return [
    [/[^\]]+/, token],
    [/\](=*)(?=\])/, { cases: { "$1==$S2": { token, switchTo: "@longEnd" }, "@default": token } }],
    [/\]/, token],
  ];
}

function quoted(quote: string): languages.IMonarchLanguageRule[] {
  return [
    // Unfinished: the string ends with its line.
    [new RegExp(`[^\\\\${quote}]+$`), "string.invalid", "@pop"],
    [new RegExp(`[^\\\\${quote}]+`), "string"],
    [/\\z\s*/, "string.escape"],
    [/\\(?:[abfnrtv\\"']|x[0-9a-fA-F]{2}|\d{1,3}|u\{[0-9a-fA-F]+\})/, "string.escape"],
    [/\\$/, "string.escape"],
    [/\\./, "string.invalid"],
    [new RegExp(quote), "string", "@pop"],
  ];
}

export const luaGrammar: languages.IMonarchLanguage = {
  defaultToken: "",
  tokenPostfix: ".lua",
  keywords: [...LUA_KEYWORDS],
  constants: [...LUA_CONSTANTS],
  standard: STANDARD,
  brackets: [
    { token: "delimiter.bracket", open: "{", close: "}" },
    { token: "delimiter.array", open: "[", close: "]" },
    { token: "delimiter.parenthesis", open: "(", close: ")" },
  ],
  tokenizer: {
    root: [
      [/[ \t\r\n\f\v]+/, ""],
      [/--\[(=*)\[/, { token: "comment", next: "@longComment.$1" }],
      [/--.*$/, "comment"],
      [/\[(=*)\[/, { token: "string", next: "@longString.$1" }],
      [/"/, "string", "@double"],
      [/'/, "string", "@single"],
      [/(::)(\s*)([A-Za-z_]\w*)(\s*)(::)/, ["delimiter", "", "type.label", "", "delimiter"]],
      [/(goto)(\s+)([A-Za-z_]\w*)/, ["keyword", "", "type.label"]],
      [/(<)(\s*)(const|close)(\s*)(>)/, ["delimiter", "", "keyword.attribute", "", "delimiter"]],
      // A field: `.name`, `:name`. What follows the dot must not be a number.
      [/(\.\.\.|\.\.)/, "operator"],
      [
        /([.:])(\s*)([A-Za-z_]\w*)(?=\s*(?:[({"']|\[=*\[))/,
        ["delimiter", "", { cases: { "$3@keywords": "keyword", "@default": "function" } }],
      ],
      [
        /([.:])(\s*)([A-Za-z_]\w*)/,
        ["delimiter", "", { cases: { "$3@keywords": "keyword", "@default": "property" } }],
      ],
      [
        /[A-Za-z_]\w*/,
        {
          cases: {
            "@constants": "constant",
            "@keywords": "keyword",
            app: "namespace",
            self: "constant",
            "@standard": "predefined",
            "@default": "identifier",
          },
        },
      ],
      [/0[xX](?:[0-9a-fA-F]+\.?[0-9a-fA-F]*|\.[0-9a-fA-F]+)(?:[pP][+-]?\d+)?/, "number"],
      [/(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/, "number"],
      [/[{}()[\]]/, "@brackets"],
      [/==|~=|<=|>=|\/\/|<<|>>|[-+*/%^#&~|<>=]/, "operator"],
      [/[;,.:]/, "delimiter"],
    ],
    longComment: longBracket("comment"),
    longString: longBracket("string"),
    longEnd: [[/\]/, { token: "string", next: "@pop" }]],
    double: quoted('"'),
    single: quoted("'"),
  },
};

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
      // `function f()| end` and `pcall(function()|)`: what closes moves to a line of its own.
      beforeText: /(?:\b(?:then|do|repeat|else)|\bfunction\b[^-]*\([^)]*\))\s*$/,
      afterText: /^\s*(?:(?:end|until)\b|[)}\]])/,
      action: { indentAction: 2 },
    },
  ],
  folding: { offSide: false, markers: { start: /^\s*--\s*#?region\b/, end: /^\s*--\s*#?endregion\b/ } },
};
