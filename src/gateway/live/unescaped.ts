import { firstIndex } from "../../shared/first-index";

/**
 * A text without its escapes, and the way back. A token may return percent-encoded, escaped for JSON or HTML, or several of
 * these at once, and must be found in every case.
 */
export interface Unescaped {
  readonly text: string;
  /** Where the unescaped characters `from` to `to` are in the original, escapes included. */
  span(from: number, to: number): readonly [from: number, to: number];
}

/**
 * One step each: `\u0041`, `\u{41}`, `\x41`, `\101`; `&#65;`, `&#x41;`, `&amp;` (escaped up to eight times over); `%41`
 * (likewise); another escaped character; plain text; a character that only looks like the start of an escape; backslashes at
 * the very end. Each step includes the backslashes before it, and each is bounded or linear in what it consumes, because the
 * text is untrusted.
 */
const STEP =
  /\\+(?:u([0-9a-fA-F]{4})|u\{([0-9a-fA-F]{1,6})\}|x([0-9a-fA-F]{2})|([0-7]{3}))|\\*(?:&(?:amp;){0,8}(?:#0{0,8}(\d{1,7});|#[xX]0{0,8}([0-9a-fA-F]{1,6});|(amp|lt|gt|quot|apos);)|%(?:25){0,8}([0-9a-fA-F]{2}))|\\+([^\\])|([^\\&%]{1,65536})|([&%])|\\+/g;

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** Undoes the escapes of a text. Backslashes go altogether, escaped ones too; bytes above 127 stay one character a byte. */
export function unescaped(original: string): Unescaped {
  return undone(
    original,
    STEP,
    ([, unit, braced, byte, octal, decimal, hexadecimal, entity, percent, escaped, run, lone]) => {
      const plain = run ?? escaped ?? lone;
      if (plain !== undefined) return plain;
      if (entity !== undefined) return ENTITIES[entity] ?? "";
      const hex = unit ?? braced ?? byte ?? hexadecimal ?? percent;
      if (hex !== undefined) return character(Number.parseInt(hex, 16));
      if (octal !== undefined) return character(Number.parseInt(octal, 8));
      return decimal === undefined ? "" : character(Number(decimal));
    },
  );
}

/** One step each: `=41`; a line break that is not part of the text; plain text; another `=`. */
const QUOTED_STEP = /=(?:([0-9a-fA-F]{2})|\r?\n)|([^=]{1,65536})|(=)/g;

/** Undoes quoted-printable (RFC 2045, 6.7). `null` if the text has none of it. */
export function quotedPrintable(original: string): Unescaped | null {
  if (!/=(?:[0-9a-fA-F]{2}|\r?\n)/.test(original)) return null;
  return undone(original, QUOTED_STEP, ([, hex, run, lone]) =>
    hex === undefined ? (run ?? lone ?? "") : character(Number.parseInt(hex, 16)),
  );
}

/** The text decoded step by step. */
function undone(original: string, step: RegExp, read: (match: RegExpExecArray) => string): Unescaped {
  /** Where each step begins, in the result and in the original; `plain` steps map character by character. */
  const steps: {
    readonly at: number;
    readonly from: number;
    readonly to: number;
    readonly plain: boolean;
  }[] = [];
  const parts: string[] = [];
  let length = 0;
  for (const match of original.matchAll(step)) {
    const whole = match[0];
    const part = read(match);
    if (part === "" || part === "\\") continue;
    steps.push({ at: length, from: match.index, to: match.index + whole.length, plain: part === whole });
    parts.push(part);
    length += part.length;
  }

  /** The step that holds a character of the result. */
  const stepAt = (index: number) =>
    steps[firstIndex(steps.length, (step) => (steps[step]?.at ?? 0) > index) - 1];
  return {
    text: parts.join(""),
    span: (from, to) => {
      const first = stepAt(from);
      const last = stepAt(to - 1);
      if (first === undefined || last === undefined) return [0, 0];
      return [
        first.plain ? first.from + from - first.at : first.from,
        last.plain ? last.from + to - last.at : last.to,
      ];
    },
  };
}

function character(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : "\uFFFD";
}
