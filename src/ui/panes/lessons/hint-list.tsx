import { useMemo } from "preact/hooks";
import type { Lesson } from "../../../lessons/course";
import { usePlayground } from "../../page";
import { pageParts } from "../docs/page-parts";
import { Prose } from "../docs/prose";

interface HintProps {
  readonly lesson: Lesson;
  /** How many were asked for. */
  readonly taken: number;
}

/** The hints taken so far; a new one is announced. */
export function HintList({ lesson, taken }: HintProps) {
  const playground = usePlayground();
  const parts = useMemo(() => lesson.hints.map((hint) => pageParts(hint)), [lesson]);
  return (
    <div role="log" aria-label="Hints">
      {parts.slice(0, taken).map((hint, index) => (
        <div class="lesson-hint" key={index}>
          <span class="lesson-hint-number">{`Hint ${index + 1}`}</span>
          {hint.map((part, at) => (
            <Prose
              key={at}
              html={part.kind === "html" ? part.html : ""}
              page=""
              pages={playground.docs.pages.value}
              onOpen={(name) => playground.docs.open(name)}
            />
          ))}
        </div>
      ))}
    </div>
  );
}
