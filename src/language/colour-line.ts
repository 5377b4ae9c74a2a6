/**
 * Colours one line of Lua, given the lines before it. The full editor, the plain one and the build's first frame all use it, so
 * a script looks the same everywhere.
 */
import { LUA_CONSTANTS, LUA_KEYWORDS } from "../shared/lua-keywords";
import type { TOKEN_TYPES } from "./token-types";

/** How a stretch of text is coloured; `""` like plain text. The three brackets are those of nested pairs. */
export type Colour =
  | ""
  | "comment"
  | "keyword"
  | "constant"
  | "number"
  | "string"
  | "string.escape"
  | "string.invalid"
  | "predefined"
  | "label"
  | "operator"
  | "bracket1"
  | "bracket2"
  | "bracket3"
  | "unexpected"
  | (typeof TOKEN_TYPES)[number];

/** From `start` to the next stretch. Neighbours have different colours; white space has that of what is in front of it. */
export interface Stretch {
  readonly start: number;
  readonly colour: Colour;
}

export interface ColouredLine {
  readonly stretches: readonly Stretch[];
  /** What the next line has to know: the open brackets, and behind a space the string or comment that is open. */
  readonly state: string;
}

/** The state in front of the first line. */
export const FIRST_STATE = " ";

const STANDARD = new Set(
  "assert collectgarbage coroutine debug docs dump error getmetatable ipairs json load lua_list_docs lua_read_doc lua_search_docs math next os pairs pcall print rawequal rawget rawlen rawset regex select setmetatable string table tonumber tostring type utf8 warn xpcall _G _VERSION".split(
    " ",
  ),
);

const PARTS = new RegExp(
  [
    "(?<space>\\s+)",
    "(?<comment>--)",
    "(?<long>\\[=*\\[)",
    "(?<quote>[\"'])",
    "(?<label>::\\s*[A-Za-z_]\\w*\\s*::|(?<=\\bgoto\\s+)[A-Za-z_]\\w*)",
    "(?<attrib><\\s*(?:const|close)\\s*>)",
    "(?<number>0[xX](?:[\\da-fA-F]+\\.?[\\da-fA-F]*|\\.[\\da-fA-F]+)(?:[pP][+-]?\\d+)?|(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?)",
    "(?<field>(?<=(?<!\\.)[.:]\\s*)[A-Za-z_]\\w*)",
    "(?<name>[A-Za-z_]\\w*)",
    "(?<open>[([{])",
    "(?<close>[)\\]}])",
    "(?<operator>[-+*/%^#&~|<>=;,.:]+?)",
  ].join("|"),
  "y",
);
const CALLED = /\s*(?:[({"']|\[=*\[)/y;
const QUOTED = /\\(?:[abfnrtvz\\"']|x[\da-fA-F]{2}|\d{1,3}|u\{[\da-fA-F]+\})|\\$|\\.|["']|[^\\"']+/gy;
const CLOSES: Readonly<Record<string, string>> = { ")": "(", "]": "[", "}": "{" };
const LEVELS = ["bracket1", "bracket2", "bracket3"] as const;

/** Colours a line without its line break. */
export function colourLine(line: string, before: string): ColouredLine {
  const stretches: Stretch[] = [];
  const split = before.indexOf(" ");
  let brackets = before.slice(0, split);
  let inside = before.slice(split + 1);
  let at = 0;
  const put = (to: number, colour: Colour) => {
    if (to > at && stretches.at(-1)?.colour !== colour) stretches.push({ start: at, colour });
    at = to;
  };
  while (at < line.length || inside !== "") {
    if (inside !== "") {
      const { end, open } = inside.length === 1 ? quoted(inside) : long(inside);
      inside = open;
      if (open !== "" || end >= line.length) break;
      continue;
    }
    PARTS.lastIndex = at;
    const found = PARTS.exec(line);
    const end = at + (found?.[0].length ?? 1);
    const groups = found?.groups ?? {};
    const kind = Object.keys(groups).find((name) => groups[name] !== undefined);
    const text = found?.[0] ?? "";
    if (kind === "comment") {
      const bracket = /^--(\[=*\[)/.exec(line.slice(at))?.[1];
      if (bracket === undefined) put(line.length, "comment");
      else {
        inside = `-${bracket}`;
        put(end + bracket.length, "comment");
      }
    } else if (kind === "long" || kind === "quote") {
      inside = text;
      put(end, "string");
    } else if (kind === "open") {
      put(end, LEVELS[brackets.length % 3] ?? "");
      brackets += text;
    } else if (kind === "close") {
      const fits = brackets.at(-1) === CLOSES[text];
      if (fits) brackets = brackets.slice(0, -1);
      put(end, fits ? (LEVELS[brackets.length % 3] ?? "") : "unexpected");
    } else if (kind === "space" && at > 0) at = end;
    else put(end, plainColour(kind, text, end));
  }
  return { stretches, state: `${brackets} ${inside}` };

  function plainColour(kind: string | undefined, text: string, end: number): Colour {
    if (kind === "number") return "number";
    if (kind === "label") return "label";
    if (kind === "operator" || kind === "attrib") return "operator";
    if (kind !== "field" && kind !== "name") return "";
    if (kind === "name" && (LUA_CONSTANTS.has(text) || text === "self")) return "constant";
    if (LUA_KEYWORDS.has(text)) return "keyword";
    if (kind === "name") return text === "app" ? "namespace" : STANDARD.has(text) ? "predefined" : "";
    CALLED.lastIndex = end;
    return CALLED.test(line) ? "function" : "";
  }

  /** Continues to the end of a quoted string, which may continue on the next line after `\` and `\z`. */
  function quoted(quote: string): { readonly end: number; readonly open: string } {
    const from = at;
    QUOTED.lastIndex = at;
    let zap = false;
    for (let found = QUOTED.exec(line); found !== null; found = QUOTED.exec(line)) {
      const [text] = found;
      if (text === quote) {
        put(QUOTED.lastIndex, "string");
        return { end: at, open: "" };
      }
      zap = text === "\\z" || (zap && !/\S/.test(text));
      const known = text[0] === "\\" && (text.length > 2 || /[abfnrtvz\\"'\d]$/.test(text) || text === "\\");
      put(QUOTED.lastIndex, text[0] !== "\\" ? "string" : known ? "string.escape" : "string.invalid");
    }
    if (zap || (line.at(-1) === "\\" && stretches.at(-1)?.colour === "string.escape"))
      return { end: line.length, open: quote };
    // Unfinished: the string ends with its line.
    while ((stretches.at(-1)?.start ?? -1) >= from) stretches.pop();
    at = from;
    put(line.length, "string.invalid");
    return { end: line.length, open: "" };
  }

  /** On to the end of a long string, or of a long comment (`-[==[`). */
  function long(bracket: string): { readonly end: number; readonly open: string } {
    const comment = bracket.startsWith("-");
    const close = bracket.replace("-", "").replaceAll("[", "]");
    const found = line.indexOf(close, at);
    put(found < 0 ? line.length : found + close.length, comment ? "comment" : "string");
    return { end: at, open: found < 0 ? bracket : "" };
  }
}
