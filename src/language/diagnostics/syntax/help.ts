/** Help with syntax errors: a sentence after Lua's own words, and fixes. */
import { firstIndex } from "../../../shared/first-index";
import { memoized } from "../../../shared/memoized";
import { isTrivia } from "../../lexer";
import type { ParsedScript, SyntaxMistake } from "../../parse/ast";
import { FOREIGN_BLOCKS } from "./foreign-blocks";
import { FOREIGN_COMMENTS } from "./foreign-comments";
import { FOREIGN_HEADS } from "./foreign-heads";
import { FOREIGN_VALUES } from "./foreign-values";
import { MISPLACED } from "./misplaced";
import { OPERATORS } from "./operators";
import { help, type Site, type SyntaxHelp, type SyntaxRule } from "./site";
import { UNCLOSED } from "./unclosed";

/** Returns help with a mistake, or `null` if there is nothing to add to Lua's words. */
export function syntaxHelp(script: ParsedScript, mistake: SyntaxMistake): SyntaxHelp | null {
  const tokens = significant(script);
  const index = firstIndex(tokens.length, (at) => (tokens[at]?.end ?? 0) > mistake.start);
  const site: Site = {
    ...{ script, mistake, at: tokens[index] },
    ...{ before: tokens[index - 1], behind: tokens[index + 1] },
  };
  for (const rule of RULES) {
    const found = rule(site);
    if (found !== null) return found;
  }
  return null;
}

/** The tokens without white space and comments. Each mistake asks for them. */
const significant = memoized(({ tokens }: ParsedScript) => tokens.filter((token) => !isTrivia(token)));

/** The first match wins, since a mistake can look like several. */
const RULES: readonly SyntaxRule[] = [
  function keyword({ mistake: { cause } }) {
    if (cause?.kind !== "keyword") return null;
    const { word, meant } = cause;
    return help(`Did you mean \`${meant}\`?`, `Change to ${meant}`, word.start, word.end, meant);
  },
  ...FOREIGN_HEADS,
  ...FOREIGN_COMMENTS,
  ...FOREIGN_VALUES,
  ...FOREIGN_BLOCKS,
  ...OPERATORS,
  ...UNCLOSED,
  ...MISPLACED,
];
