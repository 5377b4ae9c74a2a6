import { describe, expect, it } from "vitest";
import { createNotices } from "../../../src/app/notices";
import { openWorld, type WorldParts } from "../../../src/app/simulated-world";
import { parseLeftWorld } from "../../../src/app/world-record";
import { loadWorld } from "../../../src/integrations/whatsapp/index";
import { seedWorld, type World, type WorldEvent } from "../../../src/integrations/whatsapp/simulator/page";
import { receive } from "../../../src/integrations/whatsapp/simulator/receive";
import { readyWorlds } from "../../../src/integrations/whatsapp/simulator/worlds";
import type { KeepParts } from "../../../src/storage/record-kind";
import { type KeyValueStore, memoryStore } from "../../../src/storage/store";
import { unloadStore } from "../../../src/storage/unload-store";
import { localStorageLike, tabs } from "./browser-parts";

const MAYA = "15551234567";
const HOUR = 3_600_000;

let counter = 0;

/** A page load over what earlier ones kept and left behind. */
async function load(
  store: KeyValueStore,
  storage = localStorageLike(),
  more: Partial<WorldParts<World, WorldEvent>> = {},
) {
  const notices = createNotices();
  const unsaved = unloadStore(storage, "unsaved-world.", `page${counter++}`, parseLeftWorld);
  const world = openWorld({
    record: "world",
    loadSimulator: loadWorld,
    store,
    notices,
    tabs: null,
    // Nothing is saved by itself: each test says when.
    later: () => () => {},
    now: () => 1_700_000_000_000,
    newId: () => `id${counter++}`,
    leftBehind: unsaved.found,
    ...more,
  });
  await world.restored;
  const here = (): World => world.world.value ?? seedWorld();
  return {
    world,
    notices,
    here,
    says: (text: string) => world.act([wrote(here(), text)]),
    texts: () => inbound(here()),
    leave: () => unsaved.leave(world.unsaved()),
    offered: (label: string) => notices.all.value.find((one) => one.action?.label === label)?.action,
  };
}

function wrote(world: World, text: string): WorldEvent {
  return receive(world, world.accounts[0]?.phoneNumberId ?? "", MAYA, text);
}

/** What the customers wrote since the seed. */
function inbound(world: World): string[] {
  const seeded = seedWorld().messages.flat().length;
  return world.messages
    .flat()
    .slice(seeded)
    .flatMap((one) => (one.direction === "inbound" && one.content.type === "text" ? [one.content.body] : []));
}

describe("the simulated world survives the page", () => {
  it("is there again once saved", async () => {
    const store = memoryStore();
    const first = await load(store);
    first.says("kept");
    await first.world.flush();
    expect(first.world.unsaved()).toEqual([]);
    expect((await load(store)).texts()).toEqual(["kept"]);
  });

  it("loses nothing if the page closes before saving, on the first visit or later", async () => {
    const [store, storage] = [memoryStore(), localStorageLike()];
    const first = await load(store, storage);
    first.says("one");
    first.leave();
    const second = await load(store, storage);
    expect(second.texts()).toEqual(["one"]);
    await second.world.flush();
    second.says("two");
    second.world.act([{ type: "time_passed", ms: HOUR }]);
    second.leave();
    const third = await load(store, storage);
    expect(third.texts()).toEqual(["one", "two"]);
    expect(third.here().clock).toBe(seedWorld().clock + HOUR);
  });

  it("applies nothing twice if the save succeeded after all", async () => {
    const [store, storage] = [memoryStore(), localStorageLike()];
    const first = await load(store, storage);
    first.world.act([{ type: "time_passed", ms: HOUR }]);
    first.leave();
    await first.world.flush();
    expect((await load(store, storage)).here().clock).toBe(seedWorld().clock + HOUR);
  });

  it("applies nothing twice if the page closed during a save", async () => {
    for (const lands of [true, false]) {
      const [inner, storage] = [memoryStore(), localStorageLike()];
      let go = () => {};
      const gate = new Promise<void>((resolve) => {
        go = resolve;
      });
      const slow: KeyValueStore = {
        ...inner,
        async update(key, change) {
          await gate;
          if (lands) await inner.update(key, change);
        },
      };
      const first = await load(slow, storage);
      first.world.act([{ type: "time_passed", ms: HOUR }]);
      const saving = first.world.flush();
      // Let the save begin.
      await Promise.resolve();
      first.says("during");
      first.leave();
      go();
      await saving;
      const second = await load(inner, storage);
      expect(second.here().clock).toBe(seedWorld().clock + HOUR);
      expect(second.texts()).toEqual(["during"]);
    }
  });

  it("applies nothing twice if the next page also closes before saving", async () => {
    const [store, storage] = [memoryStore(), localStorageLike()];
    const first = await load(store, storage);
    first.world.act([{ type: "time_passed", ms: HOUR }]);
    first.leave();
    const second = await load(store, storage);
    second.says("then");
    second.leave();
    const third = await load(store, storage);
    expect(third.here().clock).toBe(seedWorld().clock + HOUR);
    expect(third.texts()).toEqual(["then"]);
  });

  it("keeps a world that replaced the old one, and what happened in it", async () => {
    const [store, storage] = [memoryStore(), localStorageLike()];
    const first = await load(store, storage);
    first.world.load({ ...seedWorld(), clock: 1_900_000_000_000 }, "Clinic", true);
    first.says("in the clinic");
    first.leave();
    const second = await load(store, storage);
    expect(second.here().clock).toBe(1_900_000_000_000);
    expect(second.texts()).toEqual(["in the clinic"]);
  });

  it("copes with a full localStorage", async () => {
    const [store, storage] = [memoryStore(), localStorageLike(10)];
    const first = await load(store, storage);
    first.says("kept by the other way");
    first.leave();
    expect(storage.items.size).toBe(0);
    await first.world.flush();
    expect((await load(store, storage)).texts()).toEqual(["kept by the other way"]);
  });

  it("reads a world that an older version of the page stored bare", async () => {
    const store = memoryStore();
    await store.update("world", () => ({ ...seedWorld(), clock: 1_900_000_000_000 }));
    const { world, here } = await load(store);
    expect(here().clock).toBe(1_900_000_000_000);
    expect(world.pristine.value).toBe(false);
  });

  it("sets aside what it cannot read and says which field is wrong", async () => {
    const store = memoryStore();
    const damaged = { revision: "r", pristine: false, world: { ...seedWorld(), clock: "noon" } };
    await store.update("world", () => damaged);
    const { notices, here } = await load(store);
    expect(notices.all.value[0]?.text).toContain("clock");
    expect(here()).toEqual(seedWorld());
    expect(await store.get("world.unreadable")).toEqual(damaged.world);
  });

  it("says once that the browser refuses, continues in memory, and saves when it can", async () => {
    const inner = memoryStore();
    let full = true;
    const store: KeyValueStore = {
      ...inner,
      async update(key, change) {
        if (full) throw new DOMException("too much", "QuotaExceededError");
        await inner.update(key, change);
      },
    };
    const first = await load(store);
    first.says("one");
    await first.world.flush();
    first.says("two");
    await first.world.flush();
    expect(first.notices.all.value.map((one) => one.tone)).toEqual(["error"]);
    expect(first.notices.all.value[0]?.text).toContain("storage is full");
    expect(first.texts()).toEqual(["one", "two"]);
    full = false;
    await first.world.flush();
    expect((await load(store)).texts()).toEqual(["one", "two"]);
  });
});

describe("two tabs", () => {
  async function pair() {
    const [store, channel] = [memoryStore(), tabs()];
    const open = () => load(store, localStorageLike(), { tabs: channel() });
    return [await open(), await open()] as const;
  }
  const settled = async (tab: Awaited<ReturnType<typeof load>>) => tab.world.flush();

  it("an idle tab picks up what the other one saved", async () => {
    const [one, two] = await pair();
    one.says("from the first");
    await one.world.flush();
    await settled(two);
    expect(two.texts()).toEqual(["from the first"]);
    two.says("from the second");
    await two.world.flush();
    await settled(one);
    expect(one.texts()).toEqual(["from the first", "from the second"]);
    expect([...one.notices.all.value, ...two.notices.all.value]).toEqual([]);
  });

  it("when both changed it, the later save wins, says so and offers the other", async () => {
    const [one, two] = await pair();
    one.says("mine");
    two.says("theirs");
    await two.world.flush();
    await one.world.flush();
    expect(one.texts()).toEqual(["mine"]);
    one.offered("Use the other version")?.run();
    expect(one.texts()).toEqual(["theirs"]);
  });

  it("a run is not disturbed: the other tab's world arrives when it ends", async () => {
    const [one, two] = await pair();
    const stop = two.world.onAct(() => {});
    one.says("meanwhile");
    await one.world.flush();
    await settled(two);
    expect(two.texts()).toEqual([]);
    stop();
    await settled(two);
    expect(two.texts()).toEqual(["meanwhile"]);
  });
});

describe("two tabs that let time run", () => {
  /** Two tabs with clocks that tick when the test says so. */
  async function pair() {
    const [store, channel] = [memoryStore(), tabs()];
    let real = 1_700_000_000_000;
    const open = async () => {
      const ticks: (() => void)[] = [];
      const later: KeepParts["later"] = (work, ms) => {
        // The saves wait less.
        if (ms < 1000) return () => {};
        ticks.push(work);
        return () => void ticks.splice(ticks.indexOf(work), 1);
      };
      const tab = await load(store, localStorageLike(), { tabs: channel(), later, now: () => real });
      return { ...tab, ticks };
    };
    const [one, two] = [await open(), await open()];
    /** A second passes: whatever clock runs ticks, and both tabs save. */
    const second = async () => {
      real += 1000;
      for (const tab of [one, two]) tab.ticks.shift()?.();
      for (const tab of [one, two, one, two]) await tab.world.flush();
    };
    return { one, two, second };
  }

  it("settle: the one started last keeps going, the other stops and says so", async () => {
    const { one, two, second } = await pair();
    const began = one.here().clock;
    one.world.running.value = true;
    await second();
    two.world.running.value = true;
    expect(one.world.running.value).toBe(false);
    for (let count = 0; count < 5; count++) await second();
    expect(one.here().clock).toBe(began + 6000);
    expect(two.here().clock).toBe(began + 6000);
    expect(one.notices.all.value.map(({ text }) => text)).toEqual([
      "The simulated clock stopped in this tab because another tab is using the same world.",
    ]);
    expect(two.notices.all.value).toEqual([]);
    one.offered("Start it here")?.run();
    expect([one.world.running.value, two.world.running.value]).toEqual([true, false]);
  });

  it("stop when a script runs in the other tab", async () => {
    const { one, two } = await pair();
    one.world.running.value = true;
    await two.world.begin([]);
    expect(one.world.running.value).toBe(false);
  });

  it("keep running beside a tab that does nothing", async () => {
    const { one, two, second } = await pair();
    one.world.running.value = true;
    for (let count = 0; count < 3; count++) await second();
    expect(one.world.running.value).toBe(true);
    expect(two.here()).toEqual(one.here());
  });
});

describe("what a user does in the world", () => {
  it("reaches the current run, and nothing after its end", async () => {
    const { world, says } = await load(memoryStore());
    const heard: string[] = [];
    const stop = world.onAct((events) => heard.push(...events.map((one) => one.type)));
    says("hello");
    world.act([]);
    stop();
    says("too late");
    expect(heard).toEqual(["message_received"]);
  });

  it("an edit that breaks the world is refused by field, a good one is accepted", async () => {
    const { world, here } = await load(memoryStore());
    expect(world.edit((now) => ({ ...now, seed: -1 }))).toMatch(/^seed: /);
    expect(here().seed).toBe(seedWorld().seed);
    expect(world.edit((now) => ({ ...now, seed: 7 }))).toBeNull();
    expect(here().seed).toBe(7);
  });

  it("replacing and resetting the world can be undone", async () => {
    const { world, says, texts, offered, here } = await load(memoryStore());
    says("before");
    world.load({ ...seedWorld(), seed: 7 }, "Clinic", true);
    expect(here().seed).toBe(7);
    offered("Undo")?.run();
    expect(texts()).toEqual(["before"]);
    world.reset();
    expect(texts()).toEqual([]);
    offered("Undo")?.run();
    expect(texts()).toEqual(["before"]);
  });

  it("a reset returns to the ready world it started from", async () => {
    const { world, says, here, texts } = await load(memoryStore());
    const clinic = await readyWorlds.find((one) => one.id === "clinic")?.load();
    if (clinic === undefined) throw new Error("There is no clinic.");
    world.load(clinic, "Clinic", true);
    says("in the clinic");
    world.reset();
    await expect.poll(here).toEqual(clinic);
    expect(world.pristine.value).toBe(true);
    world.load({ ...seedWorld(), origin: "of an older version" }, "old.json");
    says("there");
    world.reset();
    await expect.poll(texts).toEqual([]);
  });

  it("knows whether there is something to lose, even after a reload", async () => {
    const store = memoryStore();
    const { world, says } = await load(store);
    expect(world.pristine.value).toBe(true);
    says("something");
    expect(world.pristine.value).toBe(false);
    await world.flush();
    expect((await load(store)).world.pristine.value).toBe(false);
    world.reset();
    expect(world.pristine.value).toBe(true);
    await world.flush();
    expect((await load(store)).world.pristine.value).toBe(true);
    world.load({ ...seedWorld(), seed: 7 }, "mine.json");
    expect(world.pristine.value).toBe(false);
  });

  it("runs with real time while that is switched on", async () => {
    let real = 1_700_000_000_000;
    const waiting: (() => void)[] = [];
    const { world, here } = await load(memoryStore(), undefined, {
      now: () => real,
      later(work, ms) {
        // The saves wait less.
        if (ms < 1000) return () => {};
        waiting.push(work);
        return () => waiting.splice(waiting.indexOf(work), 1);
      },
    });
    const began = here().clock;
    world.running.value = true;
    for (let tick = 0; tick < 3; tick++) {
      real += 1000;
      waiting.shift()?.();
    }
    expect(here().clock).toBe(began + 3000);
    world.running.value = false;
    expect(waiting).toEqual([]);
  });
});
