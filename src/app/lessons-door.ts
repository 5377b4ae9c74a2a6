import { signal } from "@preact/signals";
import type { BrowserStorage } from "../storage/browser-storage";
import { isLessonScript, type LessonsDoor, type LessonsModel, type LessonsParts } from "./lessons-model";
import { DATABASES } from "./storage-names";

/** Opens the lessons' door. Lessons load on demand, or if the address names a course or a lesson. */
export function openLessonsDoor(storage: BrowserStorage, parts: LessonsParts): LessonsDoor {
  const kept = storage.open(DATABASES.lessons);
  const model = signal<LessonsModel | null>(null);
  const opened = signal(0);
  let loading: Promise<LessonsModel> | null = null;
  const start = async () => {
    const { openBrowserLessons } = await import("./browser-lessons");
    const loaded = await openBrowserLessons(storage, kept, parts);
    model.value = loaded;
    return loaded;
  };
  const door: LessonsDoor = {
    model,
    opened,
    progress: {
      store: kept.store,
      changed(key) {
        // On a channel of its own, since a channel does not receive its own messages.
        const { tabs } = storage.open(DATABASES.lessons);
        tabs?.post({ kind: "changed", id: key });
        tabs?.close();
      },
    },
    load() {
      const mine = loading ?? start();
      loading = mine;
      mine.catch(() => {
        if (loading === mine) loading = null;
      });
      return mine;
    },
    show() {
      opened.value += 1;
    },
  };
  const query = new URLSearchParams(location.search);
  if (query.has("course") || query.has("lesson")) door.show();
  // People who have started a lesson see the list at once. The lesson itself reports that it cannot be loaded.
  else if (parts.scripts.all.peek().some(({ id }) => isLessonScript(id))) door.load().catch(() => {});
  return door;
}
