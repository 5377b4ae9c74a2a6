/** Steps through the tokens of a source, without trivia, and collects mistakes. */

import { isTrivia, lex, type Token } from "../lexer";
import { indentAt, type Lines, lineOf, linesOf } from "../lines";
import { spend } from "../work";
import type { Identifier, MistakeCause, Range, SyntaxMistake } from "./ast";

/** Where a construct was opened, for `(to close 'if' at line 3)`. */
export interface Opener {
  readonly text: string;
  readonly line: number;
}

/** Nobody reads more. */
const MAX_ERRORS = 100;

const OPENING: ReadonlySet<string> = new Set(["(", "{", "["]);
const CLOSING: ReadonlySet<string> = new Set([")", "}", "]"]);
const BLOCK_OPENERS: ReadonlySet<string> = new Set(["function", "if", "do", "repeat"]);
/** Keywords that an expression can contain. */
const IN_EXPRESSIONS: ReadonlySet<string> = new Set(["and", "or", "not", "nil", "true", "false", "function"]);

export class Cursor {
  readonly tokens: readonly Token[];
  readonly errors: SyntaxMistake[] = [];
  readonly #significant: readonly Token[];
  readonly #end: Token;
  readonly lines: Lines;
  #at = 0;

  constructor(readonly source: string) {
    this.tokens = lex(source);
    this.lines = linesOf(source);
    this.#significant = this.tokens.filter((token) => !isTrivia(token));
    this.#end = { kind: "unknown", start: source.length, end: source.length, text: "" };
    for (const { error } of this.tokens) if (error) this.report(error, `${error.message} near ${error.near}`);
  }

  get token(): Token {
    return this.#significant[this.#at] ?? this.#end;
  }

  get following(): Token {
    return this.#significant[this.#at + 1] ?? this.#end;
  }

  /** End of the token last stepped over. */
  get behind(): number {
    return this.#significant[this.#at - 1]?.end ?? 0;
  }

  get atEnd(): boolean {
    return this.#at >= this.#significant.length;
  }

  /** Counts steps, so a caller can tell whether anything was read. */
  get position(): number {
    return this.#at;
  }

  /** Whether the current token is this keyword or operator. */
  is(text: string): boolean {
    const { kind, text: own } = this.token;
    return own === text && (kind === "op" || kind === "keyword");
  }

  advance(): Token {
    const token = this.token;
    if (!this.atEnd) this.#at++;
    return token;
  }

  skipAll(): void {
    this.#at = this.#significant.length;
  }

  accept(text: string): boolean {
    if (!this.is(text)) return false;
    this.#at++;
    return true;
  }

  /** Steps over `text`, or reports that it is expected and stays. Returns whether it was there. */
  expect(text: string, opener?: Opener, cause?: MistakeCause): boolean {
    if (this.accept(text)) return true;
    const toClose =
      opener !== undefined && opener.line !== this.line(this.token.start)
        ? ` (to close '${opener.text}' at line ${opener.line})`
        : "";
    this.fail(`'${text}' expected${toClose}`, cause);
    return false;
  }

  /** The identifier at the current token. Reports an error and returns an empty name if there is none. */
  name(wanted = "<name> expected"): Identifier {
    const { kind, start, end, text } = this.token;
    if (kind === "name") {
      this.#at++;
      return { start, end, text };
    }
    this.fail(wanted);
    return { start: this.behind, end: this.behind, text: "" };
  }

  /** Reports a mistake at the current token. */
  fail(message: string, cause?: MistakeCause): void {
    this.report(this.token, `${message} near ${this.#near()}`, cause);
  }

  /** Reports a mistake; the first at a place wins, since the others follow from it. */
  report(range: Range, message: string, cause?: MistakeCause): void {
    if (this.errors.length >= MAX_ERRORS) return;
    if (
      this.errors.some(
        (error) => error.start <= range.start && range.start < Math.max(error.end, error.start + 1),
      )
    )
      return;
    this.errors.push({ start: range.start, end: range.end, message, ...(cause && { cause }) });
  }

  /** Whether a mistake was reported at the current token: what precedes it is not finished. */
  get failing(): boolean {
    return this.errors.some(({ start }) => start === this.token.start);
  }

  /** How deep the line of an offset is indented, in characters. */
  indent(offset: number): number {
    return indentAt(this, offset).length;
  }

  /** Whether the current token is on the line of the previous one. */
  get sameLine(): boolean {
    return !this.atEnd && this.line(this.token.start) === this.line(this.behind);
  }

  /**
   * Whether the bracket that is open here is closed before another statement certainly begins. If so, the mistake is inside it.
   */
  closesLater(closer: string): boolean {
    if (this.errors.length >= MAX_ERRORS) return false;
    let brackets = 0;
    let blocks = 0;
    for (let at = this.#at; at < this.#significant.length; at++) {
      const { kind, text } = this.#significant[at] ?? this.#end;
      spend(0.05);
      if (kind === "keyword") {
        if (BLOCK_OPENERS.has(text) && (blocks > 0 || text === "function")) blocks++;
        else if (blocks > 0 && (text === "end" || text === "until")) blocks--;
        else if (blocks === 0 && !IN_EXPRESSIONS.has(text)) return false;
      } else if (kind === "op" && OPENING.has(text)) brackets++;
      else if (kind === "op" && CLOSING.has(text)) {
        if (brackets === 0) return blocks === 0 && text === closer;
        brackets--;
      }
    }
    return false;
  }

  /** Whether `word` follows on this line, with nothing between that begins or ends a block. */
  reaches(word: string): boolean {
    const line = this.line(this.token.start);
    for (let at = this.#at; at < this.#significant.length; at++) {
      const { kind, text, start } = this.#significant[at] ?? this.#end;
      spend(0.1);
      if (this.line(start) !== line) return false;
      if (kind !== "keyword") continue;
      if (text === word) return true;
      if (text !== "in" && (!IN_EXPRESSIONS.has(text) || text === "function")) return false;
    }
    return false;
  }

  /** 1-based line of an offset. */
  line(offset: number): number {
    return lineOf(this, offset);
  }

  /** The current token as real Lua names it; of a character outside ASCII it knows the first byte only. */
  #near(): string {
    if (this.atEnd) return "<eof>";
    const { kind, text } = this.token;
    if (kind !== "unknown" || this.token.error) return `'${text}'`;
    const [byte = 0] = new TextEncoder().encode(text);
    return byte > 31 && byte < 127 ? `'${text}'` : `'<\\${byte}>'`;
  }
}
