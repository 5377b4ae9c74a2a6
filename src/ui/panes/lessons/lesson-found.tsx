import type { RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { LessonsModel } from "../../../app/lessons";
import type { Course, Lesson } from "../../../lessons/course";
import { MarkdownText } from "../docs/prose";
import { CheckOutcome } from "./check-outcome";

interface FoundProps {
  readonly lessons: LessonsModel;
  /** The scrolling area: the lesson's text, and this below it. */
  readonly area: RefObject<HTMLElement | null>;
}

/** The outcome of the last check and the hints taken, below the task. New content is scrolled into view. */
export function LessonFound({ lessons, area }: FoundProps) {
  const lesson = lessons.lesson.value;
  const { kind } = lessons.check.value;
  const hints = lessons.progress.value[lesson.id]?.hints ?? 0;
  const outcome = useRef<HTMLDivElement>(null);
  const taken = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (kind !== "idle") showBelowTask(area.current, outcome.current);
  }, [lesson.id, lessons.check.value]);
  const before = useRef({ id: lesson.id, hints });
  useEffect(() => {
    const more = before.current.id === lesson.id && hints > before.current.hints;
    before.current = { id: lesson.id, hints };
    if (more) taken.current?.lastElementChild?.scrollIntoView({ block: "nearest" });
  }, [lesson.id, hints]);
  return (
    // The page's own words are English, whatever the course's language.
    <div class="lesson-found" lang="en" dir="ltr">
      <div ref={outcome}>
        <CheckOutcome lessons={lessons} />
      </div>
      <HintList key={lesson.id} list={taken} course={lessons.course.value} lesson={lesson} taken={hints} />
    </div>
  );
}

/** Scrolls to the outcome, with as much of the text above it as there is room for. */
function showBelowTask(area: HTMLElement | null, outcome: HTMLElement | null): void {
  if (area === null || outcome === null) return;
  const top = area.getBoundingClientRect().top;
  const { top: from, bottom: to } = outcome.getBoundingClientRect();
  // Aligns its end with the end of the area, unless that would hide its beginning.
  area.scrollBy({ top: Math.min(from - top, to - top - area.clientHeight + MARGIN) });
}

const MARGIN = 12;

interface HintListProps {
  readonly list: RefObject<HTMLDivElement | null>;
  readonly course: Course;
  readonly lesson: Lesson;
  readonly taken: number;
}

/** The hints taken so far; a new one is announced. */
function HintList({ list, course, lesson, taken }: HintListProps) {
  return (
    <div role="log" aria-label="Hints" ref={list}>
      {lesson.hints.slice(0, taken).map((hint, index) => (
        <div class="lesson-hint" key={index}>
          <span class="lesson-hint-number">{`Hint ${index + 1}`}</span>
          <div lang={course.lang} dir={course.dir}>
            <MarkdownText markdown={hint} />
          </div>
        </div>
      ))}
    </div>
  );
}
