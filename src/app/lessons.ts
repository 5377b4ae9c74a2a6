/** Lessons: which one is open, how far the learner has come, and what they can do in it. */
import { computed, effect, signal } from "@preact/signals";
import type { WorldState } from "../integrations/world-simulator";
import type { Course } from "../lessons/course";
import { type AskedLesson, type LessonAddress, lessonLink } from "../lessons/lesson-link";
import { lessonNamed } from "../lessons/lesson-named";
import type { RunTrial } from "../lessons/outcome";
import { clipText } from "../shared/cut-text";
import { messageOf } from "../shared/message-of";
import { nearest } from "../shared/nearest";
import type { KeepParts } from "../storage/record-kind";
import { createCheck } from "./lessons-check";
import { openCourses } from "./lessons-courses";
import { keepProgress } from "./lessons-progress";
import { joinProgress, noProgress, progressOf, resetProgress, type UnsavedLessons } from "./lessons-record";
import type { NoticesModel } from "./notices";
import type { RunModel } from "./run";
import { lessonOfScript, lessonScriptId } from "./script-names";
import type { ScriptsModel } from "./scripts";
import type { WorldModel } from "./simulated-world";

/** @internal */
export type OpenLessons = Awaited<ReturnType<typeof openLessons>>;
/** As views see them. */
export type LessonsModel = Omit<OpenLessons, "unsaved" | "flush">;

export interface LessonsParts {
  readonly scripts: ScriptsModel;
  readonly run: Pick<RunModel, "trial">;
  readonly notices: NoticesModel;
  readonly world: Pick<WorldModel<WorldState, unknown>, "load" | "world">;
}

export interface OpenLessonsParts extends LessonsParts, KeepParts {
  readonly builtIn: Course;
  /** The address of a course's zip, from the page's address, or `null`. */
  readonly address: string | null;
  /** The lesson that the page's address names, or `null`. */
  readonly asked: AskedLesson | null;
  /** Whether the page's address also carries a script, such as an answer, which is then shown instead of the learner's code. */
  readonly carriesScript?: boolean;
  /** The page's own address. */
  readonly page: string;
  /** Names of the docs pages that a course's checks can point to. */
  readonly docPages: () => Promise<ReadonlySet<string>>;
  /** Reads a zip's text files, by path. Rejects with a `CourseProblem` if that fails. */
  unzip(name: string, zip: Blob): Promise<ReadonlyMap<string, string>>;
  /** Unix milliseconds. */
  readonly now: () => number;
  /** A seed for the worlds of one Check. */
  readonly newSeed: () => number;
  /** Unsaved data from closed pages. */
  readonly leftBehind?: readonly UnsavedLessons[];
}

/**
 * Reads the stored data, and opens the course and lesson that the page's address names, or those that were open last. Never
 * rejects for lack of storage.
 */
export async function openLessons(parts: OpenLessonsParts) {
  const { scripts, run, notices, world, now, newSeed } = parts;
  const left = (parts.leftBehind ?? []).findLast((one) => one.course !== null)?.course ?? null;
  const progress = keepProgress(parts, parts.builtIn.id);
  const trial: RunTrial = (job) => run.trial(job, new AbortController().signal);
  const courses = await openCourses({ ...parts, left, trial, onOpened: progress.openCourse });
  const { course } = courses;
  await progress.reload();
  const check = createCheck(run);
  const lost = signal<string | null>(null);
  /** The lesson whose world was last put into the simulator, and that world's seed. */
  const put = signal<{ readonly lesson: string; readonly seed: number } | null>(null);

  const lesson = computed(() => {
    const { lessons } = course.value;
    const found = lessonNamed(lessons, progress.value.value.current) ?? lessons[0];
    if (found === undefined) throw new Error("A course has a lesson at least.");
    return found;
  });
  /** The lesson that a script belongs to. */
  const lessonOf = (script: string) => {
    const id = lessonOfScript(course.value.id, script);
    return id === null ? null : lessonNamed(course.value.lessons, id);
  };
  const script = computed(() => {
    const all = scripts.all.value;
    const id = lessonScriptId(course.value.id, lesson.value.id);
    return all.find((one) => one.id === id) ?? all.find((one) => lessonOf(one.id) === lesson.value) ?? null;
  });
  const reached = computed(() => progressOf(course.value.lessons, progress.value.value.lessons));
  const own = () => reached.peek()[lesson.peek().id] ?? noProgress;

  const turnTo = (id: string) => {
    lost.value = null;
    if (id === lesson.peek().id) return;
    check.end();
    progress.change((before) => ({ ...before, current: id }));
  };
  const openScript = () => {
    const { id, starter } = lesson.peek();
    const mine = script.peek();
    if (mine === null) return scripts.create(`${id}.lua`, starter, lessonScriptId(course.peek().id, id));
    scripts.select(mine.id);
    return scripts.current.peek();
  };
  /** Replaces the learner's code, with a notice that offers undo. */
  const replace = (text: string, notice: string) => {
    const { id, source } = openScript();
    if (source === text) return;
    const put = (source: string) => {
      scripts.select(id);
      if (scripts.current.peek().id === id) scripts.edit(source);
    };
    put(text);
    notices.info(notice, { label: "Undo", run: () => put(source) });
  };
  const learned = (change: Partial<typeof noProgress>) => {
    const { id } = lesson.peek();
    const mine = { ...own(), ...change };
    progress.change((before) => ({ current: id, lessons: { ...before.lessons, [id]: mine } }));
  };
  const changeCourse = async (change: () => Promise<boolean>) => {
    if (!(await change())) return;
    check.end();
    await progress.reload();
  };

  /** Opens the course that an address names. Returns whether it is open now. Reports an unknown course. */
  const reachCourse = async ({ course: address, lesson: asked }: LessonAddress): Promise<boolean> => {
    const wanted = asked?.course ?? parts.builtIn.id;
    const isOpen = () => {
      if (address === null) return course.peek().id === wanted;
      const source = courses.source();
      return source.kind === "address" && source.address === address;
    };
    const open = () => (address === null ? courses.choose(wanted) : courses.chooseFrom(address));
    if (!isOpen()) await changeCourse(open);
    if (isOpen()) return true;
    // It failed to load, is invalid or needs consent, and that has been reported.
    if (courses.problem.peek() !== null || courses.question.peek() !== null) return false;
    lost.value =
      address === null
        ? `This link needs the course "${wanted}", which isn't open in this browser. Open its zip or folder from Courses, then open the link again.`
        : `This link needs the course at ${address}, which isn't open in this browser. Reload the page to fetch it.`;
    return false;
  };
  /** Follows a link: shows the lesson, and the learner's own code if there is any. Creates and runs nothing. */
  const follow = async (address: LessonAddress, withScript = true) => {
    if (address.lesson === null || !(await reachCourse(address))) return;
    const { title, lessons } = course.peek();
    const found = lessonNamed(lessons, address.lesson.id);
    if (found === null) {
      lost.value = lostLesson(address.lesson.id, title, lessons);
      return;
    }
    turnTo(found.id);
    if (withScript && script.peek() !== null) openScript();
  };

  // Opening a lesson's script from the list of scripts opens its lesson too.
  effect(() => {
    const found = lessonOf(scripts.current.value.id);
    if (found !== null) turnTo(found.id);
  });
  const followAddress = () =>
    follow({ course: parts.address, lesson: parts.asked }, parts.carriesScript !== true);
  await followAddress();

  return {
    course,
    /** Every course that can be opened, the built-in one first. */
    courses: courses.all,
    lesson,
    /** By the lesson's id. */
    progress: reached,
    check: check.state,
    /** The learner's own code for the lesson, or `null` before they start it. */
    script,
    /** Hints of the lesson that the learner has not seen yet. */
    hintsLeft: computed(() => {
      const { id, hints } = lesson.value;
      // A course may have lost some since.
      return Math.max(0, hints.length - (reached.value[id] ?? noProgress).hints);
    }),
    /** Whether the learner's code is no longer the starter. */
    changed: computed(() => script.value !== null && script.value.source !== lesson.value.starter),
    /** Why a course, or a linked lesson, could not be opened, or `null`. */
    problem: computed(() => lost.value ?? courses.problem.value),
    /** True if a link named a lesson that does not exist: the list is offered then. */
    lost: computed(() => lost.value !== null),
    /** Whether and when the learner may see the lesson's solution. */
    solution: computed((): "open" | "after-try" | "after-pass" | "never" => {
      const rule = course.value.solutions;
      const { passedAt, attempts } = reached.value[lesson.value.id] ?? noProgress;
      const passed = passedAt !== null;
      return rule !== "never" && (passed || (rule === "after-try" && attempts > 0)) ? "open" : rule;
    }),
    /**
     * Whether Run needs a world of the lesson, as far as is known: the simulator has another lesson's, or one that no lesson put
     * there and that lacks what this lesson needs.
     */
    lacksWorld: computed(() => {
      const { id, needsWorld } = lesson.value;
      const holds = put.value?.seed === world.world.value?.seed ? put.value?.lesson : undefined;
      return holds === undefined ? needsWorld : holds !== id;
    }),
    /** The open lesson's address. `fromFile`: it only works where the course has been opened from a file. */
    link() {
      const source = courses.source();
      return { url: lessonLink(parts.page, source, lesson.peek().id), fromFile: source.kind === "file" };
    },
    follow,
    /** Shows a lesson, with the learner's own script in the editor, or the starter. */
    open(id: string) {
      turnTo(id);
      openScript();
    },
    /** Runs the lesson's script in each of its worlds, made from a new seed or the given one, and judges what it did. */
    startCheck(seed = newSeed()) {
      const { name, source } = script.peek() ?? openScript();
      if (source.trim() !== lesson.peek().starter.trim()) learned({ attempts: own().attempts + 1 });
      const passed = () => learned({ passedAt: own().passedAt ?? now() });
      check.start(lesson.peek(), { name, source }, seed, passed);
    },
    stopCheck: check.end,
    /**
     * Puts one of the lesson's worlds into the simulator, as the last Check had it, for Run and the phone to use. A notice offers
     * undo. Resolves to whether it is there now.
     */
    async tryIn(index: number): Promise<boolean> {
      const chosen = lesson.peek().worlds[index];
      if (chosen === undefined) return false;
      try {
        const last = check.state.peek();
        const seed = last.kind === "judged" ? last.verdict.seed : newSeed();
        const made = await chosen.make(seed, trial);
        put.value = { lesson: lesson.peek().id, seed: made.world.seed };
        world.load(made.world, made.name);
        return true;
      } catch (error) {
        notices.error(`Couldn't load this world. ${messageOf(error)}`);
        return false;
      }
    },
    takeHint() {
      learned({ hints: Math.min(own().hints + 1, lesson.peek().hints.length) });
    },
    /** Resets the progress in the open course, with a notice that offers undo. Scripts stay. */
    resetCourse() {
      const { id, title } = course.peek();
      const before = progress.value.peek();
      check.end();
      progress.change(resetProgress);
      notices.info(`Progress in “${title}” reset.`, {
        label: "Undo",
        run: () => progress.change((now) => joinProgress(before, now), id),
      });
    },
    /** Resets the code to the starter, with a notice that offers undo. */
    reset: () => replace(lesson.peek().starter, "Code reset."),
    /** Replaces the learner's code with the solution, with a notice that offers undo. */
    takeSolution: () => replace(lesson.peek().solution, "Your script now has the solution."),
    /** Switches to a known course. */
    choose: (id: string) => void changeCourse(() => courses.choose(id)),
    /** Opens a teacher's course from a zip or a folder's files. Errors are in `problem`. */
    openZip: (file: File) => changeCourse(() => courses.openZip(file)),
    openFolder: (files: Iterable<File>) => changeCourse(() => courses.openFolder(files)),
    /** What to ask before a course is fetched from another site, or `null`. */
    question: courses.question,
    /** Answers the question. */
    async answer(agreed: boolean): Promise<void> {
      await changeCourse(() => courses.answer(agreed));
      if (agreed) await followAddress();
    },
    /** Forgets a teacher's course. Progress and scripts stay. */
    forget: (id: string) => void changeCourse(() => courses.forget(id)),
    dismissProblem() {
      lost.value = null;
      courses.dismissProblem();
    },
    unsaved: progress.unsaved,
    flush: progress.flush,
  };
}

function lostLesson(id: string, course: string, lessons: Course["lessons"]): string {
  const near = nearest(
    id,
    lessons.map((lesson) => lesson.id),
  );
  const meant = near === null ? "" : ` Did you mean ${near}?`;
  return `The course "${course}" has no lesson "${clipText(id, 60)}".${meant} Choose one from the list.`;
}
