import { render } from "preact";
import type { LessonsModel } from "../../../app/lessons";
import type { Course, Lesson } from "../../../lessons/course";
import { type Page, PageContext } from "../../page";
import { LuaCode } from "../../snippet/lua-code";
import { MarkdownText } from "../docs/prose";

/** What to print next: the whole course, or the open lesson. */
let whole = false;

/** Prints the open lesson. */
export function printLesson(): void {
  print();
}

/** Prints all lessons of the course. */
export function printCourse(): void {
  whole = true;
  print();
}

/**
 * Makes the browser print the open lesson instead of the page while `isShown`, however printing is started. Returns a function
 * that ends it.
 */
export function printInsteadOfPage(page: Page, lessons: LessonsModel, isShown: () => boolean): () => void {
  const place = document.createElement("div");
  place.className = "lesson-print";
  const begin = () => {
    if (!isShown()) return;
    // A separate root, drawn synchronously: the browser prints the page as it is when this returns.
    render(
      <PageContext.Provider value={page}>
        {whole ? <PrintedCourse course={lessons.course.peek()} /> : <PrintedLesson lessons={lessons} />}
      </PageContext.Provider>,
      place,
    );
    document.body.append(place);
  };
  const end = () => {
    whole = false;
    render(null, place);
    place.remove();
  };
  addEventListener("beforeprint", begin);
  addEventListener("afterprint", end);
  return () => {
    removeEventListener("beforeprint", begin);
    removeEventListener("afterprint", end);
    end();
  };
}

function PrintedCourse({ course }: { course: Course }) {
  const { title, chapters, lessons, lang, dir } = course;
  const parts = chapters.length === 0 ? [{ title: null, lessons }] : chapters;
  return (
    <main lang={lang} dir={dir}>
      <h1>{title}</h1>
      <ol class="lesson-print-list">
        {lessons.map((lesson) => (
          <li key={lesson.id}>{lesson.title}</li>
        ))}
      </ol>
      {parts.map((part) => (
        <section key={part.title} class="lesson-print-chapter">
          {part.title !== null && <h2>{part.title}</h2>}
          {part.lessons.map((lesson) => (
            <Printed
              key={lesson.id}
              course={course}
              lesson={lesson}
              code={lesson.starter}
              label="Starter code"
            />
          ))}
        </section>
      ))}
    </main>
  );
}

function PrintedLesson({ lessons }: { lessons: LessonsModel }) {
  const course = lessons.course.peek();
  const lesson = lessons.lesson.peek();
  const own = lessons.script.peek()?.source ?? lesson.starter;
  const label = own.trim() === lesson.starter.trim() ? "Starter code" : "My code";
  return (
    <main lang={course.lang} dir={course.dir}>
      <p>{course.title}</p>
      <Printed course={course} lesson={lesson} code={own} label={label} />
    </main>
  );
}

interface PrintedProps {
  readonly course: Course;
  readonly lesson: Lesson;
  readonly code: string;
  /** What the code is. */
  readonly label: string;
}

function Printed({ course, lesson, code, label }: PrintedProps) {
  const number = course.lessons.indexOf(lesson) + 1;
  return (
    <article>
      <MarkdownText markdown={`# ${number}. ${lesson.title}\n\n${lesson.text}`} example="text" />
      <h4 lang="en">{label}</h4>
      <pre>
        <LuaCode source={code.trimEnd()} />
      </pre>
    </article>
  );
}
