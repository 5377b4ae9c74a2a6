/** Sets of characters that Perl's patterns know by name and JavaScript's do not, as ranges of code points. */
type Range = readonly [from: number, to: number];

const LAST = 0x10ffff;

const POSIX: Readonly<Record<string, readonly Range[]>> = {
  alpha: ranges("A-Za-z"),
  digit: ranges("0-9"),
  alnum: ranges("0-9A-Za-z"),
  upper: ranges("A-Z"),
  lower: ranges("a-z"),
  space: ranges("\t-\r "),
  blank: ranges("\t "),
  punct: ranges("!-/:-@[-`{-~"),
  print: ranges(" -~"),
  graph: ranges("!-~"),
  cntrl: ranges("\0-\x1f\x7f"),
  xdigit: ranges("0-9A-Fa-f"),
  word: ranges("0-9A-Z_a-z"),
  ascii: ranges("\0-\x7f"),
};

/** Perl's \h and \v (pcre2pattern(3), "Generic character types"). */
const HORIZONTAL = ranges("\t \xa0\u1680\u180e\u2000-\u200a\u202f\u205f\u3000");
const VERTICAL = ranges("\n-\r\x85\u2028-\u2029");

/** The inside of a class for `[:name:]`, or for all others if `negated`. `undefined` if there is no such name. */
export function posixClass(name: string, negated: boolean): string | undefined {
  const ranges = Object.hasOwn(POSIX, name) ? POSIX[name] : undefined;
  return ranges && inside(negated ? others(ranges) : ranges);
}

/**
 * The inside of a class for an escape that means many characters (`d`, `W`, `h`, …). `undefined` for any other letter,
 * `null` if JavaScript cannot write it inside a class. With `unicode`, \d \w \s use Unicode properties, as PHP's u flag does.
 */
export function escapeClass(letter: string, unicode: boolean): string | null | undefined {
  switch (letter) {
    case "d":
      return unicode ? "\\p{Nd}" : "0-9";
    case "D":
      return unicode ? "\\P{Nd}" : "\\D";
    case "w":
      return unicode ? "\\p{L}\\p{N}\\p{M}\\p{Pc}" : "0-9A-Z_a-z";
    case "W":
      return unicode ? null : "\\W";
    case "s":
      return unicode ? "\\s" : inside(POSIX.space ?? []);
    case "S":
      return unicode ? "\\S" : inside(others(POSIX.space ?? []));
    case "h":
      return inside(HORIZONTAL);
    case "H":
      return inside(others(HORIZONTAL));
    case "v":
      return inside(VERTICAL);
    case "V":
      return inside(others(VERTICAL));
    default:
      return undefined;
  }
}

/** Reads what is between the brackets of a class: characters, and ranges of them. */
function ranges(text: string): readonly Range[] {
  return Array.from(
    text.matchAll(/(.)(?:-(.))?/gs),
    ([, from = "", to = from]): Range => [from.charCodeAt(0), to.charCodeAt(0)],
  );
}

function others(ranges: readonly Range[]): Range[] {
  const result: Range[] = [];
  let from = 0;
  for (const [start, end] of [...ranges].sort((a, b) => a[0] - b[0])) {
    if (start > from) result.push([from, start - 1]);
    from = end + 1;
  }
  if (from <= LAST) result.push([from, LAST]);
  return result;
}

function inside(ranges: readonly Range[]): string {
  return ranges.map(([from, to]) => (from === to ? code(from) : `${code(from)}-${code(to)}`)).join("");
}

/** A code point in a form that is valid anywhere in a JavaScript pattern with the u flag. */
export function code(point: number): string {
  return `\\u{${point.toString(16)}}`;
}
