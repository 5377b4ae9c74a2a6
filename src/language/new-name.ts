import { LUA_KEYWORDS } from "../shared/lua-keywords";

/** Checks a new name for a variable. Returns an error message, or `null` if it is fine. */
export function checkNewName(name: string): string | null {
  if (!/^[A-Za-z_]\w*$/.test(name)) return "Names use letters, digits and _, and can't start with a digit.";
  return LUA_KEYWORDS.has(name) ? `\`${name}\` is a reserved word.` : null;
}
