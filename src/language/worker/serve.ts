import type { Catalog } from "../../integrations/catalog";
import { messageOf } from "../../shared/message-of";
import { ANSWERS, type Answers, type Question } from "../answers";
import type { LanguageContext } from "../context";
import { contextOf, NOTHING } from "../context-data";
import type { Range } from "../parse/ast";
import type { FromWorker, ToWorker } from "./messages";

/**
 * The worker's side, without the worker: gives what takes a message. Each `ask` is answered through `post`, about the text
 * and the context that came last in front of it; a question that breaks the analyser is answered with `failed`.
 */
export function serve(
  catalog: Catalog,
  help: Promise<LanguageContext["help"]>,
  post: (message: FromWorker) => void,
): (message: ToWorker) => void {
  let text = "";
  let known = NOTHING;
  const answer = async <Q extends Question>(id: number, question: Q, at: Range): Promise<void> => {
    const [asked, data] = [text, known];
    try {
      const answer: Mutable<Partial<Answers>> = {};
      answer[question] = await ANSWERS[question](asked, at, contextOf(catalog, await help, data));
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
