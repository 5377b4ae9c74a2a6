import { isJsonArray, type JsonValue } from "../../shared/json";
import { LUA_KEYWORDS } from "../../shared/lua-keywords";

const LINE = 80;

/** A value as Lua: on one line if short, otherwise one entry per line below `indent`. */
export function luaText(value: JsonValue, indent = ""): string {
  if (value === null) return "nil";
  if (typeof value === "string") return luaString(value);
  if (typeof value !== "object") return String(value);
  const deeper = `${indent}  `;
  const entries: readonly (readonly [string, JsonValue])[] = isJsonArray(value)
    ? value.map((item) => ["", item])
    : Object.entries(value).map(([name, inner]) => [`${luaKey(name)} = `, inner]);
  if (entries.length === 0) return "{}";
  const short = `{ ${entries.map(([key, inner]) => key + luaText(inner, deeper)).join(", ")} }`;
  if (indent.length + short.length <= LINE && !short.includes("\n")) return short;
  const lines = entries.map(([key, inner]) => `${deeper}${key}${luaText(inner, deeper)},\n`);
  return `{\n${lines.join("")}${indent}}`;
}

/** `name`, or `["two words"]`. */
export function luaKey(name: string): string {
  return /^[A-Za-z_]\w*$/.test(name) && !LUA_KEYWORDS.has(name) ? name : `[${luaString(name)}]`;
}

/** A text as a quoted Lua string. */
export function luaString(text: string): string {
  const escaped = text
    .replace(/[\\"]/g, "\\$&")
    .replaceAll("\n", "\\n")
    .replaceAll("\r", "\\r")
    .replaceAll("\t", "\\t")
    // biome-ignore lint/suspicious/noControlCharactersInRegex: it searches for these
    .replace(/[\0-\x1f\x7f]/g, (character) => `\\${String(character.charCodeAt(0)).padStart(3, "0")}`);
  return `"${escaped}"`;
}
