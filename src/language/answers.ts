/** Every question the editor asks about a text, in one table: the worker answers from it, the page knows its types. */
import { adviceOn } from "./advice";
import type { LanguageContext } from "./context";
import { diagnostics } from "./diagnostics/diagnostics";
import { folds } from "./folds";
import { formatScript } from "./format";
import type { Range } from "./parse/ast";
import { semanticTokens } from "./semantic-tokens";
import { runStyLua } from "./stylua";
import { outline, symbolAt } from "./symbols";
import { topicAt } from "./topic-at";

/** Questions about a caret read `at.start`, those about a stretch of text all of `at`. */
export const ANSWERS = {
  diagnostics: (source: string, _at: Range, context: LanguageContext) => diagnostics(source, context),
  // Loaded when they are first asked for: the marks do not wait for them.
  complete: async (source: string, at: Range, context: LanguageContext) =>
    (await import("./completion/complete")).complete(source, at.start, context),
  hover: async (source: string, at: Range, context: LanguageContext) =>
    (await import("./hover")).hover(source, at.start, context),
  signature: async (source: string, at: Range, context: LanguageContext) =>
    (await import("./signature")).signature(source, at.start, context),
  symbol: (source: string, at: Range, { catalog }: LanguageContext) => symbolAt(source, at.start, catalog),
  outline: (source: string) => outline(source),
  folds: (source: string) => folds(source),
  semanticTokens: (source: string, _at: Range, context: LanguageContext) => semanticTokens(source, context),
  /** About an error of a run; `at.start` is its 1-based line. */
  advice: (source: string, at: Range, context: LanguageContext) =>
    adviceOn({ message: "", line: at.start }, source, context),
  topic: (source: string, at: Range, { catalog }: LanguageContext) => topicAt(source, at.start, catalog),
  format: (source: string, at: Range) => formatScript(source, at, runStyLua),
};

export type Question = keyof typeof ANSWERS;

/** What is answered, by question. */
export type Answers = { readonly [Q in Question]: Awaited<ReturnType<(typeof ANSWERS)[Q]>> };
