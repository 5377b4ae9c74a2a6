/** Escape sequences of quoted strings (Lua 5.4 manual §3.1). */

export interface Escape {
  /** Where the string continues. */
  readonly end: number;
  /** The text it stands for. Empty for `\z` and for mistakes. */
  readonly text: string;
  /** Real Lua's sentence when the escape is wrong. */
  readonly error: string | null;
}

/** Sentences whose `near` part ends with the unexpected character. */
const SHOWS_NEXT: ReadonlySet<string> = new Set([
  "hexadecimal digit expected",
  "decimal escape too large",
  "missing '{'",
  "missing '}'",
]);

/** The string so far, as the real lexer names it after `near` for a wrong escape. */
export function nearEscape(source: string, start: number, sequence: Escape): string {
  const more = SHOWS_NEXT.has(sequence.error ?? "") ? 1 : 0;
  return `'${source.slice(start, sequence.end + more)}'`;
}

const SIMPLE: Readonly<Record<string, string>> = {
  n: "\n",
  t: "\t",
  r: "\r",
  a: "\u0007",
  b: "\b",
  f: "\f",
  v: "\v",
  "\\": "\\",
  '"': '"',
  "'": "'",
};

/** Reads the escape whose backslash is at `at`. Never reads past the end of the source. */
export function readEscape(source: string, at: number): Escape {
  const char = source[at + 1];
  if (char === undefined) return { end: at + 1, text: "", error: null };
  const simple = SIMPLE[char];
  if (simple !== undefined) return { end: at + 2, text: simple, error: null };
  if (char === "\n" || char === "\r") {
    const pair = source[at + 2];
    const two = (pair === "\n" || pair === "\r") && pair !== char;
    return { end: at + (two ? 3 : 2), text: "\n", error: null };
  }
  if (char === "z") {
    const space = /[ \t\r\n\v\f]*/y;
    space.lastIndex = at + 2;
    return { end: at + 2 + (space.exec(source)?.[0].length ?? 0), text: "", error: null };
  }
  if (char === "x") {
    const digits = /^[0-9a-fA-F]{0,2}/.exec(source.slice(at + 2, at + 4))?.[0] ?? "";
    const end = at + 2 + digits.length;
    if (digits.length < 2) return { end, text: "", error: "hexadecimal digit expected" };
    return { end, text: String.fromCharCode(Number.parseInt(digits, 16)), error: null };
  }
  if (char === "u") return unicode(source, at);
  const digits = /^[0-9]{1,3}/.exec(source.slice(at + 1, at + 4))?.[0];
  if (digits !== undefined) {
    const end = at + 1 + digits.length;
    const code = Number(digits);
    return code > 255
      ? { end, text: "", error: "decimal escape too large" }
      : { end, text: String.fromCharCode(code), error: null };
  }
  return { end: at + 2, text: "", error: "invalid escape sequence" };
}

function unicode(source: string, at: number): Escape {
  if (source[at + 2] !== "{") return { end: at + 2, text: "", error: "missing '{'" };
  const digits = /^[0-9a-fA-F]*/.exec(source.slice(at + 3, at + 40))?.[0] ?? "";
  const end = at + 3 + digits.length;
  if (digits === "") return { end, text: "", error: "hexadecimal digit expected" };
  const code = Number.parseInt(digits, 16);
  if (code > 0x7fffffff) return { end, text: "", error: "UTF-8 value too large" };
  if (source[end] !== "}") return { end, text: "", error: "missing '}'" };
  return { end: end + 1, text: code <= 0x10ffff ? String.fromCodePoint(code) : "\ufffd", error: null };
}

/** The text of a string token. Of a malformed or unfinished one, as much as can be read. */
export function stringValue(token: string): string {
  const long = /^\[(=*)\[(?:\r\n|\n\r|\r|\n)?/.exec(token);
  if (long !== null) {
    const close = `]${long[1] ?? ""}]`;
    const end = token.endsWith(close) ? token.length - close.length : token.length;
    return token.slice(long[0].length, end);
  }
  const quote = token[0];
  let text = "";
  let at = 1;
  while (at < token.length && token[at] !== quote) {
    if (token[at] !== "\\") {
      text += token[at];
      at++;
      continue;
    }
    const sequence = readEscape(token, at);
    text += sequence.text;
    at = sequence.end;
  }
  return text;
}
