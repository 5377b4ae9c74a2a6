import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { indent, newline, type PlainEdit } from "../../../src/editor/lua-keys";
import { THEME_COLOURS } from "../../../src/editor/themes";
import { caret } from "./marked";

/** WCAG 2.2 relative luminance of `#rrggbb`. */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** `#rrggbb` behind `#rrggbbaa`, as one colour. */
function under(tint: string, ground: string): string {
  const channel = (colour: string, at: number) => Number.parseInt(colour.slice(at, at + 2), 16);
  const share = channel(tint, 7) / 255;
  const mixed = [1, 3, 5].map((at) =>
    Math.round(channel(tint, at) * share + channel(ground, at) * (1 - share)),
  );
  return `#${mixed.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
}

it("every text colour of the editor has enough contrast, light and dark, in a comparison too", () => {
  for (const { background, text, tints } of THEME_COLOURS) {
    const marked = tints.map((layers) => layers.reduce((ground, tint) => under(tint, ground), background));
    for (const ground of [background, ...marked])
      for (const colour of text) {
        const [dark = 0, bright = 0] = [luminance(colour), luminance(ground)].sort((a, b) => a - b);
        expect((bright + 0.05) / (dark + 0.05), `${colour} on ${ground}`).toBeGreaterThanOrEqual(4.5);
      }
  }
});

function apply(source: string, edit: PlainEdit | null): string {
  return edit === null ? source : source.slice(0, edit.start) + edit.text + source.slice(edit.end);
}

describe("the plain editor's keys", () => {
  it.each<[string, string]>([
    ["if x then|", "if x then\n  "],
    ["  for i = 1, 3 do|", "  for i = 1, 3 do\n    "],
    ["local function f(a, b)|", "local function f(a, b)\n  "],
    ["send({|", "send({\n  "],
    ["  print(1)|", "  print(1)\n  "],
    ["-- and then|", "-- and then\n"],
    ["local x| = 1", "local x\n = 1"],
  ])("Enter after %s", (marked, expected) => {
    const { source, offset } = caret(marked);
    expect(apply(source, newline(source, offset, offset))).toBe(expected);
  });

  it("indents and outdents the lines of a selection", () => {
    expect(apply("a\n\nb\nc", indent("a\n\nb\nc", 0, 4, 1))).toBe("  a\n\n  b\nc");
    expect(apply("  a\n b\n\tc", indent("  a\n b\n\tc", 0, 9, -1))).toBe("a\nb\nc");
    expect(indent("a", 0, 0, -1)).toBeNull();
  });

  it("outdenting undoes indenting, and the selection stays within the text", () => {
    const lines = fc.array(fc.constantFrom("x", "  y", "z z"), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(lines, fc.nat(30), fc.nat(30), (parts, a, b) => {
        const source = parts.join("\n");
        const [start = 0, end = 0] = [a, b].map((at) => at % (source.length + 1)).sort((x, y) => x - y);
        const edit = indent(source, start, end, 1);
        const moved = apply(source, edit);
        const { anchor, head } = edit ?? { anchor: 0, head: 0 };
        expect(0 <= anchor && anchor <= head && head <= moved.length).toBe(true);
        expect(apply(moved, indent(moved, anchor, head, -1))).toBe(source);
      }),
    );
  });
});
