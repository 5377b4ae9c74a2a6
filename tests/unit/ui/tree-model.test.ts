import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { TableNode } from "../../../src/runtime/output";
import { shorten } from "../../../src/shared/cut-text";
import { jsonNode, jsonTree, treePreview } from "../../../src/ui/panes/shared/tree-model";

const sent: TableNode = {
  kind: "map",
  omitted: 0,
  entries: [
    ["id", { kind: "string", text: "wamid.1" }],
    ["ok", { kind: "boolean", text: "true" }],
    [
      "list",
      { kind: "table", table: { kind: "list", omitted: 2, entries: [["1", { kind: "number", text: "7" }]] } },
    ],
  ],
};

describe("A folded table", () => {
  it("shows its contents in one line, two levels deep", () => {
    expect(treePreview(sent)).toBe('{id: "wamid.1", ok: true, list: (3) [7, …]}');
    expect(treePreview(jsonNode([{ to: "15551234567", more: { deep: 1, none: {} } }, []]))).toBe(
      '[{to: "15551234567", more: {…}}, []]',
    );
  });

  it("counts the entries left out and shows that there are more", () => {
    const list: TableNode = { kind: "list", omitted: 98, entries: [["1", { kind: "number", text: "1" }]] };
    expect(treePreview(list)).toBe("(99) [1, …]");
  });

  it("stays short and on one line, whatever it contains", () => {
    const strings = fc.array(fc.string({ maxLength: 200 }), { maxLength: 50 });
    fc.assert(
      fc.property(fc.oneof(strings, fc.dictionary(fc.string(), fc.string())), (value) => {
        const text = treePreview(jsonNode(value), 60);
        expect(text.length).toBeLessThanOrEqual(60 + 32);
      }),
    );
    const nested = fc.array(fc.dictionary(fc.string(), fc.string({ maxLength: 200 })), { maxLength: 50 });
    fc.assert(
      fc.property(fc.oneof(nested, fc.dictionary(fc.string(), nested)), (value) => {
        expect(treePreview(jsonNode(value), 60).length).toBeLessThanOrEqual(60 + 64);
      }),
    );
    expect(treePreview(jsonNode(["a\nb"]))).toBe('["a\\nb"]');
  });
});

describe("An unfolded JSON value", () => {
  it("keeps every entry, even with prototype names", () => {
    const value = JSON.parse('{"__proto__": 1, "constructor": null}');
    const node = jsonNode(value);
    expect(node.entries).toHaveLength(2);
    expect(node.entries[0]).toEqual(["__proto__", { kind: "number", text: "1" }]);
    expect(node.entries[1]).toEqual(["constructor", { kind: "other", text: "null" }]);
  });

  it("counts lists from 1 as Lua does, or from 0 as JSON does", () => {
    const lua = jsonTree(["a"]);
    const json = jsonTree(["a"], 0);
    expect(lua.kind === "table" && lua.table.entries[0]?.[0]).toBe("1");
    expect(json.kind === "table" && json.table.entries[0]?.[0]).toBe("0");
  });
});

describe("A shortened text", () => {
  it("is never longer than the limit and never ends in half a character", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.integer({ min: 1, max: 20 }), (text, max) => {
        const short = shorten(text, max);
        expect(short.length).toBeLessThanOrEqual(Math.max(max, 1));
        expect(() => encodeURIComponent(short)).not.toThrow();
      }),
    );
  });
});
