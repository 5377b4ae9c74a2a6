/** What is in brackets where a comma or the closing bracket should be. */

import type { Expression, MistakeCause } from "./ast";
import type { Cursor, Opener } from "./cursor";
import type { Parser } from "./scopes";

/** Whether an expression can begin at the current token. */
export function beginsExpression({ token: { kind, text } }: Cursor): boolean {
  if (kind === "name" || kind === "string" || kind === "number") return true;
  return (kind === "op" || kind === "keyword") && BEGINNERS.has(text);
}

const BEGINNERS: ReadonlySet<string> = new Set([
  ...["{", "(", "...", "-", "#", "~", "not", "nil", "true", "false", "function"],
]);

/**
 * Skips a closing bracket. If something else is here and the bracket is closed later, reports that and reads it as more of the
 * contents: it is added to a call's `args` and `commas`. Returns whether the bracket is closed.
 */
export function closeBracket(
  parser: Parser,
  closer: string,
  opener?: Opener,
  args: Expression[] = [],
  commas: number[] = [],
): boolean {
  const { cursor } = parser;
  if (cursor.accept(closer)) return true;
  const within = cursor.closesLater(closer);
  cursor.expect(closer, opener, causeOf(within && closer === ")" && beginsExpression(cursor), within));
  if (!within) return false;
  while (!cursor.is(closer) && !cursor.atEnd) {
    for (const stray of strays(parser, closer)) args.push(stray);
    if (cursor.is(",")) commas.push(cursor.advance().start);
  }
  return cursor.accept(closer);
}

/** Why a closing bracket is missing, or `undefined` if that is not clear. */
export function causeOf(comma: boolean, closedLater: boolean): MistakeCause | undefined {
  if (comma) return { kind: "comma" };
  return closedLater ? undefined : { kind: "unclosed" };
}

/** Skips what does not fit, up to a comma or `closer`. Returns the expressions in it. */
export function strays(parser: Parser, closer: string): Expression[] {
  const { cursor } = parser;
  const found: Expression[] = [];
  const ends = () => cursor.is(",") || cursor.is(closer) || (closer === "}" && cursor.is(";"));
  while (!ends() && !cursor.atEnd)
    if (beginsExpression(cursor)) found.push(parser.expression());
    else cursor.advance();
  return found;
}
