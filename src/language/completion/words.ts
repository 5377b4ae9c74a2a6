/** What can be written where a statement or an expression begins: locals, globals, keywords, snippets. */
import type { Analysis } from "../analysis";
import { visibleBindings } from "../caret";
import type { Range } from "../parse/ast";
import { LIBRARIES, standardGlobals } from "../standard-library";
import { callSnippets } from "./call-snippets";
import { type Completion, completion } from "./item";
import { standardItem } from "./members";
import { SNIPPETS, VALUE_SNIPPETS } from "./snippets";
import type { WordPlace } from "./words-at";

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
