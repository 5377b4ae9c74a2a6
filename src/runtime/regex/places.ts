/** Places between characters, and the sets that have no name in JavaScript. */
import { pointTest } from "./characters";
import { escapeClass } from "./classes";
import { PatternError } from "./delimiters";
import type { PlaceTest, PointTest, RegexNode } from "./nodes";

const WORD = "0-9A-Z_a-z";
export const UNICODE_WORD = "\\p{L}\\p{N}\\p{M}\\p{Pc}";

export const NOT_NEW_LINE: RegexNode = { kind: "point", test: (point) => point !== 10 };

export function place(test: PlaceTest): RegexNode {
  return { kind: "place", test };
}

export const atStart: PlaceTest = (_, at) => at === 0;
export const atEnd: PlaceTest = (subject, at) => at === subject.length;
export const beforeLastBreak: PlaceTest = (subject, at) =>
  at === subject.length || (at === subject.length - 1 && subject[at] === "\n");
export const atLineStart: PlaceTest = (subject, at) =>
  at === 0 || (subject[at - 1] === "\n" && at < subject.length);
export const atLineEnd: PlaceTest = (subject, at) => at === subject.length || subject[at] === "\n";

/** `\b`, or `\B` if `wanted` is false. */
function wordEdge(unicode: boolean, wanted: boolean): PlaceTest {
  const isWord = pointTest(`[${unicode ? UNICODE_WORD : WORD}]`, false);
  return (subject, at) => isWordEdge(subject, at, isWord) === wanted;
}

function isWordEdge(subject: string, at: number, isWord: PointTest): boolean {
  const unit = subject.charCodeAt(at - 1);
  const before = subject.codePointAt(unit >= 0xdc00 && unit <= 0xdfff ? at - 2 : at - 1);
  const after = subject.codePointAt(at);
  return (before !== undefined && isWord(before)) !== (after !== undefined && isWord(after));
}

function lineBreak(): RegexNode {
  const is = (wanted: number): RegexNode => ({ kind: "point", test: (point) => point === wanted });
  const any: RegexNode = { kind: "point", test: pointTest(`[${escapeClass("v", false)}]`, false) };
  const both: RegexNode = { kind: "sequence", items: [is(13), is(10)] };
  return { kind: "atomic", body: { kind: "choice", options: [both, any] } };
}

/** What an escape matches other than a character, or `null` if its letter matches itself. */
export function escapedPlace(c: string, unicode: boolean): RegexNode | null {
  switch (c) {
    case "A":
      return place(atStart);
    case "z":
      return place(atEnd);
    case "Z":
      return place(beforeLastBreak);
    case "G":
      return place((_, at, from) => at === from);
    case "K":
      return { kind: "keep" };
    case "N":
      return NOT_NEW_LINE;
    case "R":
      return lineBreak();
    case "b":
    case "B":
      return place(wordEdge(unicode, c === "b"));
  }
  if (/[A-Za-z]/.test(c)) throw new PatternError(`\\${c} is not supported`);
  return null;
}
