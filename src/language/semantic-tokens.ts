/** Colours for names of the agent's namespace, also through an alias: `wa.support.send_message`. */

import { type Analysis, analyse } from "./analysis";
import type { LanguageContext } from "./context";
import type { Value } from "./infer/value";
import { placeOf } from "./namespace-path";
import type { Range } from "./parse/ast";
import { nodes } from "./parse/walk";
import { TOKEN_TYPES } from "./token-types";
import { bindingValue } from "./values";

type TokenType = (typeof TOKEN_TYPES)[number];

/**
 * Returns tokens in the order of the text, as five numbers each, encoded as in the Language Server Protocol: lines after the
 * previous token, columns after it (after the line's start on a new line), length in UTF-16 units, type, modifiers (none).
 */
export function semanticTokens(source: string, context: LanguageContext): Uint32Array {
  const analysis = analyse(source, context);
  const { lines } = analysis.script;
  const found = [...typedNames(analysis)].sort((a, b) => a.start - b.start);
  const data = new Uint32Array(found.length * 5);
  let line = 0;
  let start = 0;
  for (const [index, token] of found.entries()) {
    const down = lines.line(token.start) - line;
    line += down;
    if (down > 0) start = lines.start(line);
    const type = TOKEN_TYPES.indexOf(token.type);
    data.set([down, token.start - start, token.end - token.start, type, 0], index * 5);
    start = token.start;
  }
  return data;
}

function* typedNames(analysis: Analysis): Generator<Range & { readonly type: TokenType }> {
  const { script, catalog, of } = analysis;
  const typed = function* (range: Range, value: Value | null) {
    const type = value === null || range.start === range.end ? null : typeOf(value, catalog);
    if (type !== null) yield { start: range.start, end: range.end, type };
  };
  for (const node of nodes(script).expressions) {
    if (node.kind === "name") yield* typed(node, of(node));
    // A name in brackets looks like a string.
    else if (node.kind === "member" && node.style !== "[") yield* typed(node.name, of(node));
  }
  for (const binding of script.bindings) yield* typed(binding, bindingValue(binding, analysis));
}

function typeOf(value: Value, catalog: LanguageContext["catalog"]): TokenType | null {
  if (value.kind === "function") return "function";
  if (value.kind !== "namespace") return null;
  const { kind } = placeOf(value.path, catalog);
  if (kind === "unknown") return null;
  return kind === "account" || kind === "function" ? kind : "namespace";
}
