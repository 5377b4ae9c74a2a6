import { computed, signal } from "@preact/signals";
import type { Course } from "../lessons/course";
import { readCourseAddress, zipOfAddress } from "../lessons/files/address";
import { filesOfFolder } from "../lessons/files/text-files";
import { CourseProblem } from "../lessons/format/problem";
import { readCourse } from "../lessons/format/read-course";
import type { CourseSource } from "../lessons/lesson-link";
import type { RunTrial } from "../lessons/outcome";
import { messageOf } from "../shared/message-of";
import type { StorageCheck } from "../storage/storage-check";
import type { KeyValueStore } from "../storage/store";
import {
  COURSE_PREFIX,
  type KeptCourse,
  LESSONS_STATE_KEY,
  parseCourseRecord,
  parseLessonsState,
} from "./lessons-record";
import { readable } from "./readable";

interface CoursesParts {
  readonly store: KeyValueStore;
  /** Signals that the store may have been emptied. */
  readonly check?: StorageCheck;
  readonly builtIn: Course;
  readonly address: string | null;
  readonly page: string;
  /** Names of the docs pages that a course's checks can point to. */
  readonly docPages: () => Promise<ReadonlySet<string>>;
  /** The course that was open on a page that closed before saving it, or `null`. */
  readonly left: string | null;
  /** Reads a zip's text files, by path. Rejects with a `CourseProblem` if that fails. */
  unzip(name: string, zip: Blob): Promise<Files>;
  readonly trial: RunTrial;
  /** Called when another course has been opened. */
  onOpened(course: string): void;
}

/** A course on another site that a link leads to, which the person has not yet agreed to fetch. */
interface CourseQuestion {
  readonly address: string;
  /** The site's origin, as the browser writes it. */
  readonly origin: string;
}

type Files = ReadonlyMap<string, string>;

/** All courses: the built-in one and teachers' courses, whose files are stored. */
export async function openCourses(parts: CoursesParts) {
  const { store, check, builtIn, address, page, docPages, unzip, trial, left, onOpened } = parts;
  const course = signal(builtIn);
  const own = signal<readonly { readonly id: string; readonly title: string }[]>([]);
  const problem = signal<string | null>(null);
  const question = signal<CourseQuestion | null>(null);
  const kept = new Map<string, KeptCourse>();

  /** Whether an address leads to another site. False for an address that may not be fetched. */
  const isElsewhere = (from: string | null): boolean => {
    try {
      return from !== null && readCourseAddress(from, page).isElsewhere;
    } catch {
      return false;
    }
  };
  const put = (next: Course) => {
    problem.value = null;
    course.value = next;
    onOpened(next.id);
    return true;
  };
  /** Reads files as a course and stores them. `from`: their address, or `null` if they come from a file. */
  const take = async (from: string | null, read: () => Promise<Files>): Promise<boolean> => {
    try {
      const files = await read();
      const next = readCourse(files, await docPages());
      if (next.id === builtIn.id) {
        throw new CourseProblem(
          `course.json: the id "${next.id}" is taken by the built-in course. Choose another id.`,
        );
      }
      const known = kept.get(next.id);
      if (known !== undefined && isElsewhere(from) && known.address !== from) {
        throw new CourseProblem(
          `course.json: the id "${next.id}" is already used by the course "${known.title}". Remove that course in Courses first.`,
        );
      }
      // Finds worlds that cannot be made now, not in the middle of a lesson. Random ones would take too long.
      for (const world of next.lessons.flatMap(({ worlds }) => worlds)) {
        if (!world.drawn) await world.make(1, trial);
      }
      const record: KeptCourse = {
        version: 1,
        title: next.title,
        ...(from === null ? {} : { address: from }),
        files: [...files],
      };
      kept.set(next.id, record);
      own.value = [...own.peek().filter(({ id }) => id !== next.id), { id: next.id, title: next.title }];
      put(next);
      await store
        .update(COURSE_PREFIX + next.id, () => record)
        .catch((error: unknown) => {
          problem.value = `Couldn't save the course (${messageOf(error)}). It's open now, but you'll have to open it again next time.`;
        });
      return true;
    } catch (error) {
      problem.value = `Couldn't open the course. ${messageOf(error)}`;
      return false;
    }
  };
  /** Stores all courses again if the store was emptied. */
  const look = async () => {
    if ((await store.entries()).some(([key]) => key.startsWith(COURSE_PREFIX))) return;
    for (const [id, record] of kept) await store.update(COURSE_PREFIX + id, () => record);
  };
  // Saving progress reports it if the browser refuses.
  check?.listen(() => void look().catch(() => {}));
  const choose = async (id: string) => {
    if (id === course.peek().id) return false;
    if (id === builtIn.id) return put(builtIn);
    const record = kept.get(id);
    return record === undefined ? false : take(record.address ?? null, async () => new Map(record.files));
  };

  try {
    for (const [key, stored] of await store.entries()) {
      const record = key.startsWith(COURSE_PREFIX) ? parseCourseRecord(stored) : null;
      if (record === null) continue;
      const id = key.slice(COURSE_PREFIX.length);
      kept.set(id, record);
      own.value = [...own.peek(), { id, title: record.title }];
    }
    const last = left ?? parseLessonsState(await store.get(LESSONS_STATE_KEY));
    if (last !== null && address === null) await choose(last);
    if (left === builtIn.id) onOpened(builtIn.id);
  } catch {
    // Storage refused: the built-in course is available anyway, and saving progress reports it.
  }
  const idFrom = (wanted: string) => [...kept].find(([, record]) => record.address === wanted)?.[0];
  /** Fetches the course at an address. If that fails, falls back to the last version from there. */
  const fetchFrom = async (from: string): Promise<boolean> => {
    if (await take(from, async () => unzip(from, await zipOfAddress(from, page)))) return true;
    const id = idFrom(from);
    const why = problem.peek();
    if (id === undefined || (id !== course.peek().id && !(await choose(id)))) return false;
    problem.value = `${why} Showing the last saved version instead.`;
    return true;
  };
  // A person who has a course from there has agreed before.
  if (address !== null && isElsewhere(address) && idFrom(address) === undefined) {
    question.value = { address, origin: new URL(address, page).origin };
  } else if (address !== null) await fetchFrom(address);

  return {
    course: readable(course),
    all: computed(() => [{ id: builtIn.id, title: builtIn.title }, ...own.value]),
    problem: readable(problem),
    /** What to ask before anything is fetched from another site, or `null`. */
    question: readable(question),
    /** Answers the question. */
    async answer(agreed: boolean): Promise<boolean> {
      const asked = question.peek();
      question.value = null;
      return agreed && asked !== null && fetchFrom(asked.address);
    },
    /** Where others can get the open course. */
    source(): CourseSource {
      const { id } = course.peek();
      if (id === builtIn.id) return { kind: "built in" };
      const from = kept.get(id)?.address ?? null;
      return from === null ? { kind: "file", id } : { kind: "address", address: from };
    },
    /** Like the next four methods, resolves to whether another course is open now. */
    choose,
    /** Opens the stored course that came from this address. */
    async chooseFrom(address: string): Promise<boolean> {
      const id = idFrom(address);
      return id !== undefined && choose(id);
    },
    openZip: (file: File) => take(null, () => unzip(file.name, file)),
    openFolder: (files: Iterable<File>) => take(null, () => filesOfFolder(files)),
    async forget(id: string): Promise<boolean> {
      kept.delete(id);
      own.value = own.peek().filter((one) => one.id !== id);
      await store.remove(COURSE_PREFIX + id).catch((error: unknown) => {
        problem.value = `Couldn't remove the course (${messageOf(error)}).`;
      });
      return course.peek().id === id ? put(builtIn) : false;
    },
    dismissProblem() {
      problem.value = null;
    },
  };
}
