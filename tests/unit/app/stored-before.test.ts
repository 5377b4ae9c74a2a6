import { expect, it } from "vitest";
import * as LOCAL_KEYS from "../../../src/app/local-keys";
import { createNotices } from "../../../src/app/notices";
import { parseUnsavedScripts } from "../../../src/app/script-record";
import { openScripts } from "../../../src/app/scripts";
import { openWorld } from "../../../src/app/simulated-world";
import { DATABASES } from "../../../src/app/storage-names";
import { parseLeftWorld } from "../../../src/app/world-record";
import { loadWorld } from "../../../src/integrations/whatsapp/index";
import { seedWorld } from "../../../src/integrations/whatsapp/simulator";
import { memoryStore } from "../../../src/storage/store";
import { unloadStore } from "../../../src/storage/unload-store";
import { tab } from "../lessons/lessons-tab";
import { localStorageLike } from "./browser-parts";

// What earlier versions of the page have left in people's browsers. A change here must come with a migration.

const parts = { tabs: null, later: () => () => {}, newId: () => "new", now: () => 0 };

async function storeWith(records: Readonly<Record<string, unknown>>) {
  const store = memoryStore();
  for (const [key, record] of Object.entries(records)) await store.update(key, () => record);
  return store;
}

it("is found under the same names", () => {
  const { unsavedWorld, ...keys } = LOCAL_KEYS;
  expect({ ...DATABASES, ...keys, unsavedWorld: unsavedWorld("world") }).toEqual({
    scripts: "lua-agent-playground-scripts",
    world: "lua-agent-playground-world",
    lessons: "lua-agent-playground-lessons",
    vault: "lua-agent-playground-vault",
    runs: "lua-agent-playground-runs",
    settings: "lua-agent-playground.settings",
    follow: "lua-agent-playground.follow",
    firstFrame: "lua-agent-playground.first-frame",
    breakpoints: "lua-agent-playground.breakpoints",
    unsavedScripts: "lua-agent-playground.unsaved-scripts.",
    unsavedWorld: "lua-agent-playground.unsaved-world.",
    unsavedLessons: "lua-agent-playground.unsaved-lessons.",
    keptRuns: "lua-agent-playground.kept-runs",
    liveRun: "lua-agent-playground.live-run.",
  });
});

it("scripts, the selected one, and an unsaved one", async () => {
  const script = (id: string) => ({
    version: 1,
    id,
    name: `${id}.lua`,
    source: id,
    editedAt: 1,
    revision: "r",
  });
  const store = await storeWith({
    "script:a": script("a"),
    "script:b": script("b"),
    state: { version: 1, current: "b" },
  });
  const storage = localStorageLike();
  const unsaved = { id: "a", name: "a.lua", source: "a, edited", editedAt: 2, base: "r" };
  storage.setItem(`${LOCAL_KEYS.unsavedScripts}page`, JSON.stringify({ scripts: [unsaved], selected: null }));
  const scripts = await openScripts({
    ...parts,
    store,
    notices: createNotices(),
    welcome: { name: "welcome.lua", source: "" },
    leftBehind: unloadStore(storage, LOCAL_KEYS.unsavedScripts, "new", parseUnsavedScripts).found,
  });
  expect(scripts.all.value.map(({ source }) => source)).toEqual(["a, edited", "b"]);
  expect(scripts.current.value.name).toBe("b.lua");
});

it("the simulated world, and its latest events", async () => {
  const world = { ...seedWorld(), seed: 7 };
  const store = await storeWith({ world: { revision: "r", pristine: false, world } });
  const storage = localStorageLike();
  const steps = [{ from: "r", to: "s", events: [{ type: "time_passed", ms: 1000 }] }];
  storage.setItem(`${LOCAL_KEYS.unsavedWorld("world")}page`, JSON.stringify({ kind: "events", steps }));
  const opened = openWorld({
    ...parts,
    record: "world",
    loadSimulator: loadWorld,
    store,
    notices: createNotices(),
    leftBehind: unloadStore(storage, LOCAL_KEYS.unsavedWorld("world"), "new", parseLeftWorld).found,
  });
  await opened.restored;
  expect(opened.world.value).toMatchObject({ seed: 7, clock: world.clock + 1000 });
});

it("progress in lessons", async () => {
  const passed = { passedAt: 5, attempts: 2, hints: 1 };
  const { lessons } = await tab(
    await storeWith({
      "progress:whatsapp-from-lua": {
        version: 1,
        current: "03-the-window",
        lessons: { "01-first-call": passed },
      },
      state: { version: 1, course: "whatsapp-from-lua" },
    }),
  );
  expect(lessons.lesson.value.id).toBe("the-window");
  expect(lessons.progress.value).toEqual({ "first-call": passed });
});
