import { describe, expect, it } from "vitest";
import { worldFileName, worldText } from "../../../../../src/app/world-file";
import { apply, receive, seedWorld } from "../../../../../src/integrations/whatsapp/simulator";
import { readyWorlds } from "../../../../../src/integrations/whatsapp/simulator/worlds";
import {
  importedWorld,
  readWorldText,
} from "../../../../../src/integrations/whatsapp/world-editor/import-world";

const world = seedWorld();

function said(text: string): string {
  const read = readWorldText("mine.json", text);
  return read.ok ? "it was read" : read.message;
}

describe("a world as a file", () => {
  it("is exported and imported unchanged, whichever it is and whatever happened in it", async () => {
    for (const ready of readyWorlds) {
      const begun = await ready.load();
      const from = begun.accounts[0]?.phoneNumberId ?? "";
      const lived = apply(begun, receive(begun, from, "15551234567", "Is it ready? 🍵"));
      const read = readWorldText("mine.json", worldText(lived));
      expect(read.ok && read.value.world).toEqual(lived);
      expect(read.ok && read.value.olderVersion).toBeNull();
    }
  });

  it("is named after the business and the simulated day", () => {
    expect(worldFileName(world.business.name, world.clock)).toBe("juniper-lane-tea-2026-11-02.json");
    const odd = { ...world, business: { ...world.business, name: "Café / 茶" } };
    expect(worldFileName(odd.business.name, odd.clock)).toBe("cafe-2026-11-02.json");
    expect(worldFileName("茶", world.clock)).toBe("world-2026-11-02.json");
  });

  it("names the file, the field and the reason if it is invalid", () => {
    const damaged = { ...world, clock: "noon" };
    expect(said(JSON.stringify(damaged))).toMatch(/^Couldn't import mine\.json: clock: .*number/);
    expect(said('{"version": 2,')).toMatch(/^Couldn't import mine\.json: it isn't JSON \(/);
    expect(said("5")).toMatch(/^Couldn't import mine\.json: The document: /);
  });

  it("says what to do if it is of a newer version", () => {
    expect(said(JSON.stringify({ ...world, version: 99 }))).toMatch(/version 99.*Reload the page/);
  });

  it("is updated from an older version, and says from which", () => {
    const { pacing, origin, ...rest } = world;
    const old = {
      ...rest,
      version: 1,
      business: { id: world.business.id, name: world.business.name, domain: world.business.domain },
      waba: { id: world.waba.id, name: world.waba.name },
      accounts: [],
      contacts: [],
      messages: [],
    };
    const read = readWorldText("old.json", JSON.stringify(old));
    expect(read.ok && [read.value.olderVersion, read.value.world.version, pacing, origin]).toEqual([
      1,
      2,
      [],
      "shop",
    ]);
  });

  it("is refused by name if it is not text", async () => {
    const read = await importedWorld(new File([new Uint8Array([0xff, 0xfe, 0x00])], "photo.json"));
    expect(read.ok ? "" : read.message).toBe("Couldn't import photo.json: it isn't UTF-8 text.");
  });
});
