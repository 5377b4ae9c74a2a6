/** Characters that Lua does not know, and what they were meant to be. Unicode's own categories say most of it. */

/** Invisible: format characters, joiners, fillers, controls that are not whitespace in Lua. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cf}]|(?![\t\n\v\f\r\u0085])\p{Cc}/u;
/** Seen as a space. The braille pattern is drawn blank, but counts as a sign. */
const SPACE = /(?! )\p{Zs}|\u2800/u;
const LINE_BREAK = /[\p{Zl}\p{Zp}\u0085]/u;
const DASH = /[\p{Pd}\u2212\u02d7\u2043\u2796]/u;
/** Quotation marks of all languages: those in pairs, low ones, full-width ones, primes and accents in their place. */
const QUOTE =
  /[\p{Pi}\p{Pf}\u201a\u201e\u2032\u2033\u2034\u201f\u00b4\u02b9\u02ba\u02bc\u02c8\u02cb\u300c-\u300f\u301d-\u301f\ufe41-\ufe44\uff02\uff07\uff62\uff63]/u;
const SINGLE_QUOTE = /[\u2018-\u201b\u2032\u2039\u203a\u00b4\u02b9\u02bc\u02c8\u02cb\uff07]/u;

/** Letters drawn like ASCII's, each followed by it. What Unicode itself calls compatible is found by `normalize`. */
const LOOK_ALIKES: ReadonlyMap<string, string> = new Map(
  (
    "аa еe оo рp сc уy хx ѕs іi јj ԁd һh ӏl ԛq ԝw ѵv кk мm тt вb нh пn гr зз АA ВB ЕE КK МM НH ОO РP СC ТT УY ХX ЅS " +
    "ІI ЈJ ҺH ӀI αa εe ιi κk νv οo ρp τt υu χx γy ηn ωw ϲc ϳj ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX " +
    "ıi ɑa ɡg ɩi ʏY ʀR ɪI օo ոn սu հh ցg զq ԼL ՕO ՏS ߀0 łl øo đd ħh ŧt ŁL ØO ĐD ĦH ŦT"
  )
    .split(" ")
    .flatMap((pair) => {
      const [letter = "", ascii = ""] = pair;
      return ascii < "\u0080" ? [[letter, ascii] as const] : [];
    }),
);

/** Signs that mean one of Lua's, where `normalize` does not tell. */
const SIGNS: Readonly<Record<string, string>> = {
  ...{ "≠": "~=", "≤": "<=", "≥": ">=", "≦": "<=", "≧": ">=", "⩽": "<=", "⩾": ">=", "≡": "==", "≔": "=" },
  ...{
    "×": "*",
    "∗": "*",
    "⋅": "*",
    "·": "*",
    "÷": "/",
    "∕": "/",
    "⁄": "/",
    "∖": "\\",
    "∣": "|",
    "∶": ":",
    "∼": "~",
  },
  ...{
    "¬": "not ",
    "∧": "and",
    "∨": "or",
    "…": "...",
    "‥": "..",
    "。": ".",
    "、": ",",
    "،": ",",
    "؛": ";",
    "∞": "math.huge",
  },
  ...{
    "【": "[",
    "】": "]",
    "〔": "(",
    "〕": ")",
    "〈": "<",
    "〉": ">",
    "⟨": "<",
    "⟩": ">",
    "❨": "(",
    "❩": ")",
    "❴": "{",
    "❵": "}",
  },
  ...{ "²": "^2", "³": "^3", "˄": "^", ˆ: "^", "˜": "~", "➕": "+", "✕": "*", "✖": "*", "➗": "/" },
  ...{
    "½": "0.5",
    "¼": "0.25",
    "¾": "0.75",
    "\u00bf": "",
    "\u037e": ";",
    "\u0589": ":",
    "\ua789": ":",
    "\u02d0": ":",
  },
};

/** What kind of character this is to a script. */
export type CharacterKind = "invisible" | "space" | "line break" | "quote" | "dash" | "letter" | "sign";

export function kindOf(character: string): CharacterKind {
  if (LINE_BREAK.test(character)) return "line break";
  if (INVISIBLE.test(character)) return "invisible";
  if (SPACE.test(character)) return "space";
  if (QUOTE.test(character)) return "quote";
  if (DASH.test(character)) return "dash";
  return /[\p{L}\p{N}\p{M}]/u.test(character) ? "letter" : "sign";
}

/** Whether nothing, or nothing but a gap, is drawn for a character. */
export function isUnseen(character: string): boolean {
  return INVISIBLE.test(character) || SPACE.test(character) || LINE_BREAK.test(character);
}

/** Where a text may hold something unseen. */
const SUSPECT = /(?! )[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Z}\u0085\u2800]/gu;
/** What changes the order in which a line is shown. */
const REORDERING = /[\u202a-\u202e\u2066-\u2069]/u;
/** Scripts that need joiners and direction marks. */
const JOINED =
  /\p{Script=Arabic}|\p{Script=Hebrew}|\p{Script=Syriac}|\p{Script=Devanagari}|\p{Script=Bengali}|\p{Script=Malayalam}|\p{Script=Sinhala}|\p{Script=Khmer}|\p{Script=Thai}/u;

/** Invisible characters in a string or comment that its author is probably unaware of, with their offsets. */
export function unseenIn(text: string, kind: "string" | "comment"): readonly RegExpMatchArray[] {
  return Array.from(text.matchAll(SUSPECT)).filter(({ 0: character, index }) => {
    if (kind === "comment" || REORDERING.test(character)) return REORDERING.test(character);
    // Part of a picture (`👩‍🚀`, `❤️`), or of how a script is written.
    if (/[\u200d\ufe00-\ufe0f]|[\u{e0020}-\u{e007f}]/u.test(character))
      return !/\p{Emoji}|\p{M}|\u200d|[\u{e0020}-\u{e007f}]|[^\P{L}\p{Script=Latin}]/u.test(
        lastOf(text.slice(0, index)),
      );
    if (/[\u200c\u200e\u200f\u061c]/.test(character)) return !JOINED.test(text);
    return character !== "\u3000" || !/\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}/u.test(text);
  });
}

function lastOf(text: string): string {
  return [...text.slice(-2)].at(-1) ?? "";
}

/** The quotation mark that Lua knows. */
export function straightQuote(character: string): '"' | "'" {
  return SINGLE_QUOTE.test(character) ? "'" : '"';
}

/** The ASCII text that a letter, digit or symbol was meant to be, or `null` if unknown. */
export function asciiFor(character: string): string | null {
  const sign = SIGNS[character];
  if (sign !== undefined) return sign;
  const same = LOOK_ALIKES.get(character);
  if (same !== undefined) return same;
  if (/\p{Nd}/u.test(character)) return digitOf(character);
  const plain = stripped(character);
  return /^[\x20-\x7e]+$/.test(plain) ? plain : null;
}

/** A character without width, style and accents, as far as Unicode knows them. */
export function stripped(character: string): string {
  return character.normalize("NFKD").replace(/\p{M}/gu, "");
}

/** Decimal digits come in runs of ten, zero first. */
function digitOf(character: string): string {
  const plain = character.normalize("NFKC");
  if (/^[0-9]$/.test(plain)) return plain;
  const code = character.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value++;
  return String(value);
}
