/** The lessons of this browser: IndexedDB, the other tabs, and a course that the page's address names. */
import { builtInCourse } from "../lessons/built-in";
import { readLessonAddress, withoutLesson } from "../lessons/lesson-link";
import { leftBehind, saveBeforeLeaving } from "./left-behind";
import { openLessons } from "./lessons";
import type { LessonsParts } from "./lessons-door";
import type { LessonsModel } from "./lessons-model";
import { LESSONS_STORE } from "./lessons-record";
import { newId } from "./new-id";
import { browserSettingsStorage } from "./settings";
import { idbStore } from "./store";
import { browserTabChannel } from "./tab-channel";
import { UNSAVED_PROGRESS, UnsavedProgressSchema } from "./unsaved-progress";

/** Opens the lessons; `?course=` is fetched when it is there, and `?lesson=` shown, once. */
export async function openBrowserLessons(parts: LessonsParts): Promise<LessonsModel> {
  const { course, lesson } = readLessonAddress(location.search);
  const left = leftBehind(browserSettingsStorage(), UNSAVED_PROGRESS, newId(), UnsavedProgressSchema);
  const lessons = await openLessons({
    ...parts,
    store: idbStore(LESSONS_STORE),
    tabs: browserTabChannel(LESSONS_STORE),
    builtIn: builtInCourse(),
    address: course,
    asked: lesson,
    page: location.href,
    docPages,
    now: () => Date.now(),
    leftBehind: left.found,
  });
  if (lesson !== null) {
    const { pathname, search, hash } = location;
    history.replaceState(history.state, "", pathname + withoutLesson(search) + hash);
  }
  saveBeforeLeaving(left, lessons, Promise.resolve());
  return lessons;
}

async function docPages(): Promise<ReadonlySet<string>> {
  // Here already: the docs are built from the same files.
  const [{ buildPages }, { catalog }] = await Promise.all([
    import("../docs/build-pages"),
    import("../integrations"),
  ]);
  return new Set(buildPages(catalog, []).map(({ name }) => name));
}
