import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { linkLines } from "../../../src/ui/panes/shared/linked-message";

describe("An error's message", () => {
  it("makes each place in the script clickable", () => {
    expect(linkLines("order.lua:7: wrapped: order.lua:12: no", "order.lua")).toEqual([
      { text: "order.lua:7", line: 7 },
      { text: ": wrapped: ", line: null },
      { text: "order.lua:12", line: 12 },
      { text: ": no", line: null },
    ]);
  });

  it("leaves other files and names with odd characters alone", () => {
    expect(linkLines("my-order.lua:7: x", "order.lua")).toEqual([{ text: "my-order.lua:7: x", line: null }]);
    expect(linkLines("a (1).lua:3: x", "a (1).lua")[0]).toEqual({ text: "a (1).lua:3", line: 3 });
    expect(linkLines("order.lua: no line", "order.lua")).toEqual([
      { text: "order.lua: no line", line: null },
    ]);
  });

  it("keeps its text unchanged", () => {
    const text = fc
      .array(fc.constantFrom("a.lua:", "7", " ", "a.lua", "x", "\n"))
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(text, (message) => {
        expect(
          linkLines(message, "a.lua")
            .map((piece) => piece.text)
            .join(""),
        ).toBe(message);
      }),
    );
  });
});
