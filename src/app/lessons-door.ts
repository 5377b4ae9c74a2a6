import { signal } from "@preact/signals";
import type { Course } from "../lessons/course";
import type { BrowserStorage } from "../storage/browser-storage";
import type { LessonsModel, LessonsParts } from "./lessons";
import { readable } from "./readable";
import { isLessonScript } from "./script-names";
import { DATABASES } from "./storage-names";

export type LessonsDoor = ReturnType<typeof openLessonsDoor>;
/** The stored progress. */
export type ProgressStore = LessonsDoor["progress"];

/** Opens the lessons' door. Lessons load on demand, or if the address names a course or a lesson. */
export function openLessonsDoor(storage: BrowserStorage, parts: LessonsParts) {
  const kept = storage.open(DATABASES.lessons);
  const model = signal<LessonsModel | null>(null);
  const query = new URLSearchParams(location.search);
  const asked = query.has("course") || query.has("lesson");
  const opened = signal(asked ? 1 : 0);
  // People who have started a lesson see the list at once.
  const coming = signal(asked || parts.scripts.all.peek().some(({ id }) => isLessonScript(id)));
  let loading: Promise<LessonsModel> | null = null;
  // Read now: opening the script removes it from the address.
  const carriesScript = location.hash.startsWith("#s=");
  const start = async () => {
    try {
      const { openBrowserLessons } = await import("./browser-lessons");
      const loaded = await openBrowserLessons(storage, kept, parts, carriesScript);
      model.value = loaded;
      return loaded;
    } catch (error) {
      loading = null;
      throw error;
    } finally {
      coming.value = false;
    }
  };
  const door = {
    /** `null` until they have been loaded. */
    model: readable(model),
    /** True while they load because the page begins with them. */
    coming: readable(coming),
    /** Counts requests to bring the lesson to the front. */
    opened: readable(opened),
    /** Stored progress, for the backup. */
    progress: {
      store: kept.store,
      /** Tells all tabs, including this one, that the record under this key has changed. */
      changed(key: string) {
        // On a separate channel, since a channel does not receive its own messages.
        const { tabs } = storage.open(DATABASES.lessons);
        tabs?.post({ kind: "changed", id: key });
        tabs?.close();
      },
    },
    /** Loads the lessons, once. Rejects if the download fails. The next call tries again. */
    load() {
      loading ??= start();
      return loading;
    },
    /** The lessons of the open course, or of the built-in one before a course is open. Listing them starts nothing. */
    list: async (): Promise<Course["lessons"]> =>
      model.peek()?.course.peek().lessons ?? (await import("../lessons/built-in")).builtInCourse().lessons,
    /** Asks for the lesson to come to the front. */
    show() {
      opened.value += 1;
    },
  };
  // The lesson itself reports a failure to load.
  if (coming.peek()) door.load().catch(() => {});
  return door;
}
