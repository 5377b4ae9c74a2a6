import {
  ClipboardCopy,
  FileArchive,
  FlaskConical,
  FolderOpen,
  GraduationCap,
  Link,
  List,
  Printer,
  RotateCcw,
  Trash,
  X,
} from "lucide";
import { useRef, useState } from "preact/hooks";
import type { LessonsModel } from "../../../app/lessons";
import type { Course } from "../../../lessons/course";
import { counted } from "../../../shared/counted";
import { shorten } from "../../../shared/cut-text";
import { usePage } from "../../page";
import { Boundary } from "../../parts/boundary";
import { Button, IconButton } from "../../parts/button";
import { Dialog } from "../../parts/dialog";
import { FileField } from "../../parts/file-field";
import { lazy } from "../../parts/lazy";
import { Menu } from "../../parts/menu";
import { LessonList } from "./lesson-list";
import { printCourse, printLesson } from "./print-lessons";

const RehearsalDialog = lazy(
  "the answer tests",
  async () => (await import("./rehearsal-dialog")).RehearsalDialog,
);

/** The course, the list of its lessons, and the menu that opens a teacher's course. */
export function CourseBar({ lessons }: { lessons: LessonsModel }) {
  const { runCommand } = usePage();
  // After a link to a lesson that does not exist, the list is open.
  const [listed, setListed] = useState(lessons.lost.peek());
  const [resetting, setResetting] = useState(false);
  const [rehearsed, setRehearsed] = useState<Course | null>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const closeOnEscape = ({ key }: KeyboardEvent) => {
    if (key !== "Escape" || !listed) return;
    setListed(false);
    opener.current?.focus();
  };
  const zip = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const course = lessons.course.value;
  const all = lessons.courses.value;
  const passed = course.lessons.filter(({ id }) => (lessons.progress.value[id]?.passedAt ?? null) !== null);
  const begun = Object.keys(lessons.progress.value).length > 0;
  const problem = lessons.problem.value;
  const others = all.filter(({ id }) => id !== course.id);
  return (
    <>
      <div class="pane-head">
        <Button
          icon={List}
          ref={opener}
          aria-expanded={listed}
          aria-controls="lessons-of-course"
          onClick={() => setListed(!listed)}
          onKeyDown={closeOnEscape}
        >
          Lessons
        </Button>
        <span class="lesson-course" title={course.title} lang={course.lang} dir={course.dir}>
          {course.title}
        </span>
        <span class="note">
          {`${passed.length} of ${course.lessons.length}`}
          <span class="lesson-word"> passed</span>
        </span>
        <span class="pane-spring" />
        <Menu
          label="Courses"
          icon={GraduationCap}
          note="A course is a folder or zip of text files."
          items={[
            { label: "Copy link to this lesson", icon: Link, run: () => runCommand("copyLessonLink") },
            ...(lessons.script.value === null
              ? []
              : [{ label: "Copy my answer", icon: ClipboardCopy, run: () => runCommand("copyAnswer") }]),
            null,
            ...others.map(({ id, title }) => ({
              label: title,
              icon: GraduationCap,
              run: () => lessons.choose(id),
            })),
            { label: "Open a course (zip)…", icon: FileArchive, run: () => zip.current?.click() },
            { label: "Open a course (folder)…", icon: FolderOpen, run: () => folder.current?.click() },
            ...(all[0]?.id === course.id
              ? []
              : [
                  {
                    label: "Test all answers (for teachers)",
                    icon: FlaskConical,
                    run: () => setRehearsed(course),
                  },
                ]),
            { label: "Print this lesson", icon: Printer, run: printLesson },
            { label: "Print the course", icon: Printer, run: printCourse },
            ...(begun
              ? [{ label: "Reset my progress…", icon: RotateCcw, run: () => setResetting(true) }]
              : []),
            // Including courses that can no longer be opened.
            ...all.slice(1).map(({ id, title }) => ({
              label: `Remove ${title}`,
              icon: Trash,
              danger: true,
              run: () => lessons.forget(id),
            })),
          ]}
        />
        <FileField
          field={zip}
          label="Course as a zip"
          accept=".zip,application/zip"
          onFiles={([file]) => file !== undefined && void lessons.openZip(file)}
        />
        <FileField
          field={folder}
          label="Course as a folder"
          folder
          onFiles={(files) => void lessons.openFolder(files)}
        />
      </div>
      <CourseQuestion lessons={lessons} />
      {problem !== null && (
        <div class="lesson-problem" role="alert">
          <p>{problem}</p>
          <IconButton icon={X} label="Dismiss" onClick={() => lessons.dismissProblem()} />
        </div>
      )}
      {rehearsed !== null && <RehearsalDialog course={rehearsed} onClose={() => setRehearsed(null)} />}
      {resetting && (
        <Dialog title="Reset progress" class="lesson-reset-dialog" onClose={() => setResetting(false)}>
          <p>
            {`You've passed ${passed.length} of ${counted(course.lessons.length, "lesson")} in “${course.title}”. Resetting clears your progress and hints. Your code is kept.`}
          </p>
          <div class="dialog-foot">
            <Button
              onClick={() => {
                lessons.resetCourse();
                setResetting(false);
              }}
            >
              Reset
            </Button>
            <Button onClick={() => setResetting(false)}>Cancel</Button>
          </div>
        </Dialog>
      )}
      <div class="lesson-nav-place">
        <nav
          id="lessons-of-course"
          class="lesson-nav"
          aria-label="Lessons of the course"
          hidden={!listed}
          onKeyDown={closeOnEscape}
        >
          <Boundary of={course.id} label="the list of lessons">
            <LessonList lessons={lessons} onOpened={() => setListed(false)} />
          </Boundary>
        </nav>
      </div>
    </>
  );
}

/** Asks before a course is fetched from another site. */
function CourseQuestion({ lessons }: { lessons: LessonsModel }) {
  const question = lessons.question.value;
  if (question === null) return null;
  const { origin, address } = question;
  return (
    <section class="lesson-question" role="alert" aria-label="A course from another site">
      <p>
        This link leads to a course on another site, <strong>{origin}</strong>. Fetch it? That site will see
        your visit, but not your work.
      </p>
      <p class="note">{shorten(address, 200)}</p>
      <div class="lesson-answers">
        <Button onClick={() => void lessons.answer(true)}>Fetch the course</Button>
        <Button onClick={() => void lessons.answer(false)}>Cancel</Button>
      </div>
    </section>
  );
}
