/** The lessons of this browser: IndexedDB, other tabs, and the course in the page's address. */
import { readLessonAddress } from "../lessons/lesson-link";
import type { BrowserStorage } from "../storage/browser-storage";
import type { KeepParts } from "../storage/record-kind";
import { saveOnUnload } from "../storage/unload-store";
import { loadDocs } from "./docs";
import { type LessonsModel, type LessonsParts, openLessons } from "./lessons";
import { parseUnsavedLessons } from "./lessons-record";
import * as LOCAL_KEYS from "./local-keys";

/** Opens the lessons. Fetches the address's `?course=` and shows its `?lesson=`, if any, once. */
export async function openBrowserLessons(
  storage: BrowserStorage,
  kept: KeepParts,
  parts: LessonsParts,
  carriesScript: boolean,
): Promise<LessonsModel> {
  const { course, lesson } = readLessonAddress(location.search);
  // A chunk of its own: the texts grow with every lesson.
  const { builtInCourse } = await import("../lessons/built-in");
  const left = storage.left(LOCAL_KEYS.unsavedLessons, parseUnsavedLessons);
  const lessons = await openLessons({
    ...parts,
    ...kept,
    builtIn: builtInCourse(),
    address: course,
    asked: lesson,
    carriesScript,
    page: location.href,
    docPages,
    unzip: async (name, zip) => (await import("../lessons/files/unzip")).unzip(name, zip),
    now: () => Date.now(),
    newSeed: () => 1 + Math.floor(Math.random() * 999_999),
    leftBehind: left.found,
  });
  saveOnUnload(left, lessons, Promise.resolve());
  return lessons;
}

async function docPages(): Promise<ReadonlySet<string>> {
  const { buildPages, catalog, guides } = await loadDocs();
  return new Set(buildPages(catalog, guides, []).map(({ name }) => name));
}
