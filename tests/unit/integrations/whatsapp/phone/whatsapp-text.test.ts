import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  firstLink,
  type Inline,
  parseWhatsAppText,
  type TextBlock,
  unformatted,
} from "../../../../../src/integrations/whatsapp/phone/whatsapp-text";
import { sample } from "../../../../support/sample";

/** A block tree as short HTML-like text, to be read in a test. */
function shown(text: string): string {
  return parseWhatsAppText(text).map(block).join("");
}
function block(one: TextBlock): string {
  if ("inlines" in one) return `<${one.kind[0]}>${one.inlines.map(inline).join("")}`;
  const name = one.kind === "bullets" ? "ul" : `ol${one.start}`;
  return `<${name}>${one.items.map((item) => `<li>${item.map(inline).join("")}`).join("")}`;
}
function inline(one: Inline): string {
  if ("text" in one) return one.kind === "text" ? one.text : `[${one.kind} ${one.text}]`;
  return `[${one.kind} ${one.children.map(inline).join("")}]`;
}

describe("a message's text looks as in WhatsApp", () => {
  it.each([
    ["plain", "<p>plain"],
    ["*bold* _italic_ ~strike~", "<p>[bold bold] [italic italic] [strike strike]"],
    ["*_~all~_*", "<p>[bold [italic [strike all]]]"],
    ["a `code *not bold*` b", "<p>a [code code *not bold*] b"],
    ["```two\nlines```!", "<p>[mono two\nlines]!"],
    ["2 * 3 * 4 and snake_case_name", "<p>2 * 3 * 4 and snake_case_name"],
    ["* not bold*", "<ul><li>not bold*"],
    ["*open\nnext*", "<p>*open\nnext*"],
    ["**", "<p>**"],
    ["(*x*), *y*!", "<p>([bold x]), [bold y]!"],
    ["*a* b*", "<p>[bold a] b*"],
    ["grö*ß*e", "<p>grö*ß*e"],
    ["- one\n- two\n\nend", "<ul><li>one<li>two<p>\nend"],
    ["1. a\n2. b", "<ol1><li>a<li>b"],
    ["3. c\n9. i", "<ol3><li>c<ol9><li>i"],
    ["> said\n> *twice*\nme", "<q>said\n[bold twice]<p>me"],
    ["see https://shop.example/a_b_c, ok", "<p>see [link https://shop.example/a_b_c], ok"],
    ["*https://shop.example/x*", "<p>[bold [link https://shop.example/x]]"],
    ["xhttps://shop.example", "<p>xhttps://shop.example"],
    ["<b>not html</b>", "<p><b>not html</b>"],
    ["``` ```", "<p>``` ```"],
    ["", "<p>"],
  ])("%j", (text, want) => expect(shown(text)).toBe(want));

  it("reads as one line without marks", () => {
    expect(unformatted("*Hello* _you_\n- one\n- two\n> `x`")).toBe("Hello you one two x");
  });

  it("finds the link to preview", () => {
    expect(firstLink("go to https://shop.example/tea?x=1. Or http://b.example")).toBe(
      "https://shop.example/tea?x=1",
    );
    expect(firstLink("https:// nothing")).toBeNull();
  });
});

describe("any text at all", () => {
  const texts = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 200 }),
    fc.string({
      unit: fc.constantFrom(
        "*",
        "_",
        "~",
        "`",
        "```",
        " ",
        "\n",
        "a",
        "ß",
        "1",
        ". ",
        "- ",
        "> ",
        "https://a.example/",
      ),
      maxLength: 60,
    }),
  );
  const leaves = (inlines: readonly Inline[]): string[] =>
    inlines.flatMap((one) => ("text" in one ? [one.text] : leaves(one.children)));
  const texted = (one: TextBlock) => ("inlines" in one ? [one.inlines] : one.items).flatMap(leaves).join("");

  it("loses nothing but marks", () => {
    const letters = (text: string) => text.replaceAll(/[*_~`\s>.\-\d]/g, "");
    fc.assert(
      fc.property(texts, (text) => {
        expect(letters(parseWhatsAppText(text).map(texted).join("\n"))).toBe(letters(text));
      }),
      { numRuns: sample(200, 10_000) },
    );
  });

  it("stays unchanged without a valid mark", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("a", "B", "é", " ", "7", ",", "\n", "!"), maxLength: 80 }),
        (text) => {
          expect(parseWhatsAppText(text)).toEqual([
            { kind: "paragraph", inlines: expect.any(Array) satisfies unknown },
          ]);
          expect(parseWhatsAppText(text).map(texted).join("")).toBe(text);
        },
      ),
    );
  });

  it("of maximum length is parsed in time, however hostile", () => {
    for (const part of ["*a ", "_*~a ", "`", "```", "https://", "> ", "*", "_a*b~"]) {
      const text = part.repeat(4096 / part.length);
      for (let n = 0; n < 20; n++) parseWhatsAppText(text);
    }
  });
});
