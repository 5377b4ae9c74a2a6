import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { buildPages } from "../../../src/docs/build-pages";
import { examples } from "../../../src/examples";
import { catalog } from "../../../src/integrations";
import { runLua } from "../../support/run-lua";

const blocksOf = (markdown: string) =>
  [...markdown.matchAll(/^```lua\n([\s\S]*?)^```$/gm)].map((match) => match[1] ?? "");

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

const pages = buildPages(catalog, [{ integration: "whatsapp", names: ["default", "support", "sales"] }]);
const docBlocks = pages.flatMap(({ name, markdown }) =>
  blocksOf(markdown).map((code, index) => [`${name}, block ${index + 1}`, code] as const),
);

describe("every Lua block of the docs succeeds against a fresh simulator", () => {
  test("there are some", () => expect(docBlocks.length).toBeGreaterThan(10));
  test.each(docBlocks)("%s", async (_name, code) => {
    expect((await runLua(code)).error).toBeNull();
  });
});

// The user's own page, beside the project where it is developed and in CI.
const seedFile = fileURLToPath(new URL("../../../../shared/facts/seed-whatsapp-lua.txt", import.meta.url));
const seed = existsSync(seedFile) ? readFileSync(seedFile, "utf8") : "";
const agentPage = seed.split("\nRaw agent markdown\n")[1]?.split("\nMetadata-Derived Lua Example\n") ?? [];
const seedBlocks = blocksOf(agentPage[0] ?? "");

describe.skipIf(seed === "")("the seed page's examples run unchanged", () => {
  test("it has an example for every function and one for several accounts", () => {
    expect(seedBlocks.length).toBeGreaterThanOrEqual(9);
    for (const { name } of catalog.integrations.flatMap(({ functions }) => functions)) {
      expect(
        seedBlocks.some((code) => code.includes(`.${name}(`)),
        name,
      ).toBe(true);
    }
  });

  test.each(seedBlocks.map((code, index) => [index + 1, code] as const))(
    "block %i",
    async (_number, code) => {
      const { error, rows } = await runLua(code);
      expect(error).toBeNull();
      expect(rows.map(({ status }) => status)).not.toContain("error");
    },
  );

  test("the metadata-derived one ends in Meta's complaint about its placeholder number", async () => {
    const code = agentPage[1]?.split("\nFunctions\n")[0] ?? "";
    const { error } = await runLua(code);
    expect(error?.message).toMatch(/^order\.lua:\d+: WhatsApp API error \(400\): \(#\d+\) /);
  });
});
