import { describe, expect, it } from "vitest";
import { createNotices } from "../../../../../src/app/notices";
import { openWorld } from "../../../../../src/app/simulated-world";
import { worldText } from "../../../../../src/app/world-file";
import { loadWorld } from "../../../../../src/integrations/whatsapp/index";
import { seedWorld } from "../../../../../src/integrations/whatsapp/simulator";
import { importWorld } from "../../../../../src/integrations/whatsapp/world-editor/import-world";
import { memoryStore } from "../../../../../src/storage/store";

async function page() {
  const notices = createNotices();
  const world = openWorld({
    record: "world",
    loadSimulator: loadWorld,
    store: memoryStore(),
    notices,
    tabs: null,
    later: () => () => {},
    now: () => 1_700_000_000_000,
    newId: () => "id",
  });
  await world.restored;
  return { world, notices, told: () => notices.all.value.map((notice) => notice.text) };
}

const renamed = { ...seedWorld(), business: { ...seedWorld().business, name: "Marigold Books" } };

describe("importing a world", () => {
  it("replaces the world, and undo restores the old one", async () => {
    const { world, notices, told } = await page();
    expect(await importWorld({ world, notices }, new File([worldText(renamed)], "books.json"))).toBeNull();
    expect(world.world.value).toEqual(renamed);
    expect(told()).toEqual(["Loaded books.json."]);
    notices.all.value[0]?.action?.run();
    expect(world.world.value).toEqual(seedWorld());
  });

  it("says so if it is of an older version", async () => {
    const { world, notices, told } = await page();
    const old = { ...renamed, version: 1, accounts: [], contacts: [], messages: [] };
    const { origin, pacing, ...rest } = old;
    expect([origin, pacing]).toEqual(["shop", []]);
    expect(await importWorld({ world, notices }, new File([JSON.stringify(rest)], "old.json"))).toBeNull();
    expect(world.world.value?.business.name).toBe("Marigold Books");
    expect(told()[1]).toMatch(/^old\.json: Upgraded from version 1 to 2\./);
  });

  it("leaves the world unchanged if it is invalid, and names the field", async () => {
    const { world, notices, told } = await page();
    const wrong = new File([JSON.stringify({ ...renamed, seed: -1 })], "wrong.json");
    expect(await importWorld({ world, notices }, wrong)).toMatch(/^Couldn't import wrong\.json: seed: /);
    expect(world.world.value).toEqual(seedWorld());
    expect(told()).toEqual([]);
  });
});
