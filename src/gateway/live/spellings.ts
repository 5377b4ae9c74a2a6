/**
 * Finding a token by its letters and digits alone: whatever separates them (blanks, invisible characters, commas and quotes of
 * a list) and however each is written (hex, octal, base64, full-width, the token backwards).
 */

/** Letters and digits in a row that count as a piece of the token. */
const WINDOW = 12;

/** A text's letters and digits, in lower case, and where each comes from. */
interface Letters {
  readonly text: string;
  /** By letter, where its character begins. */
  readonly starts: Int32Array;
}

/** Where a text holds pieces of a token, from the first letter of each to behind the last. */
export type TokenFinder = (text: string) => (readonly [from: number, to: number])[];

/** Finds nothing of a short token: its few letters would be found everywhere. */
export function tokenFinder(token: string): TokenFinder {
  const windows = new Set<string>();
  for (const spelling of token.length < WINDOW ? [] : spellingsOf(token)) {
    const { text } = lettersOf(spelling);
    for (let at = 0; at + WINDOW <= text.length; at += 1) windows.add(text.slice(at, at + WINDOW));
  }
  const marks = new Uint8Array(1 << 18);
  for (const window of windows) marks[hashOf(window, 0)] = 1;
  return (text) => (windows.size === 0 ? [] : runsIn(lettersOf(text), text, windows, marks));
}

/** The token as a server may echo it, each character spelled the same way. */
function spellingsOf(token: string): readonly string[] {
  const bytes = new TextEncoder().encode(token);
  const each = (write: (byte: number) => string) => Array.from(bytes, write).join("");
  const hex = (byte: number) => byte.toString(16).padStart(2, "0");
  const cores = base64Cores(bytes);
  return [
    token,
    Array.from(token).reverse().join(""),
    each(hex),
    each((byte) => `x${hex(byte)}`),
    each((byte) => `0x${hex(byte)}`),
    each((byte) => `u${hex(byte)}`),
    each((byte) => `u00${hex(byte)}`),
    each((byte) => `u000000${hex(byte)}`),
    each(String),
    each((byte) => byte.toString(8).padStart(3, "0")),
    each((byte) => byte.toString(2).padStart(8, "0")),
    ...cores,
    ...cores.flatMap((core) => base64Cores(new TextEncoder().encode(core))),
  ];
}

/**
 * The base64 text of bytes, wherever they are in what was encoded. Three bytes become four characters, so there are three
 * alignments; the characters at either end, which also depend on a neighbour, are left out.
 */
function base64Cores(bytes: Uint8Array): string[] {
  return [0, 1, 2].map((offset) => {
    let shifted = "\0".repeat(offset);
    for (const byte of bytes) shifted += String.fromCharCode(byte);
    return btoa(shifted).slice(Math.ceil((offset * 8) / 6), Math.floor((shifted.length * 8) / 6));
  });
}

const folded = new Map<string, string>();

/** A character beyond ASCII as the letters it stands for: `Ａ` and `𝐀` are `a`, and an invisible one is nothing. */
function fold(character: string): string {
  const known = folded.get(character);
  if (known !== undefined) return known;
  const letters = character
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "");
  if (folded.size < 10_000) folded.set(character, letters);
  return letters;
}

function lettersOf(text: string): Letters {
  const parts: string[] = [];
  // A ligature stands for more letters than it has units, at most eighteen.
  let starts = new Int32Array(text.length + 32);
  let length = 0;
  let run = -1;
  const endRun = (to: number) => {
    if (run >= 0) parts.push(text.slice(run, to).toLowerCase());
    run = -1;
  };
  for (let at = 0; at < text.length; at += 1) {
    if (length + 32 > starts.length) {
      const longer = new Int32Array(starts.length * 2);
      longer.set(starts);
      starts = longer;
    }
    const unit = text.charCodeAt(at);
    if ((unit >= 48 && unit <= 57) || (unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122)) {
      if (run < 0) run = at;
      starts[length++] = at;
      continue;
    }
    endRun(at);
    if (unit < 128) continue;
    const character = String.fromCodePoint(text.codePointAt(at) ?? unit);
    const letters = fold(character);
    for (let i = 0; i < letters.length; i += 1) starts[length++] = at;
    if (letters !== "") parts.push(letters);
    at += character.length - 1;
  }
  endRun(text.length);
  return { text: parts.join(""), starts };
}

/** Where a text continues from window to window. A rolling hash keeps all but a few windows from being looked up. */
function runsIn(
  { text: letters, starts }: Letters,
  original: string,
  windows: ReadonlySet<string>,
  marks: Uint8Array,
): (readonly [number, number])[] {
  const spans: (readonly [number, number])[] = [];
  if (letters.length < WINDOW) return spans;
  let hash = hashOf(letters, 0);
  let open = -1;
  let last = -1;
  const close = () => {
    if (open < 0) return;
    const end = starts[last] ?? 0;
    spans.push([starts[open] ?? 0, end + String.fromCodePoint(original.codePointAt(end) ?? 0).length]);
    open = -1;
  };
  for (let at = 0; at + WINDOW <= letters.length; at += 1) {
    if (at > 0) hash = rolled(hash, letters.charCodeAt(at - 1), letters.charCodeAt(at + WINDOW - 1));
    if (marks[hash] === 1 && windows.has(letters.slice(at, at + WINDOW))) {
      if (open >= 0 && at > last) close();
      if (open < 0) open = at;
      last = at + WINDOW - 1;
    }
  }
  close();
  return spans;
}

const BASE = 31;
const MASK_18 = (1 << 18) - 1;
/** The weight of a window's first character. */
const TOP = Array.from({ length: WINDOW - 1 }).reduce<number>((top) => (top * BASE) & MASK_18, 1);

function hashOf(text: string, from: number): number {
  let hash = 0;
  for (let at = from; at < from + WINDOW; at += 1) hash = (hash * BASE + text.charCodeAt(at)) & MASK_18;
  return hash;
}

function rolled(hash: number, gone: number, next: number): number {
  return ((hash - gone * TOP) * BASE + next) & MASK_18;
}
