/** Single characters and sets of them, as patterns write them. */
import { code, escapeClass, posixClass } from "./classes";
import { PatternError } from "./delimiters";
import type { PointTest } from "./nodes";
import type { PatternReader } from "./reader";

const CONTROL: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, f: 12, e: 27, a: 7 };

/** The character that `\n`, `\t` and similar stand for. */
export function controlCharacter(letter: string): number | undefined {
  return Object.hasOwn(CONTROL, letter) ? CONTROL[letter] : undefined;
}

/** A character by number: \x41, \x{1F600}, \0, \o{101}, \cA. */
export function readCodePoint(reader: PatternReader): number | null {
  const hex = reader.take(/x(?:\{([0-9A-Fa-f]{1,6})\}|([0-9A-Fa-f]{1,2}))/);
  if (hex) return Number.parseInt(hex[1] ?? hex[2] ?? "", 16);
  const octal = reader.take(/(0[0-7]{0,2})|o\{([0-7]+)\}/);
  if (octal) return Number.parseInt(octal[1] ?? octal[2] ?? "", 8);
  const control = reader.take(/c([A-Za-z])/);
  return control ? (control[1] ?? "").toUpperCase().charCodeAt(0) ^ 64 : null;
}

/** `\p{…}` as JavaScript writes it; the backslash is consumed. */
export function readProperty(reader: PatternReader): string | null {
  const found = reader.take(/([pP])(?:\{(\^?)([\w&=]+)\}|([A-Z]))/);
  if (!found) return null;
  const negative = (found[1] === "P") !== (found[2] === "^");
  const name = found[3] ?? found[4] ?? "";
  const script = /^[A-Z][a-z]{2,}/.test(name) && name !== "Any" ? `Script=${name}` : name;
  return `\\${negative ? "P" : "p"}{${script}}`;
}

/** A class as JavaScript writes it; its `[` is consumed. */
export function readClass(reader: PatternReader, unicode: boolean): string {
  let out = reader.take(/\^/) ? "[^" : "[";
  let first = true;
  // A leading ] matches itself.
  while (first || !reader.take(/\]/)) {
    if (reader.isAtEnd) throw new PatternError("a character class [ is not closed");
    const from = readClassItem(reader, unicode, first);
    first = false;
    const range = from.single ? reader.take(/-(?!\])/) : null;
    if (!range) {
      out += from.text;
      continue;
    }
    const to = readClassItem(reader, unicode, false);
    out += to.single ? `${from.text}-${to.text}` : `${from.text}\\-${to.text}`;
  }
  return `${out}]`;
}

/** One character or set inside a class. */
function readClassItem(
  reader: PatternReader,
  unicode: boolean,
  first: boolean,
): { readonly text: string; readonly single: boolean } {
  const posix = reader.take(/\[:(\^?)(\w+):\]/);
  if (posix) {
    const set = posixClass(posix[2] ?? "", posix[1] === "^");
    if (set === undefined) throw new PatternError(`there is no class ${posix[0]}`);
    return { text: set, single: false };
  }
  if (!reader.take(/\\/)) {
    const c = reader.take(first ? /[\s\S]/ : /[^\]]/)?.[0];
    if (c === undefined) throw new PatternError("a character class [ is not closed");
    return { text: code(c.codePointAt(0) ?? 0), single: true };
  }
  const point = readCodePoint(reader);
  if (point !== null) return { text: code(point), single: true };
  const property = readProperty(reader);
  if (property !== null) return { text: property, single: false };
  const c = reader.take(/[\s\S]/)?.[0];
  if (c === undefined) throw new PatternError("a character class [ is not closed");
  const set = escapeClass(c, unicode);
  if (set === null) throw new PatternError(`\\${c} inside [ ] is not supported together with the flag u`);
  if (set !== undefined) return { text: set, single: false };
  if (c === "b") return { text: code(8), single: true };
  const control = controlCharacter(c);
  if (control !== undefined) return { text: code(control), single: true };
  if (/[A-Za-z]/.test(c)) throw new PatternError(`\\${c} inside [ ] is not supported`);
  return { text: code(c.codePointAt(0) ?? 0), single: true };
}

/** The test of a JavaScript class, with results for ASCII cached. */
export function pointTest(source: string, ignoreCase: boolean): PointTest {
  let expression: RegExp;
  try {
    expression = new RegExp(`^${source}$`, ignoreCase ? "iu" : "u");
  } catch {
    throw new PatternError(`the set ${source} cannot be used`);
  }
  const ascii = new Int8Array(128);
  return (point) => {
    if (point > 127) return expression.test(String.fromCodePoint(point));
    if (ascii[point] === 0) ascii[point] = expression.test(String.fromCharCode(point)) ? 1 : -1;
    return ascii[point] === 1;
  };
}
