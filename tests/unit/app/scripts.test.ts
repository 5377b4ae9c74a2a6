import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createNotices } from "../../../src/app/notices";
import type { OpenScripts, ScriptsParts } from "../../../src/app/scripts";
import { openScripts } from "../../../src/app/scripts";
import { storageCheck } from "../../../src/storage/storage-check";
import { type KeyValueStore, memoryStore } from "../../../src/storage/store";
import { sample } from "../../support/sample";
import { tabs } from "./browser-parts";

let counter = 0;

async function open(store: KeyValueStore, parts: Partial<ScriptsParts> = {}) {
  const notices = createNotices();
  const scripts = await openScripts({
    store,
    notices,
    welcome: { name: "welcome.lua", source: "print('welcome')" },
    tabs: null,
    // Nothing is saved by itself: each test says when.
    later: () => () => {},
    now: () => 1_700_000_000_000,
    newId: () => `id${counter++}`,
    ...parts,
  });
  return { scripts, notices };
}

const names = (scripts: OpenScripts) => scripts.all.value.map((s) => s.name);
const source = (scripts: OpenScripts, name: string) => scripts.all.value.find((s) => s.name === name)?.source;

function fullStore(): KeyValueStore & { full: boolean } {
  const inner = memoryStore();
  const store = {
    ...inner,
    full: true,
    async update(key: string, change: (stored: unknown) => unknown) {
      if (store.full) throw new DOMException("too much", "QuotaExceededError");
      await inner.update(key, change);
    },
  };
  return store;
}

describe("scripts survive", () => {
  it("shows the welcome script on a first visit, and keeps it", async () => {
    const store = memoryStore();
    const { scripts } = await open(store);
    expect(scripts.current.value.name).toBe("welcome.lua");
    await scripts.flush();
    const again = await open(store, { welcome: { name: "other.lua", source: "" } });
    expect(names(again.scripts)).toEqual(["welcome.lua"]);
    expect(again.notices.all.value).toEqual([]);
  });

  it("keeps what was typed, renamed, added and selected across a reload", async () => {
    const store = memoryStore();
    const { scripts } = await open(store);
    scripts.edit("print('mine')");
    const other = scripts.create("other.lua", "return 1");
    expect(scripts.rename(other.id, "second")).toBeNull();
    expect(scripts.storage.value.kind).toBe("saving");
    await scripts.flush();
    expect(scripts.storage.value.kind).toBe("saved");

    const again = (await open(store)).scripts;
    expect(names(again)).toEqual(["second.lua", "welcome.lua"]);
    expect(again.current.value.name).toBe("second.lua");
    expect(source(again, "welcome.lua")).toBe("print('mine')");
  });

  it("saves automatically soon after typing", async () => {
    const store = memoryStore();
    const waiting: (() => void)[] = [];
    const { scripts } = await open(store, {
      later: (work) => {
        waiting.push(work);
        return () => waiting.splice(waiting.indexOf(work), 1);
      },
    });
    scripts.edit("a");
    scripts.edit("ab");
    expect(waiting).toHaveLength(1);
    waiting[0]?.();
    await scripts.flush();
    expect(source((await open(store)).scripts, "welcome.lua")).toBe("ab");
  });

  it("keeps any text unchanged", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary" }), async (text) => {
        const store = memoryStore();
        const { scripts } = await open(store);
        scripts.edit(text);
        await scripts.flush();
        expect((await open(store)).scripts.current.value.source).toBe(text);
      }),
      { numRuns: sample(20, 500) },
    );
  });
});

describe("deleting", () => {
  it("can be undone, and the script is back unchanged", async () => {
    const store = memoryStore();
    const { scripts, notices } = await open(store);
    const doomed = scripts.create("doomed.lua", "return 'keep me'");
    scripts.remove(doomed.id);
    await scripts.flush();
    expect(names((await open(store)).scripts)).toEqual(["welcome.lua"]);
    expect(scripts.current.value.name).toBe("welcome.lua");

    const notice = notices.all.value.find((n) => n.text === "doomed.lua deleted.");
    notice?.action?.run();
    expect(scripts.current.value).toEqual(doomed);
    await scripts.flush();
    expect(source((await open(store)).scripts, "doomed.lua")).toBe("return 'keep me'");
  });

  it("undo picks a free name if the old one is taken by then", async () => {
    const { scripts, notices } = await open(memoryStore());
    const doomed = scripts.create("a.lua", "old");
    scripts.remove(doomed.id);
    scripts.create("a.lua", "new");
    notices.all.value.find((n) => n.text === "a.lua deleted.")?.action?.run();
    expect(source(scripts, "a.lua")).toBe("new");
    expect(source(scripts, "a-2.lua")).toBe("old");
  });

  it("the last script leaves an empty one", async () => {
    const { scripts } = await open(memoryStore());
    scripts.remove(scripts.current.value.id);
    expect(names(scripts)).toEqual(["untitled.lua"]);
    expect(scripts.current.value.source).toBe("");
  });
});

describe("an example", () => {
  const EXAMPLE = ["example.lua", "print('example')"] as const;

  it("is shown without joining the scripts, even after a reload", async () => {
    const store = memoryStore();
    const { scripts } = await open(store);
    scripts.openExample("other.lua", "print('other')");
    scripts.openExample(...EXAMPLE);
    expect(names(scripts)).toEqual(["welcome.lua"]);
    expect(scripts.texts.value.map(({ name }) => name)).toEqual(["example.lua", "welcome.lua"]);
    await scripts.flush();

    const again = (await open(store)).scripts;
    expect(names(again)).toEqual(["welcome.lua"]);
    expect(again.current.value).toMatchObject({ name: "example.lua", source: "print('example')" });
    expect(again.preview.value).toBe(again.current.value);
  });

  it("becomes a script when it is edited, and can be reset", async () => {
    const store = memoryStore();
    const { scripts, notices } = await open(store);
    scripts.openExample(...EXAMPLE);
    const { id } = scripts.current.value;
    scripts.edit("print('mine')");
    expect(scripts.preview.value).toBeNull();
    expect(scripts.current.value.id).toBe(id);
    await scripts.flush();

    const again = (await open(store)).scripts;
    expect(names(again)).toEqual(["example.lua", "welcome.lua"]);
    expect(again.preview.value).toBeNull();
    again.resetToExample(id);
    expect(again.current.value.source).toBe("print('example')");

    scripts.resetToExample(id);
    notices.all.value.find((n) => n.action?.label === "Undo")?.action?.run();
    expect(scripts.current.value.source).toBe("print('mine')");
  });

  it("has its own name, so an edited copy stays beside it", async () => {
    const { scripts } = await open(memoryStore());
    scripts.openExample(...EXAMPLE);
    scripts.edit("print('mine')");
    scripts.openExample(...EXAMPLE);
    expect(scripts.current.value.name).toBe("example-2.lua");
    expect(source(scripts, "example.lua")).toBe("print('mine')");
  });

  it("that is already a script is selected", async () => {
    const { scripts } = await open(memoryStore());
    scripts.openExample("hello.lua", "print('welcome')");
    expect(scripts.preview.value).toBeNull();
    expect(scripts.current.value.name).toBe("welcome.lua");
  });

  it("closes, and the script before it is shown again", async () => {
    const store = memoryStore();
    const { scripts } = await open(store);
    scripts.create("zoo.lua", "return 1");
    scripts.openExample(...EXAMPLE);
    scripts.openExample("second.lua", "print('second')");
    scripts.remove(scripts.current.value.id);
    expect(scripts.current.value.name).toBe("zoo.lua");
    await scripts.flush();
    expect((await open(store)).scripts.preview.value).toBeNull();
  });
});

describe("names", () => {
  it("stay unique regardless of case and are refused with a reason", async () => {
    const { scripts } = await open(memoryStore());
    expect(scripts.create("Welcome.lua", "").name).toBe("Welcome-2.lua");
    scripts.duplicate("welcome");
    expect(names(scripts)).toContain("welcome-copy.lua");
    expect(scripts.rename("welcome", "WELCOME-2")).toBe("There is already a script called WELCOME-2.lua.");
    expect(scripts.rename("welcome", "a/b")).toBe("Names can't contain /.");
    expect(scripts.rename("welcome", "  ")).toBe("A script needs a name.");
    expect(scripts.rename("welcome", "Welcome")).toBeNull();
  });
});

describe("storage that refuses", () => {
  it("leaves the scripts in memory, says why once, and saves them once there is room", async () => {
    const store = fullStore();
    const { scripts, notices } = await open(store);
    scripts.edit("print('precious')");
    await scripts.flush();
    expect(scripts.storage.value).toEqual({ kind: "memory", reason: "the browser's storage is full" });
    scripts.edit("print('precious, more')");
    await scripts.flush();
    expect(notices.all.value.filter((n) => n.text.includes("being saved"))).toHaveLength(1);
    expect(scripts.current.value.source).toBe("print('precious, more')");

    store.full = false;
    scripts.edit("print('precious, most')");
    await scripts.flush();
    expect(scripts.storage.value.kind).toBe("saved");
    expect((await open(store)).scripts.current.value.source).toBe("print('precious, most')");
  });

  it("still opens a session if nothing can be read", async () => {
    const refuse = () => Promise.reject(new Error("The user denied permission"));
    const { scripts } = await open({ entries: refuse, get: refuse, update: refuse, remove: refuse });
    expect(scripts.current.value.name).toBe("welcome.lua");
    scripts.edit("return 1");
    await scripts.flush();
    expect(scripts.storage.value).toEqual({ kind: "memory", reason: "The user denied permission" });
  });
});

describe("a damaged record", () => {
  it("is named and set aside, and the other scripts are kept", async () => {
    const store = memoryStore();
    const first = (await open(store)).scripts;
    first.create("good.lua", "return 'good'");
    await first.flush();
    await store.update("script:bad", () => ({ version: 1, id: "bad", name: 7, source: "return 'half'" }));

    const { scripts, notices } = await open(store);
    expect(names(scripts)).toEqual(["good.lua", "welcome.lua"]);
    const notice = notices.all.value[0];
    expect(notice?.tone).toBe("error");
    expect(notice?.text).toContain("A saved script is damaged (name)");
    expect(await store.get("damaged:script:bad")).toMatchObject({ source: "return 'half'" });
    notice?.action?.run();
    expect(source(scripts, "recovered.lua")).toBe("return 'half'");
    expect((await open(store)).notices.all.value).toEqual([]);
  });
});

describe("two tabs", () => {
  async function pair() {
    const store = memoryStore();
    const channel = tabs();
    const a = await open(store, { tabs: channel() });
    await a.scripts.flush();
    const b = await open(store, { tabs: channel() });
    return { store, a, b };
  }
  /** Lets both tabs finish what they heard of each other. */
  const settle = async (...all: { scripts: OpenScripts }[]) => {
    for (let round = 0; round < 3; round++) for (const tab of all) await tab.scripts.flush();
  };

  it("show each other's changes, new scripts and deletions", async () => {
    const { a, b } = await pair();
    a.scripts.edit("from a");
    const added = a.scripts.create("added.lua", "added in a");
    await settle(a, b);
    expect(source(b.scripts, "welcome.lua")).toBe("from a");
    expect(source(b.scripts, "added.lua")).toBe("added in a");
    expect(b.scripts.current.value.name).toBe("welcome.lua");

    a.scripts.remove(added.id);
    await settle(a, b);
    expect(names(b.scripts)).toEqual(["welcome.lua"]);
  });

  it("offer to undo if the open script is deleted in the other", async () => {
    const { store, a, b } = await pair();
    a.scripts.create("second.lua", "");
    await settle(a, b);
    a.scripts.remove("welcome");
    await settle(a, b);
    expect(b.scripts.current.value.name).toBe("second.lua");
    b.notices.all.value.find((n) => n.text === "welcome.lua was deleted in another tab.")?.action?.run();
    await settle(a, b);
    expect(names((await open(store)).scripts)).toEqual(["second.lua", "welcome.lua"]);
  });

  it("keep both texts if the same script is edited in both", async () => {
    const { store, a, b } = await pair();
    a.scripts.edit("typed in a");
    b.scripts.edit("typed in b");
    await settle(a, b);
    expect(b.scripts.current.value.source).toBe("typed in b");
    const after = (await open(store)).scripts;
    expect(source(after, "welcome.lua")).toBe("typed in b");
    expect(source(after, "welcome (other tab).lua")).toBe("typed in a");
    expect(b.notices.all.value.some((n) => n.text.includes("edited in another tab"))).toBe(true);
  });

  it("never lose a text, whatever is typed and saved in which tab and order", async () => {
    const step = fc.record({ tab: fc.nat(1), save: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        const { store, a, b } = await pair();
        const all = [a, b];
        // Texts nobody has typed over: typing in a tab gives up what that tab shows, and nothing else.
        const alive = new Set<string>();
        for (const [n, { tab, save }] of steps.entries()) {
          const { scripts } = all[tab] ?? a;
          alive.delete(scripts.current.value.source);
          scripts.edit(`text ${n} of tab ${tab}`);
          alive.add(scripts.current.value.source);
          if (save) await settle(all[tab] ?? a);
        }
        await settle(a, b);
        const kept = (await open(store)).scripts.all.value.map((s) => s.source);
        for (const text of alive) expect(kept).toContain(text);
      }),
      { numRuns: sample(60) },
    );
  });
});

describe("when the browser's storage is emptied under the page", () => {
  it("nothing is lost, not even scripts that are no longer edited", async () => {
    const store = memoryStore();
    const check = storageCheck();
    const { scripts, notices } = await open(store, { check });
    scripts.create("kept.lua", "print('kept')");
    await scripts.flush();
    check.look();
    await scripts.flush();
    expect(notices.all.value).toEqual([]);
    for (const [key] of await store.entries()) await store.remove(key);
    check.look();
    await scripts.flush();
    expect(notices.all.value.map(({ text }) => text).join()).toMatch(/storage was cleared/);
    await scripts.flush();
    expect(names((await open(store)).scripts)).toEqual(["kept.lua", "welcome.lua"]);
  });

  it("the next save restores everything that is open and says so", async () => {
    const store = memoryStore();
    const { scripts, notices } = await open(store);
    scripts.create("a.lua", "print('a')");
    scripts.create("b.lua", "print('b')");
    await scripts.flush();
    for (const [key] of await store.entries()) await store.remove(key);

    scripts.edit("print('b, edited')");
    await scripts.flush();
    await scripts.flush();
    expect(notices.all.value.map(({ text }) => text).join()).toMatch(/storage was cleared/);
    const { scripts: again } = await open(store);
    expect(names(again)).toEqual(["a.lua", "b.lua", "welcome.lua"]);
    expect(source(again, "b.lua")).toBe("print('b, edited')");
  });
});
