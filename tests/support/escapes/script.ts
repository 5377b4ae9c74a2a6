import type { BoxCase, Expectation } from "../case";

/** In front of each attempt: `check` reports a breach, `foreign` finds anything that is not plain Lua. */
const PRELUDE = `
local check, foreign
do
  local print, type, next, rawget, getmetatable = print, type, next, rawget, getmetatable
  function check(holds, what) if not holds then print("ESCAPED", what) end end
  local function walk(value, seen, depth)
    local kind = type(value)
    if kind == "userdata" then return true end
    if kind ~= "table" or seen[value] or depth > 6 then return false end
    seen[value] = true
    for key, inner in next, value do
      if walk(key, seen, depth + 1) or walk(inner, seen, depth + 1) then return true end
    end
    return walk(getmetatable(value), seen, depth + 1)
  end
  function foreign(value) return walk(value, {}, 0) end
end
local whatsapp = app.integrations.whatsapp
`;

const HELD: Expectation = { kind: "held" };

/** An attempt that must run to its end without reaching anything; `held` is printed after it. */
export function attempt(name: string, lua: string): BoxCase {
  return { name, lua: `${PRELUDE}${lua}\nprint("held")`, expect: HELD };
}

/** An attempt with an end of its own. */
export function attemptEnding(name: string, expect: Expectation, lua: string): BoxCase {
  return { name, lua: `${PRELUDE}${lua}`, expect };
}

/** A script that never ends by itself; it prints a line first, and Stop ends it. */
export function endless(name: string, lua: string): BoxCase {
  return { name, lua: `${PRELUDE}print("begun")\n${lua}`, expect: { kind: "stopped" }, stop: true };
}

/** A script that may or may not end by itself; Stop is pressed after its first line. */
export function stoppable(name: string, lua: string): BoxCase {
  return { name, lua: `${PRELUDE}print("begun")\n${lua}`, expect: { kind: "contained" }, stop: true };
}
