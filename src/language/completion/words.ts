// biome-ignore-all lint/suspicious/noTemplateCurlyInString: `${1:name}` is a snippet's field.
/** Completions at the start of a statement or an expression: locals, globals, keywords, snippets. */
import type { Analysis } from "../analysis";
import { visibleBindings } from "../caret";
import type { Range } from "../parse/ast";
import { LIBRARIES, standardGlobals } from "../standard-library";
import { callSnippets } from "./call-snippets";
import { type Completion, completion } from "./item";
import { standardItem } from "./members";
import type { WordPlace } from "./words-at";

/** Statements to fill in: label, what it is, snippet text. */
const SNIPPETS: readonly (readonly [label: string, detail: string, body: string])[] = [
  ["function", "function … end", "function ${1:name}($2)\n\t$0\nend"],
  ["local function", "local function … end", "local function ${1:name}($2)\n\t$0\nend"],
  ["if", "if … then … end", "if ${1:condition} then\n\t$0\nend"],
  ["for ipairs", "loop over a list", "for ${1:_}, ${2:item} in ipairs(${3:list}) do\n\t$0\nend"],
  ["for pairs", "loop over a table", "for ${1:key}, ${2:value} in pairs(${3:table}) do\n\t$0\nend"],
  ["for i", "count", "for ${1:i} = ${2:1}, ${3:10} do\n\t$0\nend"],
  ["while", "while … do … end", "while ${1:condition} do\n\t$0\nend"],
  ["repeat", "repeat … until", "repeat\n\t$0\nuntil ${1:condition}"],
  [
    "pcall",
    "call and catch an error",
    'local ok, result = pcall(${1:f}${2:, argument})\nif not ok then\n\tprint("failed: " .. tostring(result))\nend$0',
  ],
];

/** The same for the start of a value. */
const VALUE_SNIPPETS: typeof SNIPPETS = [["function", "function … end", "function($1)\n\t$0\nend"]];

/** A keyword of Lua. */
export function keywordItem(keyword: string, range: Range): Completion {
  return completion(keyword, "keyword", range, 20);
}

/** The words that fit a place. */
export function words(range: Range, { names, keywords }: WordPlace, analysis: Analysis): Completion[] {
  const { script } = analysis;
  const fitting = [...keywords].map((keyword) => keywordItem(keyword, range));
  if (names === "none") return fitting;
  const statement = names === "statement";
  const locals = visibleBindings(script, range.start).map((binding) => {
    const isFunction = binding.origin.kind === "value" && binding.origin.value.kind === "function";
    const detail = binding.kind === "loop" ? "loop variable" : binding.kind;
    return completion(binding.text, isFunction ? "function" : "variable", range, 0, { detail });
  });
  const known = new Set(locals.map(({ label }) => label));
  const globals = [...script.written].filter((name) => name !== "" && !known.has(name));
  const snippets = statement ? SNIPPETS : VALUE_SNIPPETS;
  return [
    ...locals,
    ...globals.map((name) => completion(name, "variable", range, 1, { detail: "global" })),
    completion("app", "namespace", range, 2, { detail: "integrations" }),
    ...standardGlobals().map((entry) => standardItem(entry, range)),
    ...[...LIBRARIES].map(([name, detail]) => completion(name, "library", range, 11, { detail })),
    ...fitting.filter(({ label }) => !known.has(label)),
    ...snippets.map(([label, detail, insert]) =>
      completion(label, "snippet", range, 30, { detail, insert, snippet: true }),
    ),
    ...callSnippets(range, statement, analysis),
  ];
}
