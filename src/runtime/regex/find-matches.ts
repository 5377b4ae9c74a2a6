import { PatternError, splitPattern } from "./delimiters";
import { translatePattern } from "./translate";

/** First and last byte of a group's text, from 1 as `string.sub` takes them. `null` if the group did not take part. */
type Span = readonly [first: number, last: number] | null;

export interface Matches {
  /** Names of groups with their numbers. */
  readonly names: readonly (readonly [name: string, group: number])[];
  readonly groups: number;
  /** By match, by group; group 0 is the whole match. */
  readonly matches: readonly (readonly Span[])[];
}

const MAX_CACHED = 200;
const compiled = new Map<string, RegExp>();

/**
 * Matches of a Perl-style pattern in a subject, at most `limit` (negative: all). Throws `PatternError` for a pattern that
 * cannot be used. Backtracking knows no bound here: the sandbox's time limit is the bound.
 */
export function findMatches(subject: string, pattern: string, limit: number): Matches {
  const expression = compile(pattern);
  const offset = byteOffsets(subject);
  const matches: Span[][] = [];
  const names: [string, number][] = [];
  expression.lastIndex = 0;
  while (limit < 0 || matches.length < limit) {
    const match = expression.exec(subject);
    if (!match?.indices) break;
    if (matches.length === 0) names.push(...groupNames(expression));
    matches.push(
      Array.from(
        match.indices,
        (span): Span => (span === undefined ? null : [offset(span[0]) + 1, offset(span[1])]),
      ),
    );
    if (match[0] !== "") continue;
    // Past one whole character, as PCRE does.
    const point = subject.codePointAt(expression.lastIndex);
    if (point === undefined) break;
    expression.lastIndex += point > 0xffff ? 2 : 1;
  }
  return { names, groups: matches[0]?.length ?? 0, matches };
}

function compile(pattern: string): RegExp {
  const known = compiled.get(pattern);
  if (known) return known;
  if (pattern === "") throw new PatternError("the pattern is empty");
  const made = translatePattern(splitPattern(pattern));
  if (compiled.size >= MAX_CACHED) compiled.clear();
  compiled.set(pattern, made);
  return made;
}

/** Names with numbers, read off the translated source, where a named group is always `(?<name>`. */
function groupNames(expression: RegExp): [string, number][] {
  const names: [string, number][] = [];
  let group = 0;
  for (const [opening, name] of expression.source.matchAll(
    /\\[\s\S]|\[(?:\\[\s\S]|[^\]\\])*\]|\((?!\?)|\(\?<(\w+)>/g,
  )) {
    if (!opening.startsWith("(")) continue;
    group++;
    if (name !== undefined) names.push([name, group]);
  }
  return names;
}

/** From an index into the subject to the number of UTF-8 bytes before it. */
function byteOffsets(subject: string): (index: number) => number {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII is asked for, control characters included
  if (/^[\x00-\x7f]*$/.test(subject)) return (index) => index;
  const offsets = new Uint32Array(subject.length + 1);
  let bytes = 0;
  for (let i = 0; i < subject.length; i++) {
    offsets[i] = bytes;
    const unit = subject.charCodeAt(i);
    // Each half of a surrogate pair counts for two of its four bytes.
    bytes += unit < 0x80 ? 1 : unit < 0x800 || (unit >= 0xd800 && unit <= 0xdfff) ? 2 : 3;
  }
  offsets[subject.length] = bytes;
  return (index) => offsets[index] ?? bytes;
}
