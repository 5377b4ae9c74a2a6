import { describe, expect, it } from "vitest";
import { embedFragment } from "../../../src/share/embed-files";
import { embedQuery, misfit } from "../../../src/share/embed-options";
import { readEmbedFiles } from "../../../src/share/read-embed-files";
import { readEmbedOptions } from "../../../src/share/read-embed-options";

const read = (query: string) => {
  const options = readEmbedOptions(query);
  if (!options.ok) throw new Error(options.message);
  return options.value;
};

describe("the options of an embed", () => {
  it.each([
    "",
    "?theme=dark&run=auto&edit=no&phone=beside&title=A%20%26%20B",
    "?setup=2;0;1&highlight=1-3,7;;2",
  ])("come back as they were written: %s", (query) => {
    expect(embedQuery(read(query))).toBe(query);
  });

  it("are understood however other programs escape them", () => {
    expect(read("?highlight=1-3%2C7%3B2&title=A+B")).toMatchObject({
      highlight: [
        [
          { from: 1, to: 3 },
          { from: 7, to: 7 },
        ],
        [{ from: 2, to: 2 }],
      ],
      title: "A B",
    });
  });

  it.each([
    ["?themes=dark", /“themes” isn't an embed option\. Did you mean “theme”\?/],
    ["?utm=1", /“utm” isn't an embed option\. Options: theme, run/],
    ["?theme=pink", /“theme”: Expected auto or light or dark\. Got “pink”/],
    ["?run=auto&run=press", /“run” appears twice/],
    ["?edit=false", /“edit”: Expected yes or no/],
    ["?setup=-1", /“setup”: Expected a number of lines/],
    ["?setup=99999", /“setup”/],
    ["?highlight=5-2", /“highlight”: Expected the smaller line first/],
    ["?highlight=0", /“highlight”: Expected lines such as/],
    [`?title=${"x".repeat(200)}`, /“title”: Expected at most 120 characters\. Got “x+…”/],
  ])("are refused by name: %s", (query, message) => {
    const options = readEmbedOptions(query);
    expect(options.ok ? "taken" : options.message).toMatch(message);
  });

  it("must fit the scripts", () => {
    const files = [{ name: "a.lua", source: "print(1)\nprint(2)\n" }];
    expect(misfit(read("?setup=1&highlight=2"), files)).toBe(null);
    expect(misfit(read("?setup=2"), files)).toMatch(/“setup”: a\.lua has 2 lines/);
    expect(misfit(read("?highlight=3"), files)).toMatch(/“highlight”: a\.lua ends at line 2/);
    expect(misfit(read("?setup=0;1"), files)).toMatch(/“setup” lists more files/);
  });
});

describe("the files of an embed", () => {
  it("are in the fragment, one or several", async () => {
    const one = { name: "a.lua", source: "print(1)" };
    const two = { name: "b.lua", source: "print('é')" };
    for (const files of [[one], [one, two]] as const) {
      expect(await readEmbedFiles(await embedFragment({ files, world: null }))).toEqual({
        ok: true,
        value: { files, world: null },
      });
    }
  });

  it("with the same name are refused, and so is a damaged fragment", async () => {
    const file = { name: "a.lua", source: "" };
    const same = await readEmbedFiles(await embedFragment({ files: [file, file], world: null }));
    expect(same.ok ? "taken" : same.message).toMatch(/files: Expected different names/);
    const damaged = await readEmbedFiles("#f=1.AAAA");
    expect(damaged.ok ? "taken" : damaged.message).toMatch(/damaged/);
  });
});
