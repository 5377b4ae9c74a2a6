import { catalog } from "../../../src/integrations";
import { seedWorld, worldData } from "../../../src/integrations/whatsapp/simulator";
import type { LanguageContext } from "../../../src/language/context";
import { loadEditorHelp } from "../../../src/language/context";
import type { Diagnostic, Fix } from "../../../src/language/diagnostics/diagnostic";
import { diagnostics } from "../../../src/language/diagnostics/diagnostics";

/** The catalog of the playground, with the accounts of mock mode. */
export const context: LanguageContext = {
  catalog,
  help: await loadEditorHelp(catalog),
  accounts: () => ["default", "support", "sales"],
};

/** Takes the caret `|` out of a snippet: the text and where the caret stood. */
export function caret(marked: string): { readonly source: string; readonly offset: number } {
  const offset = marked.indexOf("|");
  if (offset < 0) throw new Error(`no caret in ${marked}`);
  return { source: marked.slice(0, offset) + marked.slice(offset + 1), offset };
}

const shop = worldData(seedWorld());

/** The same, with the tea shop's templates and contacts to check against. */
export const shopContext: LanguageContext = { ...context, data: () => shop };

export interface Expected {
  readonly code: string;
  readonly start: number;
  readonly end: number;
}

/** Takes the marks `«code:text»` out of a snippet: the text, and what is to be marked in it. They may nest. */
export function marked(snippet: string): { readonly source: string; readonly expected: readonly Expected[] } {
  const expected: Expected[] = [];
  const open: { readonly code: string; readonly start: number }[] = [];
  let source = "";
  for (const part of snippet.match(/«[a-z-]+:|»|[^«»]+/g) ?? []) {
    if (part === "»") {
      const mark = open.pop();
      if (mark === undefined) throw new Error(`no mark to close in ${snippet}`);
      expected.push({ ...mark, end: source.length });
    } else if (part.startsWith("«")) open.push({ code: part.slice(1, -1), start: source.length });
    else source += part;
  }
  if (open.length > 0) throw new Error(`an open mark in ${snippet}`);
  return { source, expected: inOrder(expected) };
}

/** What is marked in a snippet's text: every error and warning, and the hints whose codes the snippet speaks of. */
export function found(snippet: string, world = shopContext): readonly Diagnostic[] {
  const { source, expected } = marked(snippet);
  const wanted = new Set(expected.map(({ code }) => code));
  return diagnostics(source, world).filter(({ severity, code }) => severity !== "hint" || wanted.has(code));
}

/** Everything marked in a snippet's text, hints on habits too; syntax errors only where the snippet speaks of some. */
export function everything(snippet: string): readonly Diagnostic[] {
  const { source, expected } = marked(snippet);
  const syntaxToo = expected.some(({ code }) => code === "syntax");
  return diagnostics(source, shopContext).filter(({ code }) => syntaxToo || code !== "syntax");
}

/** Marks as `code «text»`, for comparing. */
export function shown(source: string, marks: readonly Expected[]): string[] {
  return inOrder(marks).map(({ code, start, end }) => `${code} «${source.slice(start, end)}» at ${start}`);
}

function inOrder<T extends Expected>(marks: readonly T[]): T[] {
  return marks.toSorted((a, b) => a.start - b.start || a.end - b.end || a.code.localeCompare(b.code));
}

/** The text after a fix. */
export function mended(source: string, fix: Fix | undefined): string {
  if (fix === undefined) return "(no fix)";
  return fix.edits
    .toSorted((a, b) => b.start - a.start)
    .reduce((text, { start, end, text: put }) => text.slice(0, start) + put + text.slice(end), source);
}
