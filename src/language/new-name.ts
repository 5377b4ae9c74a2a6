import { LUA_KEYWORDS } from "../shared/lua-keywords";

/** Checks a new name for a variable. Returns an error message, or `null` if it is fine. */
export function checkNewName(name: string): string | null {
  if (!/^[A-Za-z_]\w*$/.test(name))
    return "A name is made of letters, digits and _, and does not begin with a digit.";
  return LUA_KEYWORDS.has(name) ? `\`${name}\` is a word of Lua itself.` : null;
}
