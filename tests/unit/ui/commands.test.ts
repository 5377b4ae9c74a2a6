import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { searchCommands } from "../../../src/ui/commands/palette-search";

const titles = (typed: string) =>
  searchCommands(
    [
      "Run script",
      "Copy as Markdown",
      "Share: copy a link",
      "Script: run-again.lua",
      "Docs: send_message",
    ].map((title) => ({ title })),
    typed,
  ).map(({ title }) => title);

describe("the command palette", () => {
  it("lists everything if nothing is typed", () => {
    expect(titles("  ")).toHaveLength(5);
  });

  it("finds commands by the beginnings of words, in any order and case", () => {
    expect(titles("LINK copy")).toEqual(["Share: copy a link"]);
    expect(titles("scr run")).toEqual(["Run script", "Script: run-again.lua"]);
    expect(titles("send_m")).toEqual(["Docs: send_message"]);
  });

  it("also finds letters inside words, ranked lower", () => {
    expect(titles("mark")).toEqual(["Copy as Markdown"]);
    expect(titles("own")).toEqual(["Copy as Markdown"]);
    expect(titles("xyz")).toEqual([]);
  });

  it("finds commands by synonyms, ranked after matching titles", () => {
    const items = [{ title: "Toggle light and dark", also: "theme" }, { title: "Theme of the editor" }];
    expect(searchCommands(items, "theme").map(({ title }) => title)).toEqual([
      "Theme of the editor",
      "Toggle light and dark",
    ]);
  });

  it("never returns unknown or duplicate entries, whatever is typed", () => {
    fc.assert(
      fc.property(fc.array(fc.string()), fc.string(), (all, typed) => {
        const items = all.map((title) => ({ title }));
        const found = searchCommands(items, typed);
        expect(new Set(found).size).toBe(found.length);
        expect(found.every((item) => items.includes(item))).toBe(true);
      }),
    );
  });
});
