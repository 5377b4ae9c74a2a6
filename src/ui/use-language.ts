import { useContext, useEffect, useId, useState } from "preact/hooks";
import type { Answers, Question } from "../language/answers";
import { PageContext } from "./page";

/** An answer, and the text it is about. */
interface Answered<Answer> {
  readonly source: string;
  readonly at: number;
  readonly answer: Answer;
}

/** How many texts have been asked about. A new view may reuse the id of an old one, but no two texts share a version. */
let asked = 0;

/**
 * The analyser's latest answer about a text or a line of it (`at`: a cursor offset or a 1-based line). `null` before there is
 * one, and without a page: an embed has no analyser.
 */
export function useLanguage<Q extends Question>(
  question: Q,
  source: string | undefined,
  at: number | null = 0,
): Answered<Answers[Q]> | null {
  const language = useContext(PageContext)?.shell.language.value;
  const id = useId();
  const [found, setFound] = useState<Answered<Answers[Q]> | null>(null);
  useEffect(() => {
    if (source === undefined || at === null) return;
    let wanted = true;
    const text = { id: `${question} ${id}`, version: ++asked, text: () => source };
    void language?.ask(question, text, { start: at, end: at }).then((answer) => {
      if (wanted && answer !== null) setFound({ source, at, answer });
    });
    return () => {
      wanted = false;
    };
  }, [source, at, language]);
  return found;
}
