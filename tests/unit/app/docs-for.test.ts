import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { docsFor, mayReadDocs } from "../../../src/app/docs";

describe("a run gets the reference", () => {
  test.each([
    'print(docs.read("errors"))',
    "local d = docs",
    'return lua_read_doc("overview")',
    'lua_search_docs("window")',
    'local d = _G["do" .. "cs"]',
    "for name, value in pairs(_ENV) do print(name) end",
    'load("return do" .. "cs")()',
  ])("if its script can read it: %s", async (source) => {
    const pages = await docsFor(source, [{ integration: "whatsapp", names: ["default", "berlin"] }]);
    expect(pages.map(({ name }) => name)).toContain("integrations.whatsapp");
    expect(pages.find(({ name }) => name === "accounts")?.markdown).toContain("whatsapp.berlin");
  });

  test.each([
    "print(1)",
    "local document = 1",
    "reload()",
    'app.integrations.whatsapp.send_message{ to = "1" }',
  ])("and not if it cannot: %s", async (source) => {
    expect(await docsFor(source, [])).toEqual([]);
  });

  test("whatever surrounds the name", () => {
    const beside = fc.stringMatching(/^[ .,;()[\]{}"'\n=+-]*$/);
    fc.assert(
      fc.property(
        beside,
        fc.constantFrom("docs", "lua_list_docs", "_G", "_ENV", "load"),
        beside,
        (a, name, b) => {
          expect(mayReadDocs(a + name + b)).toBe(true);
        },
      ),
    );
  });
});
