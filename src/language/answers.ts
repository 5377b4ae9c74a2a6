/** Every question the editor asks about a text, in one table: the worker answers from it, the page knows its types. */
import type { LanguageContext } from "./context";
import { ordinaryMarks } from "./diagnostics/checks";
import { folds } from "./folds";
import { formatScript } from "./format";
import type { Range } from "./parse/ast";
import { semanticTokens } from "./semantic-tokens";
import { runStyLua } from "./stylua";
import { outline, symbolAt } from "./symbols";
import { topicAt } from "./topic-at";
import { MOST_STEPS, withinSteps } from "./work";

/** An answer, or the message for a text that takes too much work. */
function bounded<T>(answer: () => T, otherwise: NoInfer<T>): T {
  return withinSteps(MOST_STEPS, answer, () => otherwise);
}

/** Questions about a caret read `at.start`, those about a stretch of text all of `at`. */
export const ANSWERS = {
  diagnostics: async (source: string, _at: Range, context: LanguageContext) => {
    const marks = ordinaryMarks(source, context);
    if (marks !== null) return marks;
    const { diagnostics } = await import("./mark-help");
    return diagnostics(source, context);
  },
  complete: async (source: string, at: Range, context: LanguageContext) => {
    const { complete } = await import("./caret-help");
    return bounded(() => complete(source, at.start, context), []);
  },
  hover: async (source: string, at: Range, context: LanguageContext) => {
    const { hover } = await import("./caret-help");
    return bounded(() => hover(source, at.start, context), null);
  },
  signature: async (source: string, at: Range, context: LanguageContext) => {
    const { signature } = await import("./caret-help");
    return bounded(() => signature(source, at.start, context), null);
  },
  symbol: (source: string, at: Range, { catalog }: LanguageContext) =>
    bounded(() => symbolAt(source, at.start, catalog), null),
  outline: (source: string) => bounded(() => outline(source), []),
  folds: (source: string) => bounded(() => folds(source), []),
  semanticTokens: (source: string, _at: Range, context: LanguageContext) =>
    bounded(() => semanticTokens(source, context), new Uint32Array()),
  /** `at.start`: the 1-based line of a run's error. */
  advice: async (source: string, at: Range, context: LanguageContext) => {
    const { adviceOn } = await import("./mark-help");
    return bounded(() => adviceOn(at.start, source, context), []);
  },
  topic: (source: string, at: Range, { catalog }: LanguageContext) =>
    bounded(() => topicAt(source, at.start, catalog), []),
  format: (source: string, at: Range) => formatScript(source, at, runStyLua),
};

export type Question = keyof typeof ANSWERS;

/** Answers by question. */
export type Answers = { readonly [Q in Question]: Awaited<ReturnType<(typeof ANSWERS)[Q]>> };
