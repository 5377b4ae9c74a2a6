/** Which words fit at the cursor: at the start of a statement, at the start of a value, or after one. */
import { type Caret, openBracket } from "../caret";
import { isTrivia, type Token } from "../lexer";
import type { ParsedScript } from "../parse/ast";

export interface WordPlace {
  /** Which names and snippets fit: all, those that have a value, or none. */
  readonly names: "statement" | "value" | "none";
  readonly keywords: ReadonlySet<string>;
}

const VALUES = ["nil", "true", "false", "not", "function"];
const STATEMENTS = [
  ...["local", "function", "if", "for", "while", "repeat", "do", "return", "break", "goto"],
  ...["end", "else", "elseif", "until"],
];
const OPERATORS = ["and", "or"];
const CLOSERS = ["end", "else", "elseif", "until"];
/** Keywords that a value can contain. */
const WITHIN_VALUES: ReadonlySet<string> = new Set(["and", "or", "not", "nil", "true", "false"]);
/** Keywords that start a block. */
const OPENERS: ReadonlySet<string> = new Set(["then", "do", "else", "repeat"]);
const CONSTANTS: ReadonlySet<string> = new Set(["nil", "true", "false", "end", "break"]);

/** Reads the tokens before a caret. */
export function wordPlace(script: ParsedScript, { word, before }: Caret): WordPlace {
  if (before === null || before.text === ";" || (before.kind === "keyword" && OPENERS.has(before.text)))
    return place("statement", STATEMENTS);
  if (!endsValue(before)) return place("value", VALUES);
  const broken = script.source.slice(before.end, word.start).includes("\n");
  // The line before may continue: `local ready = a` and then `and b`.
  if (broken)
    return inBrackets(script, word.start)
      ? place("none", OPERATORS)
      : place("statement", [...STATEMENTS, ...OPERATORS]);
  return place("none", keywordsBehind(script, before));
}

function place(names: WordPlace["names"], keywords: readonly string[]): WordPlace {
  return { names, keywords: new Set(keywords) };
}

function endsValue({ kind, text }: Token): boolean {
  if (kind === "keyword") return CONSTANTS.has(text);
  return kind === "op" ? /^(?:[)\]}]|\.\.\.|::)$/.test(text) : kind !== "unknown";
}

/** In brackets of the same block. */
function inBrackets(script: ParsedScript, offset: number): boolean {
  const beginsBlock = ({ kind, text }: Token) =>
    kind === "keyword" && (OPENERS.has(text) || text === "function");
  return openBracket(script, offset, beginsBlock) !== null;
}

/** What can follow a value on the same line: `then` after the condition of an `if`, and so on. */
function keywordsBehind({ tokens }: ParsedScript, before: Token): readonly string[] {
  let depth = 0;
  let assigned = false;
  for (let at = tokens.indexOf(before); at >= 0; at--) {
    const token = tokens[at];
    if (token === undefined || isTrivia(token)) continue;
    const { kind, text } = token;
    if (kind === "op" && /^[)\]}]$/.test(text)) depth++;
    else if (kind === "op" && /^[([{]$/.test(text) && depth-- === 0) return OPERATORS;
    else if (kind === "op" && text === "=") assigned = true;
    else if (kind === "keyword" && depth === 0) {
      if (text === "if" || text === "elseif") return [...OPERATORS, "then"];
      if (text === "while" || text === "in") return [...OPERATORS, "do"];
      if (text === "for") return assigned ? [...OPERATORS, "do"] : ["in"];
      if (text === "local" && !assigned) return [];
      if (!WITHIN_VALUES.has(text)) break;
    }
  }
  return [...OPERATORS, ...CLOSERS];
}
