import { describe, expect, it } from "vitest";
import { changeOf, type ShownNow } from "../../../../src/ui/address/shown-place";

const errors: ShownNow = {
  address: "#docs/errors",
  title: "Errors",
  view: "docs",
  layout: "wide",
  opened: 1,
  chosenChat: false,
  example: null,
  script: "a",
};
const chat: ShownNow = { ...errors, address: "#phone/15551234567", view: "phone", chosenChat: true };

describe("in the history", () => {
  it.each<[string, Partial<ShownNow>, ReturnType<typeof changeOf>]>([
    ["a page that somebody opens", { address: "#docs/limits", opened: 2 }, "push"],
    ["a page that follows the caret", { address: "#docs/limits" }, "follow"],
    ["another view", { address: "#calls", view: "calls" }, "push"],
    ["an example, whatever is beside it", { example: { id: "welcome" } }, "push"],
    ["another script beside the same page", { script: "b" }, "nothing"],
    ["a view that is still loading", { address: null, view: "lesson" }, "nothing"],
    ["another width of the window", { address: "#code", view: "code", layout: "narrow" }, "nothing"],
  ])("%s", (_, change, expected) => {
    expect(changeOf(errors, { ...errors, ...change })).toBe(expected);
  });

  it("a chat that a person opens is a new entry, one that a run writes to updates the current one", () => {
    const other = { ...chat, address: "#phone/4915112345678" };
    expect(changeOf(chat, other)).toBe("push");
    expect(changeOf(chat, { ...other, chosenChat: false })).toBe("follow");
  });

  it("the page's first place is not a new entry", () => {
    expect(changeOf({ ...chat, address: null }, chat)).toBe("nothing");
  });
});
