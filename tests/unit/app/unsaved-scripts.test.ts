import { describe, expect, it } from "vitest";
import { createNotices } from "../../../src/app/notices";
import { parseUnsavedScripts } from "../../../src/app/script-record";
import { openScripts } from "../../../src/app/scripts";
import { type KeyValueStore, memoryStore } from "../../../src/storage/store";
import { unloadStore } from "../../../src/storage/unload-store";
import { localStorageLike } from "./browser-parts";

const UNSAVED_SCRIPTS = "unsaved-scripts.";
let counter = 0;

/** A page load over what earlier ones kept and left behind. */
async function load(store: KeyValueStore, storage: ReturnType<typeof localStorageLike>) {
  const unsaved = unloadStore(storage, UNSAVED_SCRIPTS, `page${counter++}`, parseUnsavedScripts);
  const scripts = await openScripts({
    store,
    notices: createNotices(),
    welcome: { name: "welcome.lua", source: "print('welcome')" },
    tabs: null,
    later: () => () => {},
    now: () => 1_700_000_000_000,
    newId: () => `id${counter++}`,
    leftBehind: unsaved.found,
  });
  return { unsaved, scripts, texts: () => scripts.all.value.map(({ name, source }) => `${name}: ${source}`) };
}

describe("a page that closes before saving", () => {
  it("loses nothing: the next one has the text, and saves it", async () => {
    const [store, storage] = [memoryStore(), localStorageLike()];
    const first = await load(store, storage);
    await first.scripts.flush();
    first.scripts.edit("typed last");
    first.unsaved.leave(first.scripts.unsaved());

    const second = await load(store, storage);
    expect(second.texts()).toEqual(["welcome.lua: typed last"]);
    await second.scripts.flush();
    second.unsaved.forgetFound();
    expect(storage.items.size).toBe(0);
    expect((await load(store, storage)).texts()).toEqual(["welcome.lua: typed last"]);
  });

  it("opens with the last selected script", async () => {
    const [store, storage] = [memoryStore(), localStorageLike()];
    const first = await load(store, storage);
    const other = first.scripts.create("other.lua", "print(2)");
    await first.scripts.flush();
    first.scripts.select("welcome");
    first.unsaved.leave(first.scripts.unsaved());

    const second = await load(store, storage);
    expect(second.scripts.current.value.name).toBe("welcome.lua");
    await second.scripts.flush();
    second.unsaved.forgetFound();
    expect((await load(store, storage)).scripts.current.value.name).toBe("welcome.lua");
    expect(other.name).toBe("other.lua");
  });

  it("opens with the last shown example", async () => {
    const [store, storage] = [memoryStore(), localStorageLike()];
    const first = await load(store, storage);
    await first.scripts.flush();
    first.scripts.openExample("example.lua", "print(3)");
    first.unsaved.leave(first.scripts.unsaved());

    const second = await load(store, storage);
    expect(second.scripts.preview.value).toMatchObject({ name: "example.lua", source: "print(3)" });
    expect(second.scripts.current.value).toBe(second.scripts.preview.value);
    expect(second.texts()).toEqual(["welcome.lua: print('welcome')"]);
  });

  it("loses nothing on a first visit, before anything is stored", async () => {
    const [store, storage] = [memoryStore(), localStorageLike()];
    const first = await load(store, storage);
    first.scripts.edit("typed at once");
    first.unsaved.leave(first.scripts.unsaved());
    expect((await load(store, storage)).texts()).toEqual(["welcome.lua: typed at once"]);
  });

  it("replaces nothing that another tab saved since: both are kept", async () => {
    const [store, storage] = [memoryStore(), localStorageLike()];
    const first = await load(store, storage);
    await first.scripts.flush();
    const other = await load(store, localStorageLike());
    first.scripts.edit("mine");
    first.unsaved.leave(first.scripts.unsaved());
    other.scripts.edit("theirs");
    await other.scripts.flush();
    expect((await load(store, storage)).texts()).toEqual(
      ["welcome.lua: theirs", "welcome (unsaved).lua: mine"].sort(),
    );
  });

  it("keeps the texts of two tabs closed at once", async () => {
    const [store, storage] = [memoryStore(), localStorageLike()];
    const pages = [await load(store, storage), await load(store, storage)];
    for (const [index, { scripts }] of pages.entries()) scripts.edit(`of page ${index}`);
    for (const { scripts, unsaved } of pages) unsaved.leave(scripts.unsaved());
    expect((await load(store, storage)).texts()).toEqual([
      "welcome (unsaved).lua: of page 1",
      "welcome.lua: of page 0",
    ]);
  });

  it("makes no copies if the page that picked up unsaved text also closes before saving", async () => {
    const [store, storage] = [memoryStore(), localStorageLike()];
    const first = await load(store, storage);
    await first.scripts.flush();
    first.scripts.edit("typed");
    first.unsaved.leave(first.scripts.unsaved());
    const second = await load(store, storage);
    second.scripts.edit("typed, and more");
    second.unsaved.leave(second.scripts.unsaved());
    expect((await load(store, storage)).texts()).toEqual(["welcome.lua: typed, and more"]);
  });

  it("leaves nothing behind once everything is saved, and ignores nonsense", async () => {
    const [store, storage] = [memoryStore(), localStorageLike()];
    const first = await load(store, storage);
    first.scripts.edit("saved");
    first.unsaved.leave(first.scripts.unsaved());
    await first.scripts.flush();
    expect(first.scripts.unsaved()).toEqual([]);
    first.unsaved.leave([]);
    expect(storage.items.size).toBe(0);
    for (const text of ["{", "7", '{"selected":null,"scripts":[{"id":""}]}'])
      storage.setItem(`${UNSAVED_SCRIPTS}${text}`, text);
    const found = (from: typeof storage | null) =>
      unloadStore(from, UNSAVED_SCRIPTS, "page", parseUnsavedScripts).found;
    expect(found(storage)).toEqual([]);
    expect(found(null)).toEqual([]);
  });
});
