/** Names of characters, for messages about them. */
import { stripped } from "./characters";
import listing from "./names.txt?raw";

/** Names that cannot be derived: JavaScript knows categories and scripts, but no names. */
const NAMES: ReadonlyMap<string, string> = new Map(
  Array.from(listing.matchAll(/^(\S+) (.+)$/gm), ([, code = "", name = ""]) => [code, name] as const),
);

/** ASCII's punctuation in the order of its codes, for the full-width forms. */
const PUNCTUATION = [
  "EXCLAMATION MARK,QUOTATION MARK,NUMBER SIGN,DOLLAR SIGN,PERCENT SIGN,AMPERSAND,APOSTROPHE,LEFT PARENTHESIS",
  "RIGHT PARENTHESIS,ASTERISK,PLUS SIGN,COMMA,HYPHEN-MINUS,FULL STOP,SOLIDUS",
]
  .join()
  .split(",");
const MORE_PUNCTUATION: Readonly<Record<string, string>> = {
  ...{ ":": "COLON", ";": "SEMICOLON", "<": "LESS-THAN SIGN", "=": "EQUALS SIGN", ">": "GREATER-THAN SIGN" },
  ...{ "?": "QUESTION MARK", "@": "COMMERCIAL AT", "[": "LEFT SQUARE BRACKET", "\\": "REVERSE SOLIDUS" },
  ...{ "]": "RIGHT SQUARE BRACKET", "^": "CIRCUMFLEX ACCENT", _: "LOW LINE", "`": "GRAVE ACCENT" },
  ...{ "{": "LEFT CURLY BRACKET", "|": "VERTICAL LINE", "}": "RIGHT CURLY BRACKET", "~": "TILDE" },
};
const DIGITS = "ZERO ONE TWO THREE FOUR FIVE SIX SEVEN EIGHT NINE".split(" ");

/** Accents as `normalize("NFD")` separates them from their letter. */
const ACCENTS: Readonly<Record<string, string>> = {
  ...{ "\u0300": "GRAVE", "\u0301": "ACUTE", "\u0302": "CIRCUMFLEX", "\u0303": "TILDE" },
  ...{ "\u0308": "DIAERESIS", "\u030a": "RING ABOVE", "\u030c": "CARON", "\u0327": "CEDILLA" },
};

/** Letters that look like Latin ones, by script. */
const LETTERS: Readonly<Record<string, string>> = {
  ...named(
    "CYRILLIC",
    "аA вVE сES еIE һSHHA іBYELORUSSIAN-UKRAINIAN.I јJE кKA мEM нEN оO рER ѕDZE тTE уU хHA",
  ),
  ...named(
    "CYRILLIC",
    "бBE гGHE дDE жZHE зZE иI йSHORT.I лEL пPE фEF цTSE чCHE шSHA ыYERU эE юYU яYA ьSOFT.SIGN",
  ),
  ...named(
    "GREEK",
    "αALPHA βBETA γGAMMA δDELTA εEPSILON ζZETA ηETA ιIOTA κKAPPA λLAMDA μMU νNU οOMICRON πPI",
  ),
  ...named("GREEK", "ρRHO σSIGMA τTAU υUPSILON φPHI χCHI ωOMEGA"),
};

const SCRIPTS = [
  ...["Latin", "Greek", "Cyrillic", "Armenian", "Hebrew", "Arabic", "Devanagari", "Thai", "Georgian"],
  ...["Cherokee", "Hangul", "Hiragana", "Katakana", "Han"],
];

/** Descriptions by category, for characters without a name. */
const KINDS: readonly (readonly [pattern: RegExp, kind: string])[] = [
  [/\p{Zs}/u, "a space"],
  [/\p{Default_Ignorable_Code_Point}|\p{C}/u, "an invisible character"],
  [/\p{Pi}|\p{Pf}/u, "a quotation mark"],
  [/\p{Pd}/u, "a dash"],
  [/\p{Nd}/u, "a digit"],
  [/\p{Extended_Pictographic}/u, "a picture"],
  [/\p{M}/u, "an accent"],
  [/\p{L}/u, "a letter"],
  [/\p{P}|\p{S}/u, "a sign"],
];

/** `U+00A0 NO-BREAK SPACE`, or `U+1F600, a picture` if the name is not known. */
export function characterName(character: string): string {
  const hex = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
  const name = nameOf(character, hex);
  if (name !== null) return `U+${hex} ${name}`;
  const script = SCRIPTS.find((one) => new RegExp(`\\p{Script=${one}}`, "u").test(character));
  if (script !== undefined && /\p{L}/u.test(character))
    return `U+${hex}, ${/^[AEIOU]/.test(script) ? "an" : "a"} ${script} letter`;
  const kind = KINDS.find(([pattern]) => pattern.test(character))?.[1];
  return `U+${hex}${kind === undefined ? "" : `, ${kind}`}`;
}

function nameOf(character: string, hex: string): string | null {
  const known = NAMES.get(hex) ?? letterName(character);
  if (known !== null) return known;
  const [base = "", accent = "", ...more] = character.normalize("NFD");
  const plain = latinName(base);
  if (plain !== null && ACCENTS[accent] !== undefined && more.length === 0)
    return `${plain} WITH ${ACCENTS[accent]}`;
  const code = character.codePointAt(0) ?? 0;
  if (code <= 0xff00 || code > 0xff5e) return null;
  const ascii = stripped(character);
  const own =
    latinName(ascii) ??
    (/[0-9]/.test(ascii) ? `DIGIT ${DIGITS[Number(ascii)]}` : null) ??
    MORE_PUNCTUATION[ascii] ??
    PUNCTUATION[code - 0xff01];
  return own === undefined ? null : `FULLWIDTH ${own}`;
}

function latinName(letter: string): string | null {
  if (!/^[A-Za-z]$/.test(letter)) return null;
  return `LATIN ${letter < "a" ? "CAPITAL" : "SMALL"} LETTER ${letter.toUpperCase()}`;
}

function letterName(character: string): string | null {
  const small = character.toLowerCase();
  const name = LETTERS[small];
  return name === undefined
    ? null
    : name.replace("LETTER", `${small === character ? "SMALL" : "CAPITAL"} LETTER`);
}

function named(script: string, list: string): Record<string, string> {
  return Object.fromEntries(
    list.split(" ").map((entry) => {
      const [letter = ""] = entry;
      return [letter, `${script} LETTER ${entry.slice(letter.length).replace(".", " ")}`];
    }),
  );
}
