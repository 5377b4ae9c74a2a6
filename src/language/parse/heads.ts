/** What stands between a block's keyword and its `then` or `do`, also where that is not what Lua wants there. */

import type { Expression } from "./ast";
import { isElseif } from "./misspelt";
import type { Parser } from "./scopes";
import { beginsExpression } from "./strays";

/** `elif`, reported as Lua does: at what follows it. */
export function acceptElseif({ cursor }: Parser): boolean {
  if (!isElseif(cursor)) return false;
  const word = cursor.advance();
  cursor.fail("syntax error", { kind: "keyword", word, meant: "elseif" });
  return true;
}

/** A condition and the word behind it. What stands between the two is reported, and read as part of the condition. */
export function parseCondition(parser: Parser, word: "then" | "do"): Expression {
  const { cursor } = parser;
  const condition = parser.expression();
  if (cursor.expect(word)) return condition;
  return upTo(parser, word).reduce(
    (left, { operator, right }): Expression => ({
      ...{ kind: "binary", operator: operator === "=" ? "==" : operator, left, right },
      ...{ start: left.start, end: right.end },
    }),
    condition,
  );
}

/** Where `word` follows in this line: the expressions in front of it with what stands before each, and steps over it. */
function upTo(parser: Parser, word: string): { readonly operator: string; readonly right: Expression }[] {
  const { cursor } = parser;
  const found: { operator: string; right: Expression }[] = [];
  if (!cursor.reaches(word)) return found;
  let operator = "";
  while (!cursor.is(word) && !cursor.atEnd)
    if (beginsExpression(cursor)) {
      found.push({ operator, right: parser.expression() });
      operator = "";
    } else operator += cursor.advance().text;
  cursor.accept(word);
  return found;
}

/** The `do` of a loop; what stands in front of it in this line is reported and belongs to the loop's head. */
export function expectDo(parser: Parser, head: Expression[]): void {
  if (!parser.cursor.expect("do")) head.push(...upTo(parser, "do").map(({ right }) => right));
}
