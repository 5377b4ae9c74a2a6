/** What can stand where a statement or an expression begins: locals, globals, keywords, snippets. */
import type { LanguageContext } from "../context";
import type { Range, Script } from "../parse/ast";
import { LIBRARIES, standardGlobals } from "../stdlib";
import { callSnippets } from "./call-snippets";
import type { Completion } from "./item";
import { standardItem } from "./members";
import { SNIPPETS, VALUE_SNIPPETS } from "./snippets";
import { visibleBindings } from "./visible";
import type { WordPlace } from "./words-at";

/** A keyword of Lua. */
export function keywordItem(keyword: string, range: Range): Completion {
  const plain = { detail: "", documentation: "", snippet: false, range };
  return { ...plain, label: keyword, kind: "keyword", insert: keyword, order: 20 };
}

/** The words that fit a place. */
export function words(
  script: Script,
  range: Range,
  { names, keywords }: WordPlace,
  context: LanguageContext,
): Completion[] {
  const fitting = [...keywords].map((keyword) => keywordItem(keyword, range));
  if (names === "none") return fitting;
  const statement = names === "statement";
  const plain = { documentation: "", snippet: false, range };
  const items: Completion[] = [];
  for (const binding of visibleBindings(script, range.start)) {
    const { text, kind } = binding;
    const isFunction = binding.origin.kind === "value" && binding.origin.value.kind === "function";
    const detail = kind === "local" ? "local" : kind === "loop" ? "loop variable" : kind;
    items.push({
      ...plain,
      label: text,
      kind: isFunction ? "function" : "variable",
      detail,
      insert: text,
      order: 0,
    });
  }
  const locals = new Set(items.map((item) => item.label));
  for (const name of script.written)
    if (name !== "" && !locals.has(name))
      items.push({ ...plain, label: name, kind: "variable", detail: "global", insert: name, order: 1 });
  items.push({ ...plain, label: "app", kind: "namespace", detail: "integrations", insert: "app", order: 2 });
  items.push(...standardGlobals().map((entry) => standardItem(entry, range)));
  for (const [name, detail] of LIBRARIES)
    items.push({ ...plain, label: name, kind: "library", detail, insert: name, order: 11 });
  items.push(...fitting);
  for (const [label, detail, insert] of statement ? SNIPPETS : VALUE_SNIPPETS)
    items.push({ ...plain, label, kind: "snippet", detail, insert, snippet: true, order: 30 });
  items.push(...callSnippets(script, range, statement, context));
  return items.filter((item) => item.kind !== "keyword" || !locals.has(item.label));
}
