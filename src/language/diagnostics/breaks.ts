/** Where a script is unfinished, so other checks ignore half-written parts and continue with the rest. */
import { firstIndex } from "../../shared/first-index";
import { memoized } from "../../shared/memoized";
import type { Analysis } from "../analysis";
import { type FunctionCall, functionCall } from "../api-call";
import { indentAt, startsLine } from "../lines";
import type { MemberExpression, ParsedScript, Range, Statement } from "../parse/ast";
import { nodes } from "../parse/walk";

export interface Breaks {
  /** Whether there is no syntax error in the range or right at its end. */
  intact(range: Range): boolean;
  /** Whether a syntax error precedes on the same line: what was read after it is a guess. */
  behind(offset: number): boolean;
  /** Whether a syntax error follows immediately: more text may come. */
  brokenOff(range: Range): boolean;
  /** The same, with the error on the same line. */
  beingTyped(range: Range): boolean;
  /** Offsets of names that count as globals only because the text before them is broken. */
  readonly misread: ReadonlySet<number>;
  /** Those names. */
  readonly misreadNames: ReadonlySet<string>;
}

export const breaksOf = memoized((script: ParsedScript): Breaks => {
  const { errors, source } = script;
  // Errors are sorted.
  const firstError = (from: number) => firstIndex(errors.length, (at) => (errors[at]?.start ?? 0) >= from);
  const intact = ({ start, end }: Range) => (errors[firstError(start)]?.start ?? Infinity) > end;
  // A word that a line begins with ends what is unfinished in front of it: from there it is read as it stands.
  const torn = errors
    .filter(({ start }) => !/\w/.test(source.charAt(start)) || !startsLine(script, start))
    .map(({ start }) => ({ start, end: lineEnd(source, start) }));
  const behind = (offset: number) => {
    const last = torn[firstIndex(torn.length, (at) => (torn[at]?.start ?? 0) > offset) - 1];
    return last !== undefined && offset <= last.end;
  };
  const brokenEnds = new Set(errors.map(({ start }) => backOver(source, start, /\s/)));
  const brokenOff = ({ end }: Range) => brokenEnds.has(end);
  const typedEnds = new Set(errors.map(({ start }) => backOver(source, start, /[ \t]/)));
  const beingTyped = ({ end }: Range) => typedEnds.has(end);
  const misread = new Set([...inBrokenDeclarations(script, intact), ...behindSurplusEnd(script)]);
  const misreadNames = new Set(
    script.globals.flatMap(({ start, text }) => (misread.has(start) ? [text] : [])),
  );
  return { intact, behind, brokenOff, beingTyped, misread, misreadNames };
});

/** Calls of catalog functions, except where the text is unfinished: there, what a check asks for may still come. */
export function finishedCalls(analysis: Analysis): FunctionCall[] {
  const { intact, behind } = breaksOf(analysis.script);
  return nodes(analysis.script).expressions.flatMap((node) => {
    if (node.kind !== "call" || !intact(node) || behind(node.start)) return [];
    return functionCall(node, analysis) ?? [];
  });
}

/** `result.` at the end of a line: Lua reads on to the next line's name, while this line's is still to be written. */
export function isDangling({ separator, name }: MemberExpression, { source }: ParsedScript): boolean {
  return source.slice(separator, name.start).includes("\n");
}

function backOver(source: string, from: number, what: RegExp): number {
  let at = from;
  while (at > 0 && what.test(source.charAt(at - 1))) at--;
  return at;
}

function lineEnd(source: string, offset: number): number {
  const length = /^[^\r\n]*/.exec(source.slice(offset))?.[0].length ?? 0;
  return offset + length;
}

/** `local r = wa.` with `print(r)` on the next line, which Lua reads as part of the value: `r` is not declared there yet. */
function inBrokenDeclarations(script: ParsedScript, intact: Breaks["intact"]): number[] {
  const { globals, source } = script;
  return nodes(script).statements.flatMap((node) => {
    if (node.kind !== "local") return [];
    const space = /^\s*/.exec(source.slice(node.end, node.end + 1000))?.[0].length ?? 0;
    if (intact({ start: node.start, end: node.end + space }) && !isSplit(node, script)) return [];
    const names = new Set(node.bindings.map(({ text }) => text));
    const globalAt = (from: number) => firstIndex(globals.length, (at) => (globals[at]?.start ?? 0) >= from);
    return globals
      .slice(globalAt(node.start), globalAt(node.end))
      .filter(({ text }) => names.has(text))
      .map(({ start }) => start);
  });
}

/** The first line ends in the middle of the value, and the second is not indented more. */
function isSplit({ start, end }: Statement, script: ParsedScript): boolean {
  const text = script.source.slice(start, end);
  const first = /^.*?(?:[-=+*/%^#&|~<>.:,]|\b(?:and|or|not))[ \t]*\r?\n[ \t]*(?=\S)/.exec(text);
  if (first === null) return false;
  const next = start + first[0].length;
  return indentAt(script, next).length <= indentAt(script, start).length;
}

/** A surplus `end` closes a function too early: the names after it still mean the function's locals. */
function behindSurplusEnd({ errors, globals, bindings, source }: ParsedScript): number[] {
  const last = errors.findLast(({ message }) => message.startsWith("<eof> expected near 'end'"));
  if (last === undefined) return [];
  const closed = new Map<string, number>();
  for (const { text, visibleTo } of bindings)
    if (visibleTo < source.length) closed.set(text, Math.min(visibleTo, closed.get(text) ?? visibleTo));
  return globals
    .filter(({ start, text }) => start < last.start && (closed.get(text) ?? Infinity) <= start)
    .map(({ start }) => start);
}
