/** The reserved words of Lua 5.4 (manual §3.1). */
export const LUA_KEYWORDS: ReadonlySet<string> = new Set(
  (
    "and break do else elseif end false for function goto if in local nil not or repeat return then true " +
    "until while"
  ).split(" "),
);

/** The reserved words that are values. */
export const LUA_CONSTANTS: ReadonlySet<string> = new Set(["nil", "true", "false"]);
