import { ChevronLeft, ChevronRight } from "lucide";
import { useRef } from "preact/hooks";
import type { LessonsModel } from "../../../app/lessons";
import { Boundary } from "../../parts/boundary";
import { Button } from "../../parts/button";
import { Icon } from "../../parts/icon";
import { ScrollArea, useTopOf } from "../../parts/scroll-area";
import { MarkdownText } from "../docs/prose";
import { LessonFound } from "./lesson-found";

/** A lesson's text with its Lua blocks as runnable cards, the outcome of the last check, and links to neighbouring lessons. */
export function LessonText({ lessons }: { lessons: LessonsModel }) {
  const lesson = lessons.lesson.value;
  const { id: course, lessons: all, lang, dir } = lessons.course.value;
  const open = `${course}/${lesson.id}`;
  const at = all.indexOf(lesson);
  const body = useRef<HTMLElement>(null);
  useTopOf(body, open);
  const neighbour = (to: number, word: string) => {
    const other = all[to];
    if (other === undefined) return <span />;
    return (
      <Button onClick={() => lessons.open(other.id)}>
        {to < at && <Icon node={ChevronLeft} size={14} />}
        {`${word}: `}
        <bdi lang={lang}>{other.title}</bdi>
        {to > at && <Icon node={ChevronRight} size={14} />}
      </Button>
    );
  };
  return (
    <ScrollArea ref={body} aria-label={`Lesson ${at + 1}: ${lesson.title}`}>
      <article class="docs-article" aria-label={lesson.title} lang={lang} dir={dir}>
        <Boundary of={open} label="the lesson's text">
          <MarkdownText
            key={open}
            markdown={`# ${lesson.title}\n\n${lesson.text}`}
            example={(heading, _, part) => ({
              name: `${lesson.id}-${part}.lua`,
              title: `${heading}, example ${part}`,
            })}
          />
        </Boundary>
        <Boundary of={open} label="the lesson's check">
          <LessonFound lessons={lessons} area={body} />
        </Boundary>
        <nav class="lesson-beside" aria-label="Previous and next lesson" lang="en" dir="ltr">
          {neighbour(at - 1, "Previous")}
          {neighbour(at + 1, "Next")}
        </nav>
      </article>
    </ScrollArea>
  );
}
