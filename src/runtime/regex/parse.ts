import { controlCharacter, pointTest, readClass, readCodePoint, readProperty } from "./characters";
import { code, escapeClass } from "./classes";
import { PatternError, type PatternParts } from "./delimiters";
import { GroupNames } from "./group-names";
import { EMPTY_NODE, fixedLength, type ParsedPattern, type RegexNode } from "./nodes";
import {
  atEnd,
  atLineEnd,
  atLineStart,
  atStart,
  beforeLastBreak,
  escapedPlace,
  NOT_NEW_LINE,
  place,
  UNICODE_WORD,
} from "./places";
import { PatternReader } from "./reader";

/** Deepest nesting of groups, as in PCRE, and of stacked quantifiers. */
const DEEPEST = 250;
const MOST_QUANTIFIERS = 10;
/** Largest `n` in `{n}`, as in PCRE. */
const MOST_REPEATS = 65_535;

/** Parses a pattern as PCRE does. Throws a `PatternError` that names anything unsupported. */
export function parsePattern({ body, flags }: PatternParts): ParsedPattern {
  const parser = new Parser(body, flags);
  return { ...parser.run(), anchored: flags.includes("A") };
}

class Parser {
  readonly #reader: PatternReader;
  readonly #unicode: boolean;
  readonly #dollarEnd: boolean;
  readonly #groups = new GroupNames();
  #flags: ReadonlySet<string>;
  #depth = 0;

  constructor(text: string, flags: string) {
    this.#reader = new PatternReader(text);
    this.#flags = new Set(flags);
    this.#unicode = flags.includes("u");
    this.#dollarEnd = flags.includes("D");
  }

  run(): Omit<ParsedPattern, "anchored"> {
    const root = this.#choice();
    if (!this.#reader.isAtEnd) throw new PatternError("a ) closes no group");
    this.#groups.check();
    return { root, groups: this.#groups.opened, names: this.#groups.names };
  }

  /** Alternatives up to the end of the group. Flags set in one apply to those after it, and end with the group. */
  #choice(resets = false): RegexNode {
    if (++this.#depth > DEEPEST) throw new PatternError(`groups are nested deeper than ${DEEPEST} levels`);
    const outer = this.#flags;
    const before = this.#groups.opened;
    let most = before;
    const options: RegexNode[] = [];
    do {
      if (resets) this.#groups.opened = before;
      options.push(this.#sequence());
      most = Math.max(most, this.#groups.opened);
    } while (this.#reader.take(/\|/));
    this.#groups.opened = most;
    this.#flags = outer;
    this.#depth--;
    const [only = EMPTY_NODE] = options;
    return options.length === 1 ? only : { kind: "choice", options };
  }

  #sequence(): RegexNode {
    const items: RegexNode[] = [];
    while (!this.#reader.isAtEnd && !/[|)]/.test(this.#reader.next)) {
      if (this.#skipIgnored()) continue;
      const item = this.#atom();
      if (item !== null) items.push(this.#quantified(item));
    }
    return { kind: "sequence", items };
  }

  /** Skips comments, and whitespace under the flag x. */
  #skipIgnored(): boolean {
    if (this.#flags.has("x") && this.#reader.take(/\s+|#[^\n]*\n?/)) return true;
    if (!this.#reader.take(/\(\?#/)) return false;
    if (!this.#reader.take(/[^)]*\)/)) throw new PatternError("a comment (?# is not closed");
    return true;
  }

  #quantified(item: RegexNode): RegexNode {
    let node = item;
    for (let count = 0; ; count++) {
      if (count > MOST_QUANTIFIERS) throw new PatternError("too many quantifiers follow each other");
      while (this.#skipIgnored());
      const found = this.#reader.take(/([*+?])|\{(\d+)(,?)(\d*)\}/);
      if (!found) return node;
      const [, sign, from, comma, to] = found;
      const least = sign === undefined ? Number(from) : sign === "+" ? 1 : 0;
      const open = sign === "*" || sign === "+" || (comma !== "" && to === "");
      const upper = sign === "?" ? 1 : comma === "" ? least : Number(to);
      const most = open ? Number.POSITIVE_INFINITY : upper;
      if (Math.max(least, open ? 0 : most) > MOST_REPEATS || most < least)
        throw new PatternError(`the numbers in ${found[0]} are too large or out of order`);
      const mode = this.#reader.take(/[?+]/)?.[0];
      node = { kind: "repeat", body: node, least, most, lazy: mode === "?" };
      if (mode === "+") node = { kind: "atomic", body: node };
    }
  }

  /** The next element, or `null` for one that only changes flags. */
  #atom(): RegexNode | null {
    const quantifier = this.#reader.take(/[*+?]/)?.[0];
    if (quantifier !== undefined) throw new PatternError(`there is nothing to repeat before ${quantifier}`);
    const c = this.#reader.take(/[\s\S]/)?.[0] ?? "";
    switch (c) {
      case "\\":
        return this.#escape();
      case "[":
        return this.#set(readClass(this.#reader, this.#unicode));
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
    const verb = this.#reader.take(/\*[^)]*\)?/);
    if (verb) throw new PatternError(`verbs such as (${verb[0]} are not supported`);
    const named = this.#reader.take(/\?P?<([A-Za-z_]\w*)>|\?'([A-Za-z_]\w*)'/);
    if (named) return this.#capture(named[1] ?? named[2]);
    const same = this.#reader.take(/\?P=(\w+)\)/);
    if (same) return this.#reference(same[1] ?? "");
    const into = this.#reader.take(/\?(?:R|([+-]?\d+)|&(\w+)|P>(\w+))\)/);
    if (into) return this.#recursion(into[1] ?? into[2] ?? into[3] ?? "0");
    if (this.#reader.take(/\?\(/)) return this.#condition();
    const look = this.#reader.take(/\?(<?)([=!])/);
    if (look) return this.#look(look[1] === "<", look[2] === "!");
    const flags = this.#reader.take(/\?(\^?)([imsx]*)(?:-([imsx]*))?([:)])/);
    if (flags) return this.#flagged(flags);
    const plain = this.#reader.take(/\?([|>])/);
    if (plain) {
      const body = this.#closed(this.#choice(plain[1] === "|"));
      return plain[1] === ">" ? { kind: "atomic", body } : body;
    }
    const other = this.#reader.take(/\?[^)]{0,8}/);
    if (other) throw new PatternError(`groups that begin with (${other[0]} are not supported`);
    return this.#capture(undefined);
  }

  #capture(name: string | undefined): RegexNode {
    const number = this.#groups.open(name);
    return { kind: "group", number, body: this.#closed(this.#choice()) };
  }

  #closed<Node>(node: Node): Node {
    if (!this.#reader.take(/\)/)) throw new PatternError("a group ( is not closed");
    return node;
  }

  /** `(?i)`, `(?i-s)`, `(?^)`, and the same with a colon for a single group. */
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

  /** A lookbehind steps back by the length of each of its alternatives, which must be fixed, as in PCRE. */
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
    const look = this.#reader.take(/\?(<?)([=!])/);
    const test = look ? this.#look(look[1] === "<", look[2] === "!") : null;
    const group = look ? null : this.#reader.take(/(?:([+-]?\d+)|<(\w+)>|'(\w+)'|(\w+))\)/);
    const defines = group?.[4] === "DEFINE";
    if (test === null && group === null) throw new PatternError("the condition of (?(…)…) is not supported");
    const first = group?.[4];
    if (
      first !== undefined &&
      !defines &&
      /^R(?:\d|&|$)/.test(first) &&
      this.#groups.numberOf(first) === undefined
    )
      throw new PatternError("conditions on recursion, (?(R)…), are not supported");
    const name = group?.[1] ?? group?.[2] ?? group?.[3] ?? first ?? "";
    const to = group === null || defines ? null : this.#groups.mention(name);
    const body = this.#closed(this.#choice());
    const [yes = EMPTY_NODE, no = EMPTY_NODE, ...more] = body.kind === "choice" ? body.options : [body];
    if (more.length > 0) throw new PatternError("a condition has two branches at most");
    // Never taken: its groups only exist to be called.
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
    return { kind: "recursion", into: this.#groups.mention(name) };
  }

  #reference(name: string): RegexNode {
    const to = this.#groups.mention(name);
    if (to === 0 || (typeof to === "number" && to < 0))
      throw new PatternError(`there is no group ${name} to refer to`);
    return { kind: "reference", to, ignoreCase: this.#flags.has("i") };
  }

  #escape(): RegexNode | null {
    const quoted = this.#reader.take(/Q([\s\S]*?)(?:\\E|$)/);
    if (quoted) {
      const items = [...(quoted[1] ?? "")].map((c) => this.#literal(c.codePointAt(0) ?? 0));
      // A quantifier belongs to the last character.
      const last = items.pop();
      if (last === undefined) return null;
      return { kind: "sequence", items: [...items, this.#quantified(last)] };
    }
    if (this.#reader.take(/E/)) return null;
    const point = readCodePoint(this.#reader);
    if (point !== null) return this.#literal(point);
    const into = this.#reader.take(/g(?:<([+-]?\w+)>|'([+-]?\w+)')/);
    if (into) return this.#recursion(into[1] ?? into[2] ?? "");
    const reference = this.#reader.take(
      /([1-9]\d*)|g(?:\{([+-]?\w+)\}|([+-]?\d+))|k(?:\{(\w+)\}|<(\w+)>|'(\w+)')/,
    );
    if (reference) return this.#reference(reference.slice(1).find((part) => part !== undefined) ?? "");
    const property = readProperty(this.#reader);
    if (property !== null) return this.#set(property);
    const c = this.#reader.take(/[\s\S]/)?.[0];
    if (c === undefined) throw new PatternError("the pattern ends in a single backslash");
    const set = escapeClass(c, this.#unicode);
    if (set === null) return this.#set(`[^${UNICODE_WORD}]`);
    if (set !== undefined) return this.#set(`[${set}]`);
    const control = controlCharacter(c);
    if (control !== undefined) return this.#literal(control);
    return escapedPlace(c, this.#unicode) ?? this.#literal(c.codePointAt(0) ?? 0);
  }
}
