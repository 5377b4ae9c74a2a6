import { MASK } from "../show-token";
import { tokenFinder } from "./spellings";
import { quotedPrintable, unescaped } from "./unescaped";

/** Pieces of a token of at least this length are removed as well, because an echo may be cut short. */
const FRAGMENT = 12;

/**
 * Tokens that are not ours, or that came back changed, recognized by what precedes them. Repetitions are bounded: the text is
 * untrusted, and an unbounded one may exhaust the engine's stack.
 */
const NAMED: readonly RegExp[] = [
  // access_token=… in URLs and forms, also percent-encoded; Meta's paging links carry one.
  /(access_token(?:=|%(?:25){0,8}3D))(?:[^\s"'<>&#\\%]|%(?!(?:25){0,8}26)){1,4096}/gi,
  // "access_token":"…", also inside a JSON string
  /(access_token\\{0,8}["']\s{0,8}:\s{0,8}\\{0,8}["'])[^"'\\]{1,4096}/gi,
  // Bearer …; 16 characters, so that "Bearer of good news" in a message stays whole
  /(\bBearer(?:\s|%(?:25){0,8}20|\+){1,8})[\w.~+/=%|-]{16,4096}/gi,
];

/**
 * Removes a token from texts in the forms in which a server may echo it: as it is, URL-encoded, escaped for JSON or HTML (or several of
 * these at once), in pieces, and as `spellings.ts` finds it. Any token after `access_token=` or `Bearer` is removed too.
 * The token as it is never survives, whatever the text around it.
 *
 * @param token empty to remove only the latter.
 * @param echoes further texts that precede a token (`Authorization.echoes`).
 */
export function redactor(token: string, echoes: readonly RegExp[] = []): (text: string) => string {
  const named = [...NAMED, ...echoes];
  const withoutNamed = (text: string) => named.reduce((out, each) => out.replace(each, `$1${MASK}`), text);
  if (token === "") return withoutNamed;
  // A token may itself look escaped (%41): it is looked for with its escapes undone, as it comes back as it is, and without.
  const bare = new Set([unescaped(token).text, token.replaceAll("\\", "")]);
  const pieces = Array.from(bare, piecesOf);
  const find = tokenFinder(token);
  // A mask that shares a character with the token could form a new token with its neighbours. Removing always terminates.
  const mask = token.includes(MASK.charAt(0)) ? "" : MASK;
  return (text) => {
    const undone = unescaped(text);
    const found: Span[] = pieces.flatMap((each) => runsOfPieces(undone.text, each));
    for (const span of find(undone.text)) found.push(span);
    const spans: Span[] = found.map(([from, to]) => undone.span(from, to));
    for (const each of named) spans.push(...afterNames(text, each));
    for (const span of find(text)) spans.push(span);
    const decoded = quotedPrintable(text);
    if (decoded !== null) for (const [from, to] of find(decoded.text)) spans.push(decoded.span(from, to));
    let out = masked(text, spans);
    while (out.includes(token)) out = out.replaceAll(token, mask);
    return out;
  };
}

/** `redactor` for a single text. */
export function redact(text: string, token: string, echoes: readonly RegExp[] = []): string {
  return redactor(token, echoes)(text);
}

type Span = readonly [from: number, to: number];

/** The pattern's match without its first group. */
function afterNames(text: string, pattern: RegExp): Span[] {
  const spans: Span[] = [];
  text.replace(pattern, (whole: string, before: string, offset: number) => {
    spans.push([offset + before.length, offset + whole.length]);
    return "";
  });
  return spans;
}

/** A text with each stretch replaced by one mask; stretches may overlap. */
function masked(text: string, spans: readonly Span[]): string {
  let out = "";
  let kept = 0; // everything before it is in `out`
  for (const [from, to] of [...spans].sort(([a], [b]) => a - b)) {
    if (to <= kept) continue;
    if (from >= kept) out += text.slice(kept, from) + MASK;
    kept = to;
  }
  return out + text.slice(kept);
}

interface Pieces {
  readonly length: number;
  readonly all: ReadonlySet<string>;
}

/** Every stretch of `FRAGMENT` characters in a token, or the whole of a shorter one. */
function piecesOf(token: string): Pieces {
  const length = Math.min(FRAGMENT, token.length);
  const all = new Set<string>();
  if (length > 0)
    for (let at = 0; at + length <= token.length; at += 1) all.add(token.slice(at, at + length));
  return { length, all };
}

/** Where a text continues from piece to piece: whole tokens, and long parts of one. */
function runsOfPieces(text: string, { length, all }: Pieces): Span[] {
  const spans: Span[] = [];
  if (all.size === 0) return spans;
  for (let at = 0; at + length <= text.length; at += 1) {
    if (!all.has(text.slice(at, at + length))) continue;
    let to = at + length;
    while (to < text.length && all.has(text.slice(to - length + 1, to + 1))) to += 1;
    spans.push([at, to]);
    at = to - 1;
  }
  return spans;
}
