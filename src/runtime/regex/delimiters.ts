/** The parts of a Perl-style pattern: what is between the delimiters, and the flags after them. */
export interface PatternParts {
  readonly body: string;
  readonly flags: string;
}

/** A pattern that cannot be used. Scripts see the message. */
export class PatternError extends Error {}

const CLOSING: Readonly<Record<string, string>> = {
  "/": "/",
  "#": "#",
  "~": "~",
  "%": "%",
  "!": "!",
  "@": "@",
  "{": "}",
};

/**
 * Splits `/body/flags`, also with `#`, `~`, `%`, `!`, `@` or `{…}` as delimiters. Without delimiters
 * at both ends, the whole text is the pattern. Throws `PatternError` if letters after the closing delimiter are not flags
 * (pcre2pattern(3), PHP's pattern modifiers).
 */
export function splitPattern(pattern: string): PatternParts {
  const open = pattern[0] ?? "";
  const close = Object.hasOwn(CLOSING, open) ? CLOSING[open] : undefined;
  const end = close === undefined ? -1 : pattern.lastIndexOf(close);
  if (end <= 0 || isEscaped(pattern, end)) return { body: pattern, flags: "" };
  const flags = pattern.slice(end + 1);
  if (!/^[A-Za-z]*$/.test(flags)) return { body: pattern, flags: "" };
  const unknown = /[^imsxuAD]/.exec(flags)?.[0];
  if (unknown !== undefined)
    throw new PatternError(
      `the flag "${unknown}" is not supported here; supported are i, m, s, x, u, A and D`,
    );
  return { body: unescapeDelimiter(pattern.slice(1, end), open), flags };
}

function isEscaped(text: string, at: number): boolean {
  let slashes = 0;
  while (text[at - 1 - slashes] === "\\") slashes++;
  return slashes % 2 === 1;
}

/** `\#` between `#`s is a plain `#`, even where x would begin a comment. The others mean the same escaped. */
function unescapeDelimiter(body: string, open: string): string {
  return open === "#" ? body.replace(/\\([\s\S])/g, (all, c: string) => (c === "#" ? "\\x23" : all)) : body;
}
