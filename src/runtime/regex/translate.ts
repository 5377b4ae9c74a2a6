import { messageOf } from "../../shared/message-of";
import { code, escapeClass, posixClass } from "./classes";
import { PatternError, type PatternParts } from "./delimiters";

const SUBJECT_START = "(?<![^])";
const SUBJECT_END = "(?![^])";
const BEFORE_LAST_BREAK = `(?=\\n?${SUBJECT_END})`;
const UNICODE_WORD = "[\\p{L}\\p{N}\\p{M}\\p{Pc}]";
const CONTROL: Readonly<Record<string, string>> = {
  n: "\\n",
  r: "\\r",
  t: "\\t",
  f: "\\f",
  e: code(27),
  a: code(7),
};

/**
 * A Perl-style pattern as a JavaScript one with the flags `dgu`, plus `i` and `y` where asked for. What differs between the two
 * is written out (`.`, `^`, `$`, `\s`, classes by name); what JavaScript cannot do throws `PatternError`, naming it.
 */
export function translatePattern({ body, flags }: PatternParts): RegExp {
  const inline = /^\(\?([imsxu]+)\)/.exec(body);
  const source = inline ? body.slice(inline[0].length) : body;
  const on = new Set(flags + (inline?.[1] ?? ""));
  const translated = new Translator(source, on).run();
  try {
    return new RegExp(translated, `dgu${on.has("i") ? "i" : ""}${on.has("A") ? "y" : ""}`);
  } catch (problem) {
    const why = messageOf(problem);
    throw new PatternError(why.replace(/^Invalid regular expression: \/[\s\S]*\/\w*: /, ""));
  }
}

class Translator {
  readonly #text: string;
  readonly #flags: ReadonlySet<string>;
  readonly #groups: number;
  #at = 0;
  #opened = 0;
  #out = "";

  constructor(text: string, flags: ReadonlySet<string>) {
    this.#text = text;
    this.#flags = flags;
    this.#groups = countGroups(text);
  }

  run(): string {
    while (this.#at < this.#text.length) this.#out += this.#next();
    return this.#out;
  }

  /** Consumes the text that matches `sticky` here. Returns `null` if nothing does. */
  #take(sticky: RegExp): RegExpExecArray | null {
    const found = new RegExp(sticky.source, "yu");
    found.lastIndex = this.#at;
    const match = found.exec(this.#text);
    if (match) this.#at += match[0].length;
    return match;
  }

  #next(): string {
    const extended = this.#flags.has("x");
    if (extended && this.#take(/\s+|#[^\n]*\n?/)) return "";
    if (this.#take(/\(\?#[^)]*\)/)) return "";
    const possessive = /^(?:[*+?]|\{\d+(?:,\d*)?\})\+/.exec(this.#text.slice(this.#at, this.#at + 40));
    if (possessive && this.#out !== "")
      throw new PatternError(`possessive quantifiers (${possessive[0]}) are not supported`);
    const quantifier = this.#take(/[*+?]\??|\{\d+(?:,\d*)?\}\??/);
    if (quantifier) return quantifier[0];
    const c = this.#take(/[\s\S]/)?.[0] ?? "";
    switch (c) {
      case "\\":
        return this.#escape();
      case "[":
        return this.#characterClass();
      case "(":
        return this.#group();
      case ".":
        return this.#flags.has("s") ? "[^]" : "[^\\n]";
      case "^":
        return this.#flags.has("m") ? `(?:${SUBJECT_START}|(?<=\\n)(?=[^]))` : SUBJECT_START;
      case "$":
        if (this.#flags.has("m")) return `(?=\\n|${SUBJECT_END})`;
        return this.#flags.has("D") ? SUBJECT_END : BEFORE_LAST_BREAK;
      case "{":
      case "}":
      case "]":
        return `\\${c}`;
      default:
        return c;
    }
  }

  #group(): string {
    const verb = this.#take(/\*[^)]*\)?/);
    if (verb) throw new PatternError(`verbs such as (${verb[0]} are not supported`);
    const named = this.#take(/\?P?<([A-Za-z_]\w*)>|\?'([A-Za-z_]\w*)'/);
    if (named) {
      this.#opened++;
      return `(?<${named[1] ?? named[2]}>`;
    }
    const same = this.#take(/\?P=(\w+)\)/);
    if (same) return `\\k<${same[1]}>`;
    const plain = this.#take(/\?(?::|=|!|<=|<!)/);
    if (plain) return `(${plain[0]}`;
    const other = this.#take(/\?(>|\||R|\(|P>|&|[+-]?\d|[imsxUJ^-]+[:)])/);
    if (other) throw new PatternError(unsupportedGroup(other[1] ?? ""));
    this.#opened++;
    return "(";
  }

  #escape(): string {
    const quoted = this.#take(/Q([\s\S]*?)(?:\\E|$)/);
    if (quoted) return [...(quoted[1] ?? "")].map((c) => code(c.codePointAt(0) ?? 0)).join("");
    if (this.#take(/E/)) return "";
    const point = this.#codePoint();
    if (point !== null) return code(point);
    const reference = this.#take(/([1-9]\d*)|g(?:\{(-?\d+)\}|(-?\d+))/);
    if (reference) return this.#numbered(Number(reference[1] ?? reference[2] ?? reference[3]));
    const name = this.#take(/[kg](?:\{(\w+)\}|<(\w+)>|'(\w+)')/);
    if (name) return `\\k<${name[1] ?? name[2] ?? name[3]}>`;
    const property = this.#property();
    if (property !== null) return property;
    const c = this.#take(/[\s\S]/)?.[0];
    if (c === undefined) throw new PatternError("the pattern ends in a single backslash");
    const unicode = this.#flags.has("u");
    const set = escapeClass(c, unicode);
    if (set === null) return `[^${UNICODE_WORD.slice(1)}`;
    if (set !== undefined) return `[${set}]`;
    if (Object.hasOwn(CONTROL, c)) return CONTROL[c] ?? "";
    switch (c) {
      case "A":
        return SUBJECT_START;
      case "z":
        return SUBJECT_END;
      case "Z":
        return BEFORE_LAST_BREAK;
      case "N":
        return "[^\\n]";
      case "R":
        return `(?:\\r\\n|[${escapeClass("v", false)}])`;
      case "b":
      case "B":
        return unicode ? wordBoundary(c) : `\\${c}`;
    }
    if (/[A-Za-z]/.test(c)) throw new PatternError(`\\${c} is not supported`);
    return code(c.codePointAt(0) ?? 0);
  }

  /** A character by number: \x41, \x{1F600}, \0, \o{101}, \cA. */
  #codePoint(): number | null {
    const hex = this.#take(/x(?:\{([0-9A-Fa-f]{1,6})\}|([0-9A-Fa-f]{1,2}))/);
    if (hex) return Number.parseInt(hex[1] ?? hex[2] ?? "", 16);
    const octal = this.#take(/(0[0-7]{0,2})|o\{([0-7]+)\}/);
    if (octal) return Number.parseInt(octal[1] ?? octal[2] ?? "", 8);
    const control = this.#take(/c([A-Za-z])/);
    return control ? (control[1] ?? "").toUpperCase().charCodeAt(0) ^ 64 : null;
  }

  #property(): string | null {
    const found = this.#take(/([pP])(?:\{(\^?)([\w&=]+)\}|([A-Z]))/);
    if (!found) return null;
    const negative = (found[1] === "P") !== (found[2] === "^");
    const name = found[3] ?? found[4] ?? "";
    const script = /^[A-Z][a-z]{2,}/.test(name) && name !== "Any" ? `Script=${name}` : name;
    return `\\${negative ? "P" : "p"}{${script}}`;
  }

  #numbered(given: number): string {
    const group = given < 0 ? this.#opened + 1 + given : given;
    if (group < 1 || group > this.#groups)
      throw new PatternError(`there is no group ${given} to refer back to`);
    // In a group, so that a digit after it is not read as part of the number.
    return `(?:\\${group})`;
  }

  #characterClass(): string {
    let out = this.#take(/\^/) ? "[^" : "[";
    let first = true;
    while (!this.#take(/\]/) || first) {
      if (this.#text[this.#at - 1] === "]" && first) this.#at--;
      if (this.#at >= this.#text.length) throw new PatternError("a character class [ is not closed");
      const from = this.#classItem(first);
      first = false;
      const range = from.single ? this.#take(/-(?!\])/) : null;
      if (!range) {
        out += from.text;
        continue;
      }
      const to = this.#classItem(false);
      out += to.single ? `${from.text}-${to.text}` : `${from.text}\\-${to.text}`;
    }
    return `${out}]`;
  }

  /** One character or set inside a class. */
  #classItem(first: boolean): { readonly text: string; readonly single: boolean } {
    const posix = this.#take(/\[:(\^?)(\w+):\]/);
    if (posix) {
      const set = posixClass(posix[2] ?? "", posix[1] === "^");
      if (set === undefined) throw new PatternError(`there is no class ${posix[0]}`);
      return { text: set, single: false };
    }
    if (!this.#take(/\\/)) {
      const c = this.#take(first ? /[\s\S]/ : /[^\]]/)?.[0];
      if (c === undefined) throw new PatternError("a character class [ is not closed");
      return { text: code(c.codePointAt(0) ?? 0), single: true };
    }
    const point = this.#codePoint();
    if (point !== null) return { text: code(point), single: true };
    const property = this.#property();
    if (property !== null) return { text: property, single: false };
    const c = this.#take(/[\s\S]/)?.[0];
    if (c === undefined) throw new PatternError("a character class [ is not closed");
    const set = escapeClass(c, this.#flags.has("u"));
    if (set === null) throw new PatternError(`\\${c} inside [ ] is not supported together with the flag u`);
    if (set !== undefined) return { text: set, single: false };
    if (c === "b") return { text: code(8), single: true };
    if (Object.hasOwn(CONTROL, c)) return { text: CONTROL[c] ?? "", single: true };
    if (/[A-Za-z]/.test(c)) throw new PatternError(`\\${c} inside [ ] is not supported`);
    return { text: code(c.codePointAt(0) ?? 0), single: true };
  }
}

function wordBoundary(letter: "b" | "B"): string {
  const [behind, ahead] = [`(?<=${UNICODE_WORD})`, `(?=${UNICODE_WORD})`];
  const [notBehind, notAhead] = [`(?<!${UNICODE_WORD})`, `(?!${UNICODE_WORD})`];
  return letter === "b"
    ? `(?:${behind}${notAhead}|${notBehind}${ahead})`
    : `(?:${behind}${ahead}|${notBehind}${notAhead})`;
}

function countGroups(text: string): number {
  const stripped = text.replace(
    /\\Q[\s\S]*?(?:\\E|$)|\\[\s\S]|\[\^?\]?(?:\[:\^?\w+:\]|\\[\s\S]|[^\]\\])*\]/g,
    "",
  );
  return stripped.match(/\((?!\?)|\(\?(?:P?<(?![=!])|')/g)?.length ?? 0;
}

function unsupportedGroup(kind: string): string {
  if (kind === ">") return "atomic groups (?>...) are not supported";
  if (kind === "|") return "branch reset groups (?|...) are not supported";
  if (kind === "(") return "conditional groups (?(...)...) are not supported";
  if (/^[imsxUJ^-]/.test(kind) && !/^-?\d/.test(kind))
    return `inline flags (?${kind} are supported only as (?imsx) at the start of the pattern`;
  return `recursion (?${kind}...) is not supported`;
}
