/** Scripts pasted with the Markdown around them: fences, and the prose before and after. */
import { lex } from "../lexer";
import type { Range } from "../parse/ast";

interface Line extends Range {
  /** The language of a fence, or `null` for other lines. */
  readonly fence: string | null;
}

const FENCE = /^[ \t>]*(?:`{3,}|~{3,})[ \t]*([\w+#.-]*)[^\n`]*$/;
/** What no text without fences has. */
const MAY_BE_FENCED = /^[ \t>]*(?:```|~~~)/m;

/**
 * Returns the ranges to remove so that only the code in Markdown fences is left: whole lines, in order. Empty if there are no
 * fences. Of several blocks, those in Lua are kept, or else those without a language.
 */
export function markdownAround(source: string): readonly Range[] {
  if (!MAY_BE_FENCED.test(source)) return [];
  const lines = linesOf(source);
  const texts = lex(source).filter(({ kind }) => kind === "string" || kind === "comment");
  const isText = (offset: number) => texts.some(({ start, end }) => start < offset && offset < end);
  const fences = lines.flatMap(({ fence, start }, at) => (fence === null || isText(start) ? [] : [at]));
  const [first, ...others] = fences;
  if (first === undefined) return [];
  const kept = new Set(codeLines(lines, first, others));
  const removed: { start: number; end: number }[] = [];
  for (const [at, { start, end }] of lines.entries()) {
    if (kept.has(at)) continue;
    const last = removed.at(-1);
    if (last?.end === start) last.end = end;
    else removed.push({ start, end });
  }
  return removed;
}

function linesOf(source: string): Line[] {
  return Array.from(source.matchAll(/[^\n]*(?:\n|$)/g), ({ 0: text, index }) => ({
    start: index,
    end: index + text.length,
    fence: FENCE.exec(text.trimEnd())?.[1] ?? null,
  })).filter(({ start, end }) => start < end);
}

/** Numbers of the lines that are code. */
function codeLines(lines: readonly Line[], first: number, others: readonly number[]): number[] {
  const between = (from: number, to: number) =>
    Array.from({ length: to - from - 1 }, (_, at) => from + 1 + at);
  if (others.length === 0) {
    // The other fence was not copied: the code is where more is.
    const above = between(-1, first).filter((at) => !isBlank(lines[at]));
    return above.length > 0 && lines[first]?.fence === "" ? between(-1, first) : between(first, lines.length);
  }
  const blocks: { readonly language: string; readonly lines: number[] }[] = [];
  const fences = [first, ...others];
  for (let at = 0; at < fences.length; at += 2) {
    const from = fences[at] ?? 0;
    blocks.push({
      language: (lines[from]?.fence ?? "").toLowerCase(),
      lines: between(from, fences[at + 1] ?? lines.length),
    });
  }
  const lua = blocks.filter(({ language }) => language === "lua");
  const plain = blocks.filter(({ language }) => language === "");
  return (lua.length > 0 ? lua : plain.length > 0 ? plain : blocks).flatMap((block) => block.lines);
}

function isBlank(line: Line | undefined): boolean {
  return line === undefined || line.start + 1 >= line.end;
}
