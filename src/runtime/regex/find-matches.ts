import { compilePattern, type Program } from "./compile";
import { PatternError, splitPattern } from "./delimiters";
import { callBudget, execute, RunawayPattern } from "./execute";
import type { ParsedPattern } from "./nodes";
import { parsePattern } from "./parse";

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
const compiled = new Map<string, CompiledPattern>();

interface CompiledPattern extends ParsedPattern {
  readonly program: Program;
}

/**
 * Matches of a Perl-style pattern in a subject, at most `limit` (negative: all). None if the pattern backtracks too long, as
 * on the host. Throws `PatternError` for a pattern that cannot be used.
 */
export function findMatches(subject: string, pattern: string, limit: number): Matches {
  const { program, names, groups, anchored } = compile(pattern);
  const none = { names, groups: 0, matches: [] };
  const offset = byteOffsets(subject);
  const matches: Span[][] = [];
  const budget = callBudget(subject);
  let from = 0;
  try {
    while (limit < 0 || matches.length < limit) {
      const found = execute(program, subject, from, anchored, budget);
      if (found === null) break;
      matches.push(spansOf(found, groups, offset));
      const [begin = 0, end = 0] = found;
      from = end;
      if (begin !== end) continue;
      // Past one whole character, as PCRE does.
      const point = subject.codePointAt(end);
      if (point === undefined) break;
      from += point > 0xffff ? 2 : 1;
    }
  } catch (problem) {
    if (problem instanceof RunawayPattern) return none;
    throw problem;
  }
  return matches.length === 0 ? none : { names, groups: groups + 1, matches };
}

function spansOf(found: readonly number[], groups: number, offset: (index: number) => number): Span[] {
  return Array.from({ length: groups + 1 }, (_, group): Span => {
    const [begin = -1, end = -1] = [found[group * 2], found[group * 2 + 1]];
    return end < 0 ? null : [offset(begin) + 1, offset(end)];
  });
}

function compile(pattern: string): CompiledPattern {
  const known = compiled.get(pattern);
  if (known) return known;
  if (pattern === "") throw new PatternError("the pattern is empty");
  const parsed = parsePattern(splitPattern(pattern));
  const made = { ...parsed, program: compilePattern(parsed) };
  if (compiled.size >= MAX_CACHED) compiled.clear();
  compiled.set(pattern, made);
  return made;
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
