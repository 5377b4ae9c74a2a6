import { signal } from "@preact/signals";
import { type OpenLessons, type OpenLessonsParts, openLessons } from "../../../src/app/lessons";
import { createNotices } from "../../../src/app/notices";
import { readable } from "../../../src/app/readable";
import type { OpenScripts } from "../../../src/app/scripts";
import { openScripts } from "../../../src/app/scripts";
import { isWorld, seedWorld, type World } from "../../../src/integrations/whatsapp/simulator/page";
import { builtInCourse } from "../../../src/lessons/built-in";
import { filesOfZip } from "../../../src/lessons/files/zip";
import { type KeyValueStore, memoryStore } from "../../../src/storage/store";
import type { TabChannel } from "../../../src/storage/tab-channel";
import { sampleCourse } from "./sample-course";
import { runInNode } from "./trial";

/** A tab of the playground as far as lessons see it; its runs are real ones, in Node. */
export async function tab(
  store: KeyValueStore = memoryStore(),
  channel: TabChannel | null = null,
  more: Partial<Pick<OpenLessonsParts, "leftBehind" | "address" | "asked">> = {},
): Promise<{
  lessons: OpenLessons;
  scripts: OpenScripts;
  notices: ReturnType<typeof createNotices>;
  worlds: readonly World[];
}> {
  const notices = createNotices();
  const worlds: World[] = [];
  const world = signal<World>(seedWorld());
  let ids = 0;
  const scripts = await openScripts({
    store: memoryStore(),
    notices,
    welcome: { name: "welcome.lua", source: "print('hi')" },
    tabs: null,
    later: () => () => {},
    now: () => 0,
    newId: () => String(++ids),
  });
  const run = { trial: runInNode };
  const parts: OpenLessonsParts = {
    store,
    tabs: channel,
    later(work) {
      work();
      return () => {};
    },
    newId: () => String(++ids),
    scripts,
    run,
    notices,
    world: {
      world: readable(world),
      load(next) {
        if (!isWorld(next)) return;
        worlds.push(next);
        world.value = next;
      },
    },
    builtIn: builtInCourse(),
    address: null,
    asked: null,
    ...more,
    page: "https://here.example/",
    docPages: async () => new Set(["errors"]),
    unzip: async (name, zip) => filesOfZip(name, new Uint8Array(await zip.arrayBuffer())),
    now: () => 1_000,
    newSeed: () => 1,
  };
  return { lessons: await openLessons(parts), scripts, notices, worlds };
}

/** The sample course as the files of a folder that was chosen. */
export const files = (changes?: Parameters<typeof sampleCourse>[0]) =>
  [...sampleCourse(changes)].map(([path, text]) => {
    const file = new File([text], path.slice(path.lastIndexOf("/") + 1));
    Object.defineProperty(file, "webkitRelativePath", { value: `class/${path}` });
    return file;
  });
