import { describe, expect, test } from "vitest";
import { buildPages } from "../../../src/docs/build-pages";
import { loadGuides } from "../../../src/docs/guide-pages";
import { examples } from "../../../src/examples";
import { catalog } from "../../../src/integrations";
import { runLua } from "../../support/run-lua";
import { luaBlocks, placeholderExample, userExamples, userFunctions } from "../../support/user-page";

describe("every example succeeds against a fresh simulator", () => {
  test.each(examples.map((example) => [example.name, example.source] as const))(
    "%s",
    async (name, source) => {
      const { error, output } = await runLua(source, { name });
      expect(error).toBeNull();
      expect(output).not.toBe("");
    },
  );
});

const pages = buildPages(catalog, await loadGuides(catalog), [
  { integration: "whatsapp", names: ["default", "support", "sales"] },
]);
const docBlocks = pages.flatMap(({ name, markdown }) =>
  luaBlocks(markdown).map((code, index) => [`${name}, block ${index + 1}`, code] as const),
);

describe("every Lua block of the docs succeeds against a fresh simulator", () => {
  test("there are some blocks", () => expect(docBlocks.length).toBeGreaterThan(10));
  test.each(docBlocks)("%s", async (_name, code) => {
    const { error } = await runLua(code);
    // The metadata-derived example is full of placeholders, as the host's is.
    if (code.includes('"example_to"')) expect(error?.message).toContain("(#100) Invalid parameter");
    else expect(error).toBeNull();
  });
});

describe("the examples of the user's own page run unchanged", () => {
  test("has an example for every function it describes", () => {
    expect(userExamples.length).toBeGreaterThanOrEqual(9);
    expect(userFunctions.length).toBeGreaterThanOrEqual(6);
    for (const name of userFunctions) {
      expect(
        userExamples.filter((code) => code.includes(`.${name}(`)),
        name,
      ).not.toEqual([]);
    }
  });

  test.each(userExamples.map((code, index) => [index + 1, code] as const))(
    "block %i",
    async (_number, code) => {
      const { error, rows } = await runLua(code);
      expect(error).toBeNull();
      expect(rows.map(({ status }) => status)).not.toContain("error");
    },
  );

  test("the metadata-derived one ends in Meta's complaint about its placeholder number", async () => {
    const { error } = await runLua(placeholderExample);
    expect(error?.message).toMatch(/^order\.lua:\d+: WhatsApp API error \(400\): \(#\d+\) /);
  });
});
