import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { createSettings, type Settings } from "../../../src/app/settings";
import { localStorageLike } from "./browser-parts";

/** Runs the inline script of index.html; returns the theme it shows. */
async function firstPaint(localStorage: object, systemDark: boolean): Promise<string | undefined> {
  const html = await readFile(new URL("../../../index.html", import.meta.url), "utf8");
  const script = /<script>(.*?)<\/script>/s.exec(html)?.[1] ?? "";
  const dataset: { theme?: string } = {};
  const document = { documentElement: { dataset } };
  const matchMedia = () => ({ matches: systemDark });
  new Function("localStorage", "matchMedia", "document", script)(localStorage, matchMedia, document);
  return dataset.theme;
}

describe("before the first paint", () => {
  it.each<[Settings["theme"], string, string]>([
    ["light", "light", "light"],
    ["dark", "dark", "dark"],
    ["system", "light", "dark"],
  ])("index.html shows the theme of the settings: %s", async (theme, onLight, onDark) => {
    const storage = localStorageLike();
    createSettings(storage).update({ theme });
    expect([await firstPaint(storage, false), await firstPaint(storage, true)]).toEqual([onLight, onDark]);
  });

  it("index.html shows the system's theme when nothing is stored, or what is stored is damaged or refused", async () => {
    const damaged = localStorageLike();
    damaged.setItem("lua-agent-playground.settings", "{");
    const refusing = {
      getItem() {
        throw new DOMException("The operation is insecure.", "SecurityError");
      },
    };
    for (const storage of [localStorageLike(), damaged, refusing]) {
      expect(await firstPaint(storage, true)).toBe("dark");
    }
  });
});
