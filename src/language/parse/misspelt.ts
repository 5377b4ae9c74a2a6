/** Words that were probably meant to be a keyword: slips of the keyboard, and other languages' words. */
import { editDistance } from "../../shared/nearest";
import type { Cursor } from "./cursor";

/** What other languages call it. */
const FOREIGN: Readonly<Record<string, string>> = {
  ...{ const: "local", let: "local", var: "local" },
  ...{ fn: "function", func: "function", fun: "function", def: "function" },
  foreach: "for",
};

const KEYWORDS = ["function", "local", "return", "while", "for", "if"] as const;

/**
 * Returns the keyword that a name at the start of a statement was meant to be, judged by what follows it, or `null` if it may
 * well be a name. `word` is that name. The cursor is after it, where Lua refuses the script.
 */
export function keywordMeant(word: string, cursor: Cursor): string | null {
  if (!cursor.sameLine) return null;
  const meant = Object.hasOwn(FOREIGN, word)
    ? FOREIGN[word]
    : KEYWORDS.find((keyword) => isSlip(word, keyword));
  return meant !== undefined && follows(meant, cursor) ? meant : null;
}

/** Whether the current token is `elseif` in another spelling, followed by a condition and `then`. */
export function isElseif(cursor: Cursor): boolean {
  const { token, following } = cursor;
  if (
    token.kind !== "name" ||
    !(token.text === "elif" || token.text === "elsif" || isSlip(token.text, "elseif"))
  )
    return false;
  const condition = following.kind !== "op" || following.text === "#" || following.text === "-";
  return condition && following.kind !== "string" && cursor.reaches("then");
}

/** One letter too many, too few, another, or two of them swapped; the first stays the first. */
function isSlip(word: string, keyword: string): boolean {
  if (word === keyword || word.length < 2 || Math.abs(word.length - keyword.length) > 1) return false;
  const swapped = word[0] === keyword[1] && word[1] === keyword[0];
  return (word[0] === keyword[0] || swapped) && editDistance(word, keyword) === 1;
}

/** Whether the line continues as it does after the keyword. */
function follows(keyword: string, cursor: Cursor): boolean {
  const { token, following } = cursor;
  switch (keyword) {
    case "function":
      return token.kind === "name" && ["(", ".", ":"].includes(following.text);
    case "local":
      return token.kind === "name" || cursor.is("function");
    case "while":
    case "for":
      return cursor.reaches("do");
    case "if":
      return cursor.reaches("then");
    default:
      return true;
  }
}
