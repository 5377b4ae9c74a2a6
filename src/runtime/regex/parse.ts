import { code, escapeClass, posixClass } from "./classes";
import { PatternError, type PatternParts } from "./delimiters";
import {
  EMPTY_NODE,
  fixedLength,
  type GroupName,
  type ParsedPattern,
  type PlaceTest,
  type PointTest,
  type RegexNode,
} from "./nodes";

const CONTROL: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, f: 12, e: 27, a: 7 };
const WORD = "0-9A-Z_a-z";
const UNICODE_WORD = "\\p{L}\\p{N}\\p{M}\\p{Pc}";
/** Groups in groups, as PCRE limits them, and quantifiers behind each other. */
const DEEPEST = 250;
const MOST_QUANTIFIERS = 10;
/** Most that `{n}` may ask for, as in PCRE. */
const MOST_REPEATS = 65_535;

/** Parses a pattern as PCRE reads it. What is not supported throws a `PatternError` that names it. */
export function parsePattern({ body, flags }: PatternParts): ParsedPattern {
  const parser = new Parser(body, flags);
  return { ...parser.run(), anchored: flags.includes("A") };
}

class Parser {
  readonly #text: string;
  readonly #unicode: boolean;
  readonly #dollarEnd: boolean;
  readonly #names: [string, number][] = [];
  readonly #mentioned: GroupName[] = [];
  #flags: ReadonlySet<string>;
  #at = 0;
  #opened = 0;
  #depth = 0;

  constructor(text: string, flags: string) {
    this.#text = text;
    this.#flags = new Set(flags);
    this.#unicode = flags.includes("u");
    this.#dollarEnd = flags.includes("D");
  }

  run(): Omit<ParsedPattern, "anchored"> {
    const root = this.#choice();
    if (this.#at < this.#text.length) throw new PatternError("a ) closes no group");
    for (const group of this.#mentioned) {
      const known = typeof group === "number" ? group <= this.#opened : this.#numberOf(group) !== undefined;
      if (!known) throw new PatternError(`there is no group ${group} to refer to`);
    }
    return { root, groups: this.#opened, names: this.#names };
  }

  /** Consumes the text that matches `sticky` here. Returns `null` if nothing does. */
  #take(sticky: RegExp): RegExpExecArray | null {
    const found = new RegExp(sticky.source, "yu");
    found.lastIndex = this.#at;
    const match = found.exec(this.#text);
    if (match) this.#at += match[0].length;
    return match;
  }

  #numberOf(name: string): number | undefined {
    return this.#names.find(([known]) => known === name)?.[1];
  }

  #mention(group: GroupName): GroupName {
    this.#mentioned.push(group);
    return group;
  }

  /** Alternatives up to the end of the group. Flags that are set in one hold for those after it, and end with the group. */
  #choice(resets = false): RegexNode {
    if (++this.#depth > DEEPEST) throw new PatternError(`groups are nested deeper than ${DEEPEST} levels`);
    const outer = this.#flags;
    const before = this.#opened;
    let most = before;
    const options: RegexNode[] = [];
    do {
      if (resets) this.#opened = before;
      options.push(this.#sequence());
      most = Math.max(most, this.#opened);
    } while (this.#take(/\|/));
    this.#opened = most;
    this.#flags = outer;
    this.#depth--;
    const [only = EMPTY_NODE] = options;
    return options.length === 1 ? only : { kind: "choice", options };
  }

  #sequence(): RegexNode {
    const items: RegexNode[] = [];
    while (this.#at < this.#text.length && !/[|)]/.test(this.#text[this.#at] ?? "")) {
      if (this.#skipIgnored()) continue;
      const item = this.#atom();
      if (item !== null) items.push(this.#quantified(item));
    }
    return { kind: "sequence", items };
  }

  /** Comments, and blanks under the flag x. */
  #skipIgnored(): boolean {
    if (this.#flags.has("x") && this.#take(/\s+|#[^\n]*\n?/)) return true;
    if (!this.#take(/\(\?#/)) return false;
    if (!this.#take(/[^)]*\)/)) throw new PatternError("a comment (?# is not closed");
    return true;
  }

  #quantified(item: RegexNode): RegexNode {
    let node = item;
    for (let count = 0; ; count++) {
      if (count > MOST_QUANTIFIERS) throw new PatternError("too many quantifiers follow each other");
      while (this.#skipIgnored());
      const found = this.#take(/([*+?])|\{(\d+)(,?)(\d*)\}/);
      if (!found) return node;
      const [, sign, from, comma, to] = found;
      const least = sign === undefined ? Number(from) : sign === "+" ? 1 : 0;
      const open = sign === "*" || sign === "+" || (comma !== "" && to === "");
      const upper = sign === "?" ? 1 : comma === "" ? least : Number(to);
      const most = open ? Number.POSITIVE_INFINITY : upper;
      if (Math.max(least, open ? 0 : most) > MOST_REPEATS || most < least)
        throw new PatternError(`the numbers in ${found[0]} are too large or out of order`);
      const mode = this.#take(/[?+]/)?.[0];
      node = { kind: "repeat", body: node, least, most, lazy: mode === "?" };
      if (mode === "+") node = { kind: "atomic", body: node };
    }
  }

  /** The next element, or `null` for one that only changes flags. */
  #atom(): RegexNode | null {
    const quantifier = this.#take(/[*+?]/)?.[0];
    if (quantifier !== undefined) throw new PatternError(`there is nothing to repeat before ${quantifier}`);
    const c = this.#take(/[\s\S]/)?.[0] ?? "";
    switch (c) {
      case "\\":
        return this.#escape();
      case "[":
        return this.#set(this.#characterClass());
      case "(":
        return this.#group();
      case ".":
        return this.#flags.has("s") ? { kind: "point", test: () => true } : NOT_NEW_LINE;
      case "^":
        return place(this.#flags.has("m") ? atLineStart : atStart);
      case "$":
        if (this.#flags.has("m")) return place(atLineEnd);
        return place(this.#dollarEnd ? atEnd : beforeLastBreak);
      default:
        return this.#literal(c.codePointAt(0) ?? 0);
    }
  }

  #literal(point: number): RegexNode {
    if (this.#flags.has("i")) return this.#set(`[${code(point)}]`);
    return { kind: "point", test: (other) => other === point };
  }

  /** One character of a class as JavaScript writes it, under the flag u. */
  #set(source: string): RegexNode {
    return { kind: "point", test: pointTest(source, this.#flags.has("i")) };
  }

  #group(): RegexNode | null {
    const verb = this.#take(/\*[^)]*\)?/);
    if (verb) throw new PatternError(`verbs such as (${verb[0]} are not supported`);
    const named = this.#take(/\?P?<([A-Za-z_]\w*)>|\?'([A-Za-z_]\w*)'/);
    if (named) return this.#capture(named[1] ?? named[2]);
    const same = this.#take(/\?P=(\w+)\)/);
    if (same) return this.#reference(same[1] ?? "");
    const into = this.#take(/\?(?:R|([+-]?\d+)|&(\w+)|P>(\w+))\)/);
    if (into) return this.#recursion(into[1] ?? into[2] ?? into[3] ?? "0");
    if (this.#take(/\?\(/)) return this.#condition();
    const look = this.#take(/\?(<?)([=!])/);
    if (look) return this.#look(look[1] === "<", look[2] === "!");
    const flags = this.#take(/\?(\^?)([imsx]*)(?:-([imsx]*))?([:)])/);
    if (flags) return this.#flagged(flags);
    const plain = this.#take(/\?([|>])/);
    if (plain) {
      const body = this.#closed(this.#choice(plain[1] === "|"));
      return plain[1] === ">" ? { kind: "atomic", body } : body;
    }
    const other = this.#take(/\?[^)]{0,8}/);
    if (other) throw new PatternError(`groups that begin with (${other[0]} are not supported`);
    return this.#capture(undefined);
  }

  #capture(name: string | undefined): RegexNode {
    const number = ++this.#opened;
    if (name !== undefined) {
      const known = this.#numberOf(name);
      if (known !== undefined && known !== number) throw new PatternError(`two groups are named ${name}`);
      if (known === undefined) this.#names.push([name, number]);
    }
    return { kind: "group", number, body: this.#closed(this.#choice()) };
  }

  #closed<Node>(node: Node): Node {
    if (!this.#take(/\)/)) throw new PatternError("a group ( is not closed");
    return node;
  }

  /** `(?i)`, `(?i-s)`, `(?^)`, and the same with a colon for one group alone. */
  #flagged([, reset, on = "", off = "", end]: RegExpExecArray): RegexNode | null {
    const before = this.#flags;
    const flags = new Set(reset === "" ? before : [...before].filter((flag) => !"imsx".includes(flag)));
    for (const flag of on) flags.add(flag);
    for (const flag of off) flags.delete(flag);
    this.#flags = flags;
    if (end === ")") return null;
    const body = this.#closed(this.#choice());
    this.#flags = before;
    return body;
  }

  /** A look behind steps back by the length of each of its alternatives, which must be fixed, as in PCRE. */
  #look(behind: boolean, negative: boolean): RegexNode {
    const body = this.#closed(this.#choice());
    if (!behind) return { kind: "look", body, negative };
    const options = (body.kind === "choice" ? body.options : [body]).map((option): RegexNode => {
      const count = fixedLength(option);
      if (count === null) throw new PatternError("what (?<= or (?<! looks for must have a fixed length");
      return { kind: "sequence", items: [{ kind: "back", count }, option] };
    });
    return { kind: "look", body: { kind: "choice", options }, negative };
  }

  /** `(?(1)yes|no)`, `(?(<name>)…)`, `(?(?=…)…)`, `(?(DEFINE)…)`; `(?(` is consumed. */
  #condition(): RegexNode {
    const look = this.#take(/\?(<?)([=!])/);
    const test = look ? this.#look(look[1] === "<", look[2] === "!") : null;
    const group = look ? null : this.#take(/(?:([+-]?\d+)|<(\w+)>|'(\w+)'|(\w+))\)/);
    const defines = group?.[4] === "DEFINE";
    if (test === null && group === null) throw new PatternError("the condition of (?(…)…) is not supported");
    const first = group?.[4];
    if (first !== undefined && !defines && /^R(?:\d|&|$)/.test(first) && this.#numberOf(first) === undefined)
      throw new PatternError("conditions on recursion, (?(R)…), are not supported");
    const name = group?.[1] ?? group?.[2] ?? group?.[3] ?? first ?? "";
    const to = group === null || defines ? null : this.#mention(this.#relative(name));
    const body = this.#closed(this.#choice());
    const [yes = EMPTY_NODE, no = EMPTY_NODE, ...more] = body.kind === "choice" ? body.options : [body];
    if (more.length > 0) throw new PatternError("a condition has two branches at most");
    // Never taken: its groups are there to be called.
    if (defines) return { kind: "repeat", body: yes, least: 0, most: 0, lazy: false };
    if (to !== null) return { kind: "condition", group: to, yes, no };
    if (test?.kind !== "look") return EMPTY_NODE;
    const otherwise: RegexNode = { ...test, negative: !test.negative };
    const options = [
      [test, yes],
      [otherwise, no],
    ].map((items): RegexNode => ({ kind: "sequence", items }));
    return { kind: "choice", options };
  }

  #recursion(name: string): RegexNode {
    return { kind: "recursion", into: this.#mention(this.#relative(name)) };
  }

  #reference(name: string): RegexNode {
    const to = this.#mention(this.#relative(name));
    if (to === 0 || (typeof to === "number" && to < 0))
      throw new PatternError(`there is no group ${name} to refer to`);
    return { kind: "reference", to, ignoreCase: this.#flags.has("i") };
  }

  /** `-1` is the group that was opened last, `+1` the next one. */
  #relative(name: string): GroupName {
    if (!/^[+-]?\d+$/.test(name)) return name;
    if (name.startsWith("-")) {
      const number = this.#opened + 1 + Number(name);
      if (number < 1) throw new PatternError(`there is no group ${name} to refer to`);
      return number;
    }
    return name.startsWith("+") ? this.#opened + Number(name) : Number(name);
  }

  #escape(): RegexNode | null {
    const quoted = this.#take(/Q([\s\S]*?)(?:\\E|$)/);
    if (quoted) {
      const items = [...(quoted[1] ?? "")].map((c) => this.#literal(c.codePointAt(0) ?? 0));
      // A quantifier belongs to the last character.
      const last = items.pop();
      if (last === undefined) return null;
      return { kind: "sequence", items: [...items, this.#quantified(last)] };
    }
    if (this.#take(/E/)) return null;
    const point = this.#codePoint();
    if (point !== null) return this.#literal(point);
    const into = this.#take(/g(?:<([+-]?\w+)>|'([+-]?\w+)')/);
    if (into) return this.#recursion(into[1] ?? into[2] ?? "");
    const reference = this.#take(/([1-9]\d*)|g(?:\{([+-]?\w+)\}|([+-]?\d+))|k(?:\{(\w+)\}|<(\w+)>|'(\w+)')/);
    if (reference) return this.#reference(reference.slice(1).find((part) => part !== undefined) ?? "");
    const property = this.#property();
    if (property !== null) return this.#set(property);
    const c = this.#take(/[\s\S]/)?.[0];
    if (c === undefined) throw new PatternError("the pattern ends in a single backslash");
    const set = escapeClass(c, this.#unicode);
    if (set === null) return this.#set(`[^${UNICODE_WORD}]`);
    if (set !== undefined) return this.#set(`[${set}]`);
    const control = Object.hasOwn(CONTROL, c) ? CONTROL[c] : undefined;
    if (control !== undefined) return this.#literal(control);
    return this.#placeEscape(c) ?? this.#literal(c.codePointAt(0) ?? 0);
  }

  #placeEscape(c: string): RegexNode | null {
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
      case "B": {
        const isWord = pointTest(`[${this.#unicode ? UNICODE_WORD : WORD}]`, false);
        return place((subject, at) => atWordEdge(subject, at, isWord) === (c === "b"));
      }
    }
    if (/[A-Za-z]/.test(c)) throw new PatternError(`\\${c} is not supported`);
    return null;
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
    const set = escapeClass(c, this.#unicode);
    if (set === null) throw new PatternError(`\\${c} inside [ ] is not supported together with the flag u`);
    if (set !== undefined) return { text: set, single: false };
    if (c === "b") return { text: code(8), single: true };
    const control = Object.hasOwn(CONTROL, c) ? CONTROL[c] : undefined;
    if (control !== undefined) return { text: code(control), single: true };
    if (/[A-Za-z]/.test(c)) throw new PatternError(`\\${c} inside [ ] is not supported`);
    return { text: code(c.codePointAt(0) ?? 0), single: true };
  }
}

const NOT_NEW_LINE: RegexNode = { kind: "point", test: (point) => point !== 10 };

function place(test: PlaceTest): RegexNode {
  return { kind: "place", test };
}

const atStart: PlaceTest = (_, at) => at === 0;
const atEnd: PlaceTest = (subject, at) => at === subject.length;
const beforeLastBreak: PlaceTest = (subject, at) =>
  at === subject.length || (at === subject.length - 1 && subject[at] === "\n");
const atLineStart: PlaceTest = (subject, at) => at === 0 || (subject[at - 1] === "\n" && at < subject.length);
const atLineEnd: PlaceTest = (subject, at) => at === subject.length || subject[at] === "\n";

function atWordEdge(subject: string, at: number, isWord: PointTest): boolean {
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

/** The test of a JavaScript class, with its answers for ASCII remembered. */
function pointTest(source: string, ignoreCase: boolean): PointTest {
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
