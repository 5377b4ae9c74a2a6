/** The messages between page and language worker, which are both our own code, and the worker's answers. */
import type { Catalog } from "../../integrations/catalog";
import { messageOf } from "../../shared/message-of";
import { ANSWERS, type Answers, type Question } from "../answers";
import { type ContextData, contextOf, type LanguageContext, NOTHING } from "../context";
import type { Range } from "../parse/ast";

export type LanguageRequest =
  /** The text that the following questions are about. */
  | { readonly kind: "text"; readonly text: string }
  /** The current contents of the script's world. */
  | { readonly kind: "context"; readonly context: ContextData }
  | { readonly kind: "ask"; readonly id: number; readonly question: Question; readonly at: Range };

export type LanguageReply =
  /** The answer is under the question's name. */
  | { readonly kind: "answer"; readonly id: number; readonly answer: Partial<Answers> }
  /** The question could not be answered: a mistake in the analyser. */
  | { readonly kind: "failed"; readonly id: number; readonly reason: string };

/** The table, typed so that answers match their questions. */
const answerers: {
  readonly [Q in Question]: (
    source: string,
    at: Range,
    context: LanguageContext,
  ) => Answers[Q] | Promise<Answers[Q]>;
} = ANSWERS;

/**
 * The worker's side, without the worker: returns a function that takes a message. It answers each `ask` through `post`, about
 * the text and context received last. If a question makes the analyser throw, the answer is `failed`.
 */
export function serve(
  catalog: Catalog,
  help: Promise<LanguageContext["help"]>,
  post: (message: LanguageReply) => void,
): (message: LanguageRequest) => void {
  let text = "";
  let known = NOTHING;
  const answer = async <Q extends Question>(id: number, question: Q, at: Range): Promise<void> => {
    const [asked, data] = [text, known];
    try {
      const answer: Mutable<Partial<Answers>> = {};
      answer[question] = await answerers[question](asked, at, contextOf(catalog, await help, data));
      post({ kind: "answer", id, answer });
    } catch (error) {
      post({ kind: "failed", id, reason: messageOf(error) });
    }
  };
  return (message) => {
    if (message.kind === "text") text = message.text;
    else if (message.kind === "context") known = message.context;
    else void answer(message.id, message.question, message.at);
  };
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
