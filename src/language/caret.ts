/** Where the caret is: its token, the name under it, the calls and tables around it. */
import { isTrivia, type Token } from "./lexer";
import type { Binding, CallExpression, ParsedScript, Range, TableExpression, TableField } from "./parse/ast";
import { nodes } from "./parse/walk";
import { spend } from "./work";

export interface Caret {
  /** The word or quoted string that the caret is in or after. An empty range at the caret if there is none. */
  readonly word: Range;
  /** The significant token before that word. */
  readonly before: Token | null;
  /** The one before `before`. */
  readonly beforeThat: Token | null;
  /** True inside comments, strings and numbers, where no word is completed. */
  readonly quiet: boolean;
  /** The quoted string that the caret is in. */
  readonly literal: Token | null;
}

/** Reads the tokens around an offset. */
export function caretAt(script: ParsedScript, offset: number): Caret {
  const { tokens } = script;
  const touched = tokens.find((token) => token.start < offset && offset <= token.end);
  const isWord = touched?.kind === "name" || touched?.kind === "keyword";
  const quiet = touched !== undefined && !isWord && holdsText(touched, offset);
  const literal = quiet && touched.kind === "string" && !touched.text.startsWith("[") ? touched : null;
  const word = isWord ? touched : (literal ?? { start: offset, end: offset });
  const previous: Token[] = [];
  for (
    let at = tokens.findLastIndex((token) => token.end <= word.start);
    at >= 0 && previous.length < 2;
    at--
  ) {
    const token = tokens[at];
    if (token !== undefined && !isTrivia(token)) previous.push(token);
  }
  return { word, before: previous[0] ?? null, beforeThat: previous[1] ?? null, quiet, literal };
}

function holdsText(token: Token, offset: number): boolean {
  if (token.kind === "number") return true;
  const open = offset < token.end || token.error !== undefined;
  if (token.kind === "string") return open;
  // A line comment continues after its last character.
  return token.kind === "comment" && (open || !/^--\[=*\[/.test(token.text));
}

/** The innermost bracket that is open at an offset, or `null`. `stop` ends the search at a token between brackets. */
export function openBracket(
  { tokens }: ParsedScript,
  offset: number,
  stop: (token: Token) => boolean = () => false,
): Token | null {
  let depth = 0;
  for (let at = tokens.findLastIndex(({ end }) => end <= offset); at >= 0; at--) {
    const token = tokens[at];
    if (token === undefined || (depth === 0 && stop(token))) return null;
    if (token.kind !== "op") continue;
    if (/^[)\]}]$/.test(token.text)) depth++;
    if (/^[([{]$/.test(token.text) && depth-- === 0) return token;
  }
  return null;
}

/** Calls whose arguments hold the offset, innermost first. */
export function callsAround(script: ParsedScript, offset: number): CallExpression[] {
  return nodes(script)
    .expressions.filter((node) => node.kind === "call")
    .filter(({ style, inside: range, closed }) =>
      style === "("
        ? range.start <= offset && offset <= range.end
        : range.start < offset && (closed ? offset < range.end : offset <= range.end),
    )
    .reverse();
}

/** Locals that can be named at an offset, the innermost of each name. */
export function visibleBindings(script: ParsedScript, offset: number): Binding[] {
  const byName = new Map<string, Binding>();
  spend(script.bindings.length * 0.02);
  for (const binding of script.bindings)
    if (binding.text !== "" && binding.visibleFrom <= offset && offset <= binding.visibleTo)
      byName.set(binding.text, binding);
  return [...byName.values()];
}

/** Fields of a table that are written `name = …`. */
export function namedFields(table: TableExpression): Extract<TableField, { kind: "named" }>[] {
  return table.fields.filter((field) => field.kind === "named");
}
