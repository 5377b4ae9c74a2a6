/** What the page and the language worker say to each other. Both are this app's own code. */
import type { Answers, Question } from "../answers";
import type { ContextData } from "../context-data";
import type { Range } from "../parse/ast";

export type ToWorker =
  /** The text that the questions behind it are about. */
  | { readonly kind: "text"; readonly text: string }
  /** What the script's world holds now. */
  | { readonly kind: "context"; readonly context: ContextData }
  | { readonly kind: "ask"; readonly id: number; readonly question: Question; readonly at: Range };

export type FromWorker =
  /** The answer stands under the question's name. */
  | { readonly kind: "answer"; readonly id: number; readonly answer: Partial<Answers> }
  /** The question could not be answered: a mistake in the analyser. */
  | { readonly kind: "failed"; readonly id: number; readonly reason: string };
