/** Marks for what came along when a script was copied: Markdown, and characters that only look like Lua's. */
import { counted } from "../../shared/counted";
import { lex } from "../lexer";
import { characterName } from "../pasted/character-names";
import { type CharacterKind, unseenIn } from "../pasted/characters";
import { readingOf } from "../pasted/reading";
import type { Foreign } from "../pasted/repair";
import { spend } from "../work";
import { type Diagnostic, type Fix, mark, type Rule, stoppedMark } from "./diagnostic";

const SYNTAX: Rule = { code: "syntax", severity: "error", page: "language" };
const INVISIBLE_CHARACTER: Rule = { code: "invisible-character", severity: "hint", page: "language" };

/** Most marks shown: nobody reads more. */
const MOST = 200;
/** Past this, a text is hardly a script, and the rest of it is not checked. */
const MOST_CHECKED = 5_000;

/** Marks a script that was pasted with what Lua does not know. The rest is checked as if that were replaced. */
export function checkPasted(
  source: string,
  check: (source: string) => readonly Diagnostic[],
): readonly Diagnostic[] {
  const hints = checkTexts(source);
  const reading = readingOf(source);
  if (reading === null) return [...hints, ...check(source)];
  const { foreign, refused, text, original } = reading;
  const unknown = foreign.filter(({ meant, kind }) => meant === null || kind === "markdown");
  const others = (foreign.length > MOST_CHECKED ? [stoppedMark(text)] : check(text))
    .map((one): Diagnostic => {
      const fixes = one.fixes.map((fix) => ({ ...fix, edits: fix.edits.map(original) }));
      return { ...original(one), fixes };
    })
    .filter(({ start, end }) => {
      spend(unknown.length * 0.02);
      return unknown.every((part) => end <= part.start || part.end <= start);
    });
  const first = others.some(({ code, start }) => code === "syntax" && start <= (foreign[0]?.start ?? 0));
  return [...hints, ...foreignMarks(foreign, source, first ? "" : `${refused}. `), ...others];
}

function foreignMarks(foreign: readonly Foreign[], source: string, words: string): Diagnostic[] {
  const markdown = foreign.filter(({ kind }) => kind === "markdown");
  const [fence] = markdown;
  const signs = foreign.filter(({ kind }) => kind !== "markdown");
  const replaceable = signs.filter(({ meant }) => meant !== null);
  const all: Fix = {
    title: `Replace all ${replaceable.length} foreign characters`,
    edits: replaceable.map(edit),
  };
  const found: Diagnostic[] = [];
  if (fence !== undefined)
    found.push(
      mark(SYNTAX, fence, `${words}This is Markdown, not Lua: the script is between the \`\`\` lines.`, {
        fixes: [{ title: "Keep only the code", edits: [...markdown, ...replaceable].map(edit) }],
      }),
    );
  const pairs = quotePairs(signs);
  for (const [at, part] of signs.slice(0, MOST).entries()) {
    const own: Fix[] =
      part.meant === null
        ? []
        : [{ title: titleOf(part), edits: (pairs.get(part.pair ?? -1) ?? [part]).map(edit) }];
    const fixes =
      replaceable.length > own.flatMap(({ edits }) => edits).length && own.length > 0 ? [...own, all] : own;
    const before = at === 0 && fence === undefined ? words : "";
    found.push(mark(SYNTAX, part, before + sentence(part, source.slice(part.start, part.end)), { fixes }));
  }
  return found.map((one) => ({ ...one, isForeign: true }));
}

function edit({ start, end, meant }: Foreign) {
  return { start, end, text: meant ?? "" };
}

/** Quotes by their text: they are replaced together, since one alone would leave the text open. */
function quotePairs(signs: readonly Foreign[]): ReadonlyMap<number, readonly Foreign[]> {
  const pairs = new Map<number, Foreign[]>();
  for (const part of signs) {
    if (part.kind !== "quote" || part.pair === undefined) continue;
    const pair = pairs.get(part.pair);
    if (pair === undefined) pairs.set(part.pair, [part]);
    else pair.push(part);
  }
  return pairs;
}

const LOOKS: Readonly<Record<CharacterKind, string>> = {
  ...{ invisible: "It's invisible", space: "It only looks like a space" },
  ...{ "line break": "It only looks like a line break", quote: "Lua uses straight quotes" },
  ...{
    dash: "Lua uses `-` for minus and `--` for comments",
    letter: "It only looks like an ASCII letter",
  },
  sign: "Lua doesn't accept it",
};

function sentence(part: Foreign, text: string): string {
  const { kind, character, meant } = part;
  if (kind === "markdown") return "";
  const more = [...text].length - 1;
  const name = `This is ${characterName(character)}${more > 0 ? ` (and ${counted(more, "more", "more")})` : ""}`;
  if (kind === "letter" && (meant === null || !isTwin(part)))
    return `${name}. Names use the letters a to z, digits and \`_\`.${meant === null ? "" : ` Write \`${meant}\`.`}`;
  if (kind === "invisible")
    return `${name}. It's invisible, and Lua rejects it: ${meant === " " ? "put a space in its place" : "remove it"}.`;
  if (kind === "sign" && meant !== null && meant !== "") return `${name}. Lua writes \`${meant.trim()}\`.`;
  if (kind === "sign") return `${name}. It's only allowed in strings and comments.`;
  return `${name}. ${LOOKS[kind]}.`;
}

/** A letter of another alphabet that is drawn like an ASCII one, as opposed to one with an accent. */
function isTwin({ character }: Foreign): boolean {
  return !/\p{Script=Latin}/u.test(character) || character.normalize("NFKC") < "\u0080";
}

function titleOf({ kind, meant }: Foreign): string {
  if (meant === "") return "Remove it";
  if (meant === " ") return "Replace it with a space";
  if (meant === "\n") return "Replace it with a line break";
  if (kind === "quote") return "Use straight quotes";
  return `Replace it with ${meant?.trim()}`;
}

/** Hints for what cannot be seen in strings, and for what reorders text in comments. */
function checkTexts(source: string): Diagnostic[] {
  if (unseenIn(source, "string").length === 0) return [];
  const all = lex(source).flatMap(({ kind, text, start }) => {
    if (kind !== "string" && kind !== "comment") return [];
    return unseenIn(text, kind).map(({ 0: character, index = 0 }): Diagnostic => {
      const range = { start: start + index, end: start + index + character.length };
      const isSpace = /\p{Zs}/u.test(character);
      const title = isSpace ? "Replace it with a space" : "Remove it";
      const fixes = [{ title, edits: [{ ...range, text: isSpace ? " " : "" }] }];
      const where =
        kind === "string" ? "It's part of this string" : "It changes the order the line is displayed in";
      const message = `This is ${characterName(character)}, which is invisible. ${where}.`;
      return { ...mark(INVISIBLE_CHARACTER, range, message, { fixes }), isForeign: true };
    });
  });
  return all.slice(0, MOST);
}
