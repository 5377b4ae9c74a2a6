import { describe, expect, it } from "vitest";
import { examples } from "../../../src/examples";
import { realCompiler } from "../language/compiler";

describe("the example scripts", async () => {
  const syntaxError = await realCompiler();
  it("start with the welcome script and go from first steps to advanced", () => {
    expect(examples.length).toBeGreaterThanOrEqual(12);
    expect(examples[0]?.name).toBe("welcome.lua");
    const levels = ["first steps", "everyday", "advanced"];
    const order = examples.map(({ level }) => levels.indexOf(level));
    expect(order).toEqual([...order].sort());
    expect(new Set(order).size).toBe(levels.length);
  });

  it("have unique names", () => {
    expect(new Set(examples.map(({ id }) => id)).size).toBe(examples.length);
    for (const { id, name } of examples) expect(name).toBe(`${id}.lua`);
  });

  it.each(examples.map((example) => [example.name, example] as const))(
    "%s says what it shows",
    (_name, example) => {
      expect(example.source).toMatch(/^-- [A-Z].*[.?]\n/);
      expect(example.source.endsWith("\n")).toBe(true);
      // What the editor shows beside the other panes at 1440 px.
      for (const line of example.source.split("\n")) expect(line.length).toBeLessThanOrEqual(76);
      expect(example.summary).toMatch(/^[A-Z].*\.$/);
    },
  );

  it("welcome is short", () => {
    expect(examples[0]?.source.split("\n").length).toBeLessThanOrEqual(25);
  });

  it.each(examples.map((example) => [example.name, example] as const))("%s compiles", (_name, example) => {
    expect(syntaxError(example.source)).toBeNull();
  });
});
