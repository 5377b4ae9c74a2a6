/** Every question the editor asks about a text, in one table: the worker answers from it, the page knows its types. */
import { complete } from "./completion/complete";
import type { Completion } from "./completion/item";
import type { LanguageContext } from "./context";
import type { Diagnostic } from "./diagnostics/diagnostic";
import { diagnostics } from "./diagnostics/diagnostics";
import { type Fold, folds } from "./folds";
import { type FormatAnswer, formatScript } from "./format/format";
import { loadStyLua } from "./format/stylua";
import { type Hover, hover } from "./hover";
import { type InlayHint, inlayHints } from "./inlay-hints";
import type { Range } from "./parse/ast";
import { semanticTokens } from "./semantic-tokens";
import { type Signature, signature } from "./signature";
import { type OutlineEntry, outline, symbolAt, type VariableSymbol } from "./symbols";
import { topicAt } from "./topic-at";

/** What is answered, by question. */
export interface Answers {
  readonly diagnostics: readonly Diagnostic[];
  readonly complete: readonly Completion[];
  readonly hover: Hover | null;
  readonly signature: Signature | null;
  readonly symbol: VariableSymbol | null;
  readonly outline: readonly OutlineEntry[];
  readonly folds: readonly Fold[];
  readonly semanticTokens: Uint32Array;
  readonly inlayHints: readonly InlayHint[];
  /** Docs pages about the thing at a caret, best first. */
  readonly topic: readonly string[];
  /** `at` is what to format; the whole text when it spans it. */
  readonly format: FormatAnswer;
}

export type Question = keyof Answers;

type Answerer<Answer> = (source: string, at: Range, context: LanguageContext) => Answer | Promise<Answer>;

/** How each question is answered. Questions about a caret read `at.start`, those about a stretch of text all of `at`. */
export const ANSWERS: { readonly [Q in Question]: Answerer<Answers[Q]> } = {
  diagnostics: (source, _at, context) => diagnostics(source, context),
  complete: (source, at, context) => complete(source, at.start, context),
  hover: (source, at, context) => hover(source, at.start, context),
  signature: (source, at, context) => signature(source, at.start, context),
  symbol: (source, at, context) => symbolAt(source, at.start, context.catalog),
  outline: (source) => outline(source),
  folds: (source) => folds(source),
  semanticTokens: (source, _at, context) => semanticTokens(source, context),
  inlayHints: (source, at, context) => inlayHints(source, at, context),
  topic: (source, at, context) => topicAt(source, at.start, context.catalog),
  format: (source, at) => formatScript(source, at, loadStyLua),
};
