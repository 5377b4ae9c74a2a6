import { LUA_KEYWORDS } from "../shared/lua-keywords";

/** What is wrong with a new name for a variable; null when it will do. */
export function checkNewName(name: string): string | null {
  if (!/^[A-Za-z_]\w*$/.test(name))
    return "A name is made of letters, digits and _, and does not begin with a digit.";
  return LUA_KEYWORDS.has(name) ? `\`${name}\` is a word of Lua itself.` : null;
}
