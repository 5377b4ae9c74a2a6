/** Leftovers from the place a script was copied from, and the script without them. */
import { type Token, tokenAt } from "../lexer";
import type { Range } from "../parse/ast";
import { spend } from "../work";
import { asciiFor, type CharacterKind, kindOf, straightQuote } from "./characters";
import { markdownAround } from "./markdown";

/** A stretch that Lua does not know. */
export interface Foreign extends Range {
  readonly kind: CharacterKind | "markdown";
  /** The first foreign character. */
  readonly character: string;
  /** What was meant, or `null` if unknown. */
  readonly meant: string | null;
  /** What replaces it while the rest is checked: has as many line breaks. */
  readonly checked: string;
  /** Where the quotes around the same text begin. */
  readonly pair?: number;
}

const FOREIGN = /[^\t-\r\x20-\x7e]/;
const WORD = /[A-Za-z0-9_]/;

/** Everything in a script's code that Lua does not know, in order. Strings and comments are left alone. */
export function foreignParts(source: string): readonly Foreign[] {
  const markdown = markdownAround(source);
  if (markdown.length === 0 && !FOREIGN.test(source)) return [];
  const found: Foreign[] = markdown.map(({ start, end }) => ({
    start,
    end,
    kind: "markdown",
    character: "`",
    meant: "",
    checked: source.slice(start, end).replace(/[^\n]+/g, ""),
  }));
  let from = 0;
  for (const { start, end } of [...markdown, { start: source.length, end: source.length }]) {
    if (from < start) for (const part of foreignIn(source, from, start)) found.push(part);
    from = end;
  }
  return found.sort((a, b) => a.start - b.start);
}

function foreignIn(source: string, from: number, to: number): Foreign[] {
  const found: Foreign[] = [];
  let at = from;
  while (at < to) {
    const character = String.fromCodePoint(source.codePointAt(at) ?? 0);
    spend(0.3);
    if (!FOREIGN.test(character) || (at === 0 && character === "\ufeff")) {
      const token = tokenAt(source, at);
      const closer = token.kind === "string" ? curlyCloser(source, token) : null;
      if (closer === null) at = token.end;
      else {
        found.push(quoteAt(source, closer, source.charAt(at)));
        at = closer + 1;
      }
      continue;
    }
    spend(3);
    const kind = kindOf(character);
    if (kind === "quote") {
      const parts = quotedParts(source, at);
      for (const part of parts) found.push(part);
      at = behind(parts, at + character.length);
    } else if (kind === "dash") {
      const part = dashesAt(source, at);
      found.push(part);
      at = part.checked === "--" ? lineEnd(source, at) : part.end;
    } else {
      const part = runAt(source, at, kind);
      found.push(part);
      at = part.end;
    }
  }
  return found;
}

function behind(parts: readonly Foreign[], least: number): number {
  return Math.max(least, parts.at(-1)?.end ?? 0);
}

/** Neighbours of one kind. */
function runAt(source: string, start: number, kind: CharacterKind): Foreign {
  const characters: string[] = [];
  let end = start;
  while (end < source.length) {
    spend(0.3);
    const character = String.fromCodePoint(source.codePointAt(end) ?? 0);
    if (!FOREIGN.test(character) || kindOf(character) !== kind) break;
    characters.push(character);
    end += character.length;
  }
  const [character = ""] = characters;
  const part = (meant: string | null, checked = meant ?? "_") => ({
    start,
    end,
    kind,
    character,
    meant,
    checked,
  });
  switch (kind) {
    case "space":
      return part(" ");
    case "line break":
      return part("\n", " ");
    case "invisible":
      return part(joins(source, start, end) ? " " : "");
    case "letter": {
      const letters = characters.map(asciiFor);
      const known = letters.every((letter) => letter !== null);
      return known ? part(letters.join("")) : part(null, characters.map(placeholder).join(""));
    }
    default: {
      const signs = characters.map(asciiFor);
      return signs.every((sign) => sign !== null)
        ? part(spaced(source, start, end, signs.join("")))
        : part(null, " ");
    }
  }
}

/** Replaces a letter without a Latin lookalike: a different one each time, so names stay distinct. */
function placeholder(letter: string): string {
  return `u${(letter.codePointAt(0) ?? 0).toString(16)}`;
}

/** `local​x`: what cannot be seen is between two words. Inside one word it is too much. */
function joins(source: string, start: number, end: number): boolean {
  const left = /[A-Za-z0-9_]+$/.exec(source.slice(Math.max(0, start - 40), start))?.[0];
  if (left === undefined || !WORD.test(source.charAt(end))) return false;
  const right = /^[A-Za-z0-9_]+/.exec(source.slice(end, end + 40))?.[0] ?? "";
  const isKeyword = (word: string) => tokenAt(word, 0).kind === "keyword";
  return isKeyword(left) || isKeyword(right);
}

/** A word such as `not ` keeps its distance from what precedes it. */
function spaced(source: string, start: number, end: number, text: string): string {
  const before = /^\w/.test(text) && WORD.test(source.charAt(start - 1)) ? " " : "";
  const after = /\w$/.test(text) && WORD.test(source.charAt(end)) ? " " : "";
  return before + text + after;
}

/** Dashes: a minus, or the two hyphens of a comment that a word processor joined. */
function dashesAt(source: string, start: number): Foreign {
  let end = start;
  while (end < source.length && (source[end] === "-" || kindOf(source.charAt(end)) === "dash")) end++;
  let from = start;
  while (source[from - 1] === "-") from--;
  const character = source.charAt(start);
  const line = source.slice(source.lastIndexOf("\n", from - 1) + 1, from);
  const rest = source.slice(end, lineEnd(source, end));
  const prose = /^\s*\S*\p{L}\S*\s+\S*\p{L}/u.test(rest) && !/\b(?:and|or|then|do|not)\b|[=({]/.test(rest);
  const long = character === "—" || character === "―";
  const comment = end - from > 1 || line.trim() === "" || (long && prose);
  const text = comment ? "--" : "-";
  return { start: from, end, kind: "dash", character, meant: text, checked: text };
}

function quoteAt(source: string, start: number, text: string): Foreign {
  const character = source.charAt(start);
  return { start, end: start + 1, kind: "quote", character, meant: text, checked: text };
}

/** An opening curly quote, the one that closes it in the same line, and straight quotes between them. */
function quotedParts(source: string, start: number): Foreign[] {
  const opener = source.charAt(start);
  let straight = straightQuote(opener);
  const end = lineEnd(source, start);
  const closer = closerOf(source, start, end, straight);
  if (closer === null) return [quoteAt(source, start, straight)];
  const inner = source.slice(start + 1, closer);
  // The other kind of quote saves a backslash.
  if (inner.includes(straight)) {
    const other = straight === '"' ? "'" : '"';
    if (!inner.includes(other)) straight = other;
  }
  const quote = (at: number, text: string = straight) => ({ ...quoteAt(source, at, text), pair: start });
  const escapes: Foreign[] = [];
  for (let at = start + 1; at < closer; at++) {
    if (source[at] === "\\") at++;
    else if (source[at] === straight) escapes.push(quote(at, `\\${straight}`));
  }
  return [quote(start), ...escapes, quote(closer)];
}

/** Where a string in curly quotes ends: at the first closing quote that is not an apostrophe, or at a straight one. */
function closerOf(source: string, start: number, end: number, straight: string): number | null {
  let plain: number | null = null;
  const opens = /\p{Pi}/u.test(source.charAt(start));
  for (let at = start + 1; at < end; at++) {
    const character = source.charAt(at);
    spend(0.05);
    if (character === "\\") at++;
    else if (character === straight) plain ??= at;
    else if (
      FOREIGN.test(character) &&
      kindOf(character) === "quote" &&
      straightQuote(character) === straight
    ) {
      const apostrophe =
        straight === "'" && /\p{L}/u.test(source.charAt(at - 1)) && /\p{L}/u.test(source.charAt(at + 1));
      // `“a", “b"`: the next text begins here.
      if (plain !== null && opens && /\p{Pi}/u.test(character)) return plain;
      if (!apostrophe) return at;
    }
  }
  return plain;
}

/** Where `"text”` was closed with a curly quote: only if the line makes no sense otherwise. */
function curlyCloser(source: string, { start, end, text }: Token): number | null {
  const quote = text.charAt(0);
  if ((quote !== '"' && quote !== "'") || !FOREIGN.test(text)) return null;
  const curly = closerOf(source, start, end - 1, quote);
  if (curly === null || source.charAt(curly) === quote) return null;
  return endsOpen(source, start) ? curly : null;
}

/** Whether a string stays open at the end of its line, read from `start` on. */
function endsOpen(source: string, start: number): boolean {
  const line = source.slice(start, lineEnd(source, start));
  for (let at = 0; at < line.length; ) {
    const { kind, end, error } = tokenAt(line, at);
    if (kind === "string" && error !== undefined) return true;
    at = end;
  }
  return false;
}

function lineEnd(source: string, at: number): number {
  const found = source.indexOf("\n", at);
  const end = found < 0 ? source.length : found;
  spend((end - at) * 0.0002);
  return end;
}
