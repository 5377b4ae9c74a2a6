import { useContext, useEffect, useId, useState } from "preact/hooks";
import type { Answers, Question } from "../language/answers";
import { PageContext } from "./page";

/** An answer, and what it is about. */
interface Answered<Answer> {
  readonly source: string;
  readonly at: number;
  readonly answer: Answer;
}

/** Texts asked about so far. A view may have the id of one that is gone, but no two texts have the same version. */
let asked = 0;

/**
 * What the analyser last answered about a text or a line of it (`at`, a caret or a 1-based line). `null` before it has, and
 * without a page: an embed has no analyser.
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
