import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { PALETTES } from "../../../src/editor/themes";

const TOKENS = "src/ui/styles/tokens.css";
const tokens = readFileSync(TOKENS, "utf8");
const [lightPart = "", darkPart = ""] = tokens.split(':root[data-theme="dark"]');
const light = coloursOf(lightPart);
const dark = { ...light, ...coloursOf(darkPart) };

function coloursOf(css: string): Record<string, string> {
  return Object.fromEntries(
    [...css.matchAll(/--([\w-]+): (#[\da-f]{6});/g)].map(([, name, hex]) => [name, hex]),
  );
}

/** What a declaration may not contain, by the properties it is about. */
const OFF_SCALE: readonly (readonly [properties: RegExp, wrong: RegExp, say: string])[] = [
  [
    /^(padding|margin|gap|column-gap|row-gap)/,
    /(?<![\w.-])(?!1px)[\d.]+(px|rem)/,
    "a space that is no --space-*",
  ],
  [/^border(-\w+)*-radius$/, /\d(px|rem|em)/, "a corner that is no --radius*"],
  [/^font(-size)?$/, /\d(px|rem)/, "a text size that is no --text-*"],
  [/^font(-weight)?$/, /\b([123578]\d\d|650|bold)\b/, "a weight other than 400 and 600"],
  [/^(min-|max-)?(width|height|inline-size|block-size)$/, /(?<![\w.-])(\d{2,}|[4-9])px/, "a length in px"],
  [/./, /#[\da-f]{3,8}\b|\b(rgb|hsl)a?\(/i, "a colour of its own"],
];

/** Monaco's own pixels rule the editor, and the plain editor follows them. */
const files = readdirSync("src", { recursive: true, encoding: "utf8" })
  .map((file) => `src/${file}`)
  .filter((file) => file.endsWith(".css") && file !== TOKENS && !file.startsWith("src/editor/"));

it.each(files)("%s takes sizes, corners and colours from the scale", (file) => {
  const css = readFileSync(file, "utf8").replace(/\/\*.*?\*\//gs, "");
  const found = [...css.matchAll(/(?<=[{;]\s*)([\w-]+):\s*([^;{}]+);/g)].flatMap(
    ([, property = "", value = ""]) =>
      OFF_SCALE.filter(([properties, wrong]) => properties.test(property) && wrong.test(value)).map(
        ([, , say]) => `${property}: ${value} is ${say}`,
      ),
  );
  expect(found).toEqual([]);
});

it("measures the page's width in em, so the browser's font size counts", () => {
  for (const file of files)
    expect(readFileSync(file, "utf8"), file).not.toMatch(/@(media|container)[^{]*\d(px)/);
});

/** WCAG 2.2 contrast of two `#rrggbb`. */
function contrast(one: string, other: string): number {
  const [dim = 0, bright = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (bright + 0.05) / (dim + 0.05);
}

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

const GROUNDS = ["surface", "surface-raised", "surface-sunken", "surface-hover", "accent-soft"];

describe.each(Object.entries({ light, dark }))("%s", (_theme, colours) => {
  const of = (name: string) => colours[name] ?? "";

  it.each(["ink", "ink-soft", "ink-faint", "accent", "good", "warn", "bad", "whatsapp"])(
    "%s can be read",
    (ink) => {
      for (const ground of GROUNDS)
        expect(contrast(of(ink), of(ground)), `${ink} on ${ground}`).toBeGreaterThanOrEqual(4.5);
    },
  );

  it("text on coloured backgrounds is readable", () => {
    for (const name of ["good", "warn", "bad", "whatsapp"])
      for (const ink of ["ink", name])
        expect(contrast(of(ink), of(`${name}-soft`)), `${ink} on ${name}-soft`).toBeGreaterThanOrEqual(4.5);
    for (const name of ["accent", "live"])
      expect(contrast(of(`${name}-ink`), of(name)), name).toBeGreaterThanOrEqual(4.5);
    expect(contrast(of("surface"), of("whatsapp"))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(of("whatsapp-read"), of("whatsapp-soft"))).toBeGreaterThanOrEqual(4.5);
  });

  it("the outline of a field is visible", () => {
    for (const ground of ["surface", "surface-raised"])
      expect(contrast(of("line-strong"), of(ground)), ground).toBeGreaterThanOrEqual(3);
  });
});

const PAGE_NAMES: Readonly<Partial<Record<keyof (typeof PALETTES)["light"], string>>> = {
  background: "surface-raised",
  sunken: "surface-sunken",
  line: "line",
  ink: "ink",
  soft: "ink-soft",
  faint: "ink-faint",
  accent: "accent",
  hover: "surface-hover",
  keyword: "lua-keyword",
  string: "lua-string",
  escape: "lua-escape",
  number: "lua-number",
  standard: "lua-standard",
  call: "lua-call",
  account: "lua-account",
  error: "bad",
  warning: "warn",
  good: "good",
};

it("the editor has the page's colours", () => {
  for (const [palette, colours] of [
    [PALETTES.light, light],
    [PALETTES.dark, dark],
  ] as const)
    for (const [name, token] of Object.entries(PAGE_NAMES))
      expect({ name, colour: Object.entries(palette).find(([own]) => own === name)?.[1] }).toEqual({
        name,
        colour: colours[token],
      });
});
