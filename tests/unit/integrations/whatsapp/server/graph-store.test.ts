import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { GraphStore, readKept } from "../../../../../src/integrations/whatsapp/server/store";
import { apply, seedWorld, type World } from "../../../../../src/integrations/whatsapp/simulator/index";

let folder = "";
let file = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "graph-store-"));
  file = join(folder, "world.json");
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
});
afterEach(async () => {
  vi.useRealTimers();
  await rm(folder, { recursive: true });
});

/** A store over a world that the test moves. */
function storing(first: World = seedWorld()) {
  const state = { world: first, waiting: [] as readonly string[] };
  const lines: string[] = [];
  const store = new GraphStore(file, {
    world: () => state.world,
    waiting: () => state.waiting,
    tell: (line) => lines.push(line),
  });
  const act = (next: World) => {
    const before = state.world;
    state.world = next;
    store.changed(before);
  };
  return { state, store, lines, act };
}

const later = (world: World, ms: number) => apply(world, { type: "time_passed", ms });

describe("what a running server saves", () => {
  it("is written soon after an event, and seldom while only time passes", async () => {
    const { state, store, act } = storing();
    const flush = vi.spyOn(store, "flush");
    for (let tick = 0; tick < 90; tick++) {
      act(later(state.world, 100));
      vi.advanceTimersByTime(100);
    }
    expect(flush).toHaveBeenCalledTimes(0);
    act({ ...state.world, seed: 7 });
    vi.advanceTimersByTime(300);
    expect(flush).toHaveBeenCalledTimes(1);
    await store.flush();
    expect((await readKept(file))?.world).toEqual(state.world);
  });

  it("is the old world or the new one, never half of one, with the undelivered webhooks", async () => {
    const { state, store } = storing();
    state.waiting = ['{"object":"whatsapp_business_account","entry":[1]}'];
    store.changed(null);
    await store.flush();
    await writeFile(`${file}.new`, "half of a wor");
    expect(await readKept(file)).toEqual({ world: state.world, waiting: state.waiting });
  });

  it("is written once the disk works again, and the failure is reported once", async () => {
    const { state, store, lines } = storing();
    await rm(folder, { recursive: true });
    store.changed(null);
    await store.flush();
    store.changed(null);
    await store.flush();
    expect(lines).toEqual([expect.stringContaining("The world is not being saved")]);
    await mkdir(folder);
    await store.flush();
    expect(await readKept(file)).toEqual({ world: state.world, waiting: [] });
  });
});
