/** The part between a block's keyword and its `then` or `do`, correct or not. */

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

/** A condition and the word after it. Anything between the two is reported, and read as part of the condition. */
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

/** If `word` follows on this line, returns the expressions before it, each with what precedes it, and steps over the word. */
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

/** The `do` of a loop. Anything before it on this line is reported and belongs to the loop's head. */
export function expectDo(parser: Parser, head: Expression[]): void {
  if (parser.cursor.expect("do")) return;
  for (const { right } of upTo(parser, "do")) head.push(right);
}
