/**
 * A tolerant lexer for Lua 5.4. It never throws and skips nothing: concatenated, its tokens (trivia included) are the source
 * again. Mistakes are stored in the token, in the real lexer's words (llex.c).
 */
import { LUA_KEYWORDS } from "../shared/lua-keywords";
import { nearEscape, readEscape } from "./lexer-escapes";
import { spend } from "./work";

type TokenKind = "name" | "keyword" | "number" | "string" | "op" | "comment" | "space" | "unknown";

export interface Token {
  readonly kind: TokenKind;
  /** Offsets in UTF-16 units; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly error?: LexError;
}

interface LexError {
  /** Real Lua's sentence without its `near` part. */
  readonly message: string;
  readonly start: number;
  readonly end: number;
  /** What the real lexer names after `near`. */
  readonly near: string;
  /** The string or comment runs on to the end of the file. */
  readonly open?: boolean;
}

const SPACE = /[ \t\r\n\v\f]+/y;
const NAME = /[A-Za-z_][A-Za-z0-9_]*/y;
const LONG_OPEN = /\[(=*)\[/y;
const NUMBER = /0[xX](?:[pP][+-]?|[0-9A-Za-z_.])*|\.?[0-9](?:[eE][+-]?|[0-9A-Za-z_.])*/y;
/** How far the real lexer reads a number: up to the first letter that cannot be in one, that letter included. */
const READ = /^(?:0[xX](?:[pP][+-]?|[0-9a-fA-F.])*|\.?[0-9](?:[eE][+-]?|[0-9a-fA-F.])*)[A-Za-z_]?/;
const DECIMAL = /^(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const HEX = /^0[xX](?:[\da-fA-F]+\.?[\da-fA-F]*|\.[\da-fA-F]+)(?:[pP][+-]?\d+)?$/;
const OP = /\.\.\.|\.\.|==|~=|<=|>=|\/\/|::|<<|>>|[-+*/%^#&~|<>=(){}[\];:,.]/y;

/** All tokens of a source, white space and comments among them, in order. */
export function lex(source: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < source.length) {
    const token = tokenAt(source, at);
    tokens.push(token);
    at = token.end;
  }
  return tokens;
}

/** Whether the parser skips this: white space and comments. */
export function isTrivia(token: Token): boolean {
  return token.kind === "space" || token.kind === "comment";
}

/** The token that begins at an offset. */
export function tokenAt(source: string, at: number): Token {
  spend(1);
  const match = (pattern: RegExp): string | null => {
    pattern.lastIndex = at;
    return pattern.exec(source)?.[0] ?? null;
  };
  const make = (kind: TokenKind, end: number, error?: LexError): Token => {
    const token = { kind, start: at, end, text: source.slice(at, end) };
    return error === undefined ? token : { ...token, error };
  };

  const code = source.charCodeAt(at);
  // A byte order mark in front is dropped before a script is compiled.
  if (at === 0 && code === 0xfeff) return make("space", 1);
  if (code === 32 || (code >= 9 && code <= 13)) {
    SPACE.lastIndex = at;
    SPACE.test(source);
    return make("space", SPACE.lastIndex);
  }
  if (isLetter(code)) {
    NAME.lastIndex = at;
    NAME.test(source);
    const token = make("name", NAME.lastIndex);
    return LUA_KEYWORDS.has(token.text) ? { ...token, kind: "keyword" } : token;
  }

  if (source.startsWith("--", at)) {
    const long = longBracket(source, at + 2, "comment");
    if (long !== null) return make("comment", long.end, long.error && { ...long.error, start: at });
    const line = /[\r\n]/g;
    line.lastIndex = at;
    return make("comment", line.exec(source)?.index ?? source.length);
  }
  const number = isDigit(code) || code === 46 ? match(NUMBER) : null;
  if (number !== null) {
    const end = at + number.length;
    if (DECIMAL.test(number) || HEX.test(number)) return make("number", end);
    return make("number", end, {
      message: "malformed number",
      start: at,
      end,
      near: `'${READ.exec(number)?.[0] ?? number}'`,
    });
  }
  const char = source[at];
  if (char === '"' || char === "'") {
    const { end, error } = quoted(source, at, char);
    return make("string", end, error);
  }
  if (char === "[") {
    const long = longBracket(source, at, "string");
    if (long !== null) return make("string", long.end, long.error);
    if (source[at + 1] === "=") {
      const end = at + (/^\[=*/.exec(source.slice(at, at + 300))?.[0].length ?? 1);
      const near = `'${source.slice(at, end)}'`;
      return make("unknown", end, { message: "invalid long string delimiter", start: at, end, near });
    }
  }
  const op = match(OP);
  if (op !== null) return make("op", at + op.length);
  // One whole character, so a surrogate pair is not split.
  const width = (source.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  return make("unknown", at + width);
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

interface Scanned {
  readonly end: number;
  readonly error?: LexError;
}

function longBracket(source: string, at: number, what: "string" | "comment"): Scanned | null {
  LONG_OPEN.lastIndex = at;
  const open = LONG_OPEN.exec(source);
  if (open === null) return null;
  const close = `]${open[1] ?? ""}]`;
  const found = source.indexOf(close, at + open[0].length);
  if (found >= 0) return { end: found + close.length };
  const line = source.slice(0, at).split("\n").length;
  const message = `unfinished long ${what} (starting at line ${line})`;
  return {
    end: source.length,
    error: { message, start: at, end: source.length, near: "<eof>", open: true },
  };
}

function quoted(source: string, start: number, quote: string): Scanned {
  let error: LexError | undefined;
  let at = start + 1;
  while (at < source.length) {
    const char = source[at];
    if (char === quote) return error === undefined ? { end: at + 1 } : { end: at + 1, error };
    if (char === "\n" || char === "\r") break;
    if (char !== "\\") {
      at++;
      continue;
    }
    const sequence = readEscape(source, at);
    if (sequence.error !== null)
      error ??= {
        message: sequence.error,
        start: at,
        end: sequence.end,
        near: nearEscape(source, start, sequence),
      };
    at = sequence.end;
  }
  const atEnd = at >= source.length;
  const near = atEnd ? "<eof>" : `'${source.slice(start, at)}'`;
  error ??= { message: "unfinished string", start, end: at, near, ...(atEnd ? { open: true } : {}) };
  return { end: at, error };
}
