import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as LOCAL_KEYS from "../../../src/app/local-keys";
import { createNotices } from "../../../src/app/notices";
import {
  createSettings,
  DEFAULT_SETTINGS,
  parseSettings,
  permissionsFor,
  SETTING_RANGES,
  type SettingsStorage,
} from "../../../src/app/settings";
import { catalog } from "../../../src/integrations";
import { DEFAULT_LIMITS } from "../../../src/runtime/host";
import { parcels } from "../../integrations/parcels";

function storage(): SettingsStorage {
  const items = new Map<string, string>();
  return { getItem: (key) => items.get(key) ?? null, setItem: (key, value) => void items.set(key, value) };
}

describe("settings", () => {
  it("start with the contract's limits, reads allowed, writes asking first", () => {
    const { settings } = createSettings(storage());
    expect(settings.value.limits).toEqual(DEFAULT_LIMITS);
    expect(permissionsFor(settings.value, "whatsapp", catalog)).toEqual({ read: "allow", write: "ask" });
    expect(settings.value.theme).toBe("system");
  });

  it("survive a reload", () => {
    const kept = storage();
    const first = createSettings(kept);
    first.update({ theme: "dark", panes: { "columns-3": [20, 50, 30] } });
    first.update({ limits: { ...DEFAULT_LIMITS, cpuSeconds: 5 } });
    expect(createSettings(kept).settings.value).toEqual(first.settings.value);
    expect(createSettings(kept).settings.value.limits.cpuSeconds).toBe(5);
  });

  it("keep the choice not to follow the cursor, which was once stored separately", () => {
    const kept = storage();
    kept.setItem(LOCAL_KEYS.follow, "off");
    expect(createSettings(kept).settings.value.docsFollow).toBe(false);
    createSettings(kept).update({ docsFollow: true });
    expect(createSettings(kept).settings.value.docsFollow).toBe(true);
  });

  it("clamp numbers to their range", () => {
    const model = createSettings(null);
    model.update({ limits: { cpuSeconds: 0, memoryBytes: 1e15 }, lockMinutes: -3 });
    expect(model.settings.value.limits).toEqual({
      cpuSeconds: SETTING_RANGES.cpuSeconds.min,
      memoryBytes: SETTING_RANGES.memoryBytes.max,
    });
    expect(model.settings.value.lockMinutes).toBe(1);
  });

  it("keep permissions by integration, and read the single pair of earlier versions as the first one's", () => {
    const second = { integrations: [...catalog.integrations, parcels] };
    const stored = parseSettings({ ...DEFAULT_SETTINGS, permissions: { read: "deny", write: "sometimes" } });
    const reloaded = parseSettings(JSON.parse(JSON.stringify(stored)));
    for (const settings of [stored, reloaded]) {
      expect(permissionsFor(settings, "whatsapp", second)).toEqual({ read: "deny", write: "ask" });
      expect(permissionsFor(settings, parcels.id, second)).toEqual({ read: "allow", write: "ask" });
    }
    const model = createSettings(null);
    model.update({ permissions: { [parcels.id]: { read: "ask", write: "deny" } } });
    expect(permissionsFor(model.settings.value, parcels.id, second)).toEqual({ read: "ask", write: "deny" });
    expect(permissionsFor(model.settings.value, "whatsapp", second)).toEqual({ read: "allow", write: "ask" });
  });

  it("lose only the damaged field", () => {
    const permissions = { whatsapp: { read: "deny", write: "sometimes" } };
    expect(parseSettings({ ...DEFAULT_SETTINGS, theme: "dark", permissions })).toEqual({
      ...DEFAULT_SETTINGS,
      theme: "dark",
      permissions: { whatsapp: { read: "deny", write: "ask" } },
    });
  });

  it("stay usable, whatever was stored", () => {
    fc.assert(
      fc.property(fc.anything(), fc.jsonValue(), (limits, stored) => {
        for (const value of [stored, { ...DEFAULT_SETTINGS, limits }]) {
          const { cpuSeconds, memoryBytes } = parseSettings(value).limits;
          expect(cpuSeconds).toBeGreaterThanOrEqual(1);
          expect(cpuSeconds).toBeLessThanOrEqual(300);
          expect(Number.isInteger(memoryBytes)).toBe(true);
        }
      }),
    );
  });

  it("last for the visit if the browser refuses to store them", () => {
    const refusing: SettingsStorage = {
      getItem: () => "{ not json",
      setItem: () => {
        throw new DOMException("no", "QuotaExceededError");
      },
    };
    const notices = createNotices();
    const model = createSettings(refusing, notices);
    model.update({ lockMinutes: 3 });
    model.update({ lockMinutes: DEFAULT_SETTINGS.lockMinutes, theme: "light" });
    expect(notices.all.value.map(({ text }) => text)).toEqual([
      "Settings aren't being saved (the browser's storage is full). They last until you close this page.",
    ]);
    expect(model.settings.value).toEqual({ ...DEFAULT_SETTINGS, theme: "light" });
  });
});
