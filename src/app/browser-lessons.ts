/** The lessons of this browser: IndexedDB, the other tabs, and a course that the page's address names. */
import { builtInCourse } from "../lessons/built-in";
import { openLessons } from "./lessons";
import type { LessonsParts } from "./lessons-door";
import type { LessonsModel } from "./lessons-model";
import { LESSONS_STORE } from "./lessons-record";
import { idbStore } from "./store";
import { browserTabChannel } from "./tab-channel";

/** Opens the lessons; `?course=` is fetched when it is there. */
export async function openBrowserLessons(parts: LessonsParts): Promise<LessonsModel> {
  return openLessons({
    ...parts,
    store: idbStore(LESSONS_STORE),
    tabs: browserTabChannel(LESSONS_STORE),
    builtIn: builtInCourse(),
    address: new URLSearchParams(location.search).get("course"),
    page: location.href,
    now: () => Date.now(),
  });
}
