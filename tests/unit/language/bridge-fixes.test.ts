import { expect, it } from "vitest";
import { diagnostics } from "../../../src/language/diagnostics/diagnostics";
import { bridgeNames } from "../../../src/shared/bridge-names";
import { runLua } from "../../support/run-lua";
import { context, mended } from "./marked";

/** Scripts that return the same once their metatables are written as the host wants them. */
const REFUSED: readonly string[] = [
  "local mt = {\n  __index = function(_, key)\n    return key .. '!'\n  end,\n  __call = function() return 2 end,\n}\nlocal t = setmetatable({}, mt)\nreturn t.a, t()",
  "local t = setmetatable({}, {\n  -- what is not there\n  __index = { a = 1 },\n  -- and its text\n  __tostring = function() return 'T' end\n})\nreturn t.a, tostring(t)",
  "local t = setmetatable({}, {\n\n\t__index = { a = 1 };\n\t__name = 'T';\n})\nreturn t.a",
  "local t = setmetatable({}, { __name = 'T'; __index = { a = 1 } })\nreturn t.a",
  "local mt = { 1, 2,\n  __len = function() return 7 end, 3 }\nreturn #setmetatable({}, mt), #mt",
  "local n = 0\nlocal function f() n = n + 1 return n end\nlocal mt = {\n  first = f(),\n  __name = f(),\n  last = f(), }\nreturn mt.first, mt['__name'], mt.last",
  "local outer = {\n  __index = setmetatable({}, {\n    __index = { deep = 3 },\n  }),\n}\nreturn setmetatable({}, outer).deep",
  "local mt = { --[[ one ]]\n  __index\n    = { a = 1 }, --[[ two ]]\n  __unm = function() return 5 end }\nlocal t = setmetatable({}, mt)\nreturn t.a, -t",
  "local mt = {\n  __eq = function(a, b) return true end,\n  __index = {} }\nreturn setmetatable({}, mt) == setmetatable({}, mt)",
];

it.each(REFUSED)("every fix of a metatable makes a script that the host accepts: %s", async (source) => {
  const fixesAt = (text: string) =>
    diagnostics(text, context)
      .filter(({ code }) => code === "bridge-global")
      .map(({ fixes }) => fixes);
  const results = new Set<string>();
  const ways = Math.max(...fixesAt(source).map((fixes) => fixes.length));
  expect(ways).toBeGreaterThan(0);
  for (let way = 0; way < ways; way++) {
    let text = source;
    for (let [fixes] = fixesAt(text); fixes !== undefined; [fixes] = fixesAt(text)) {
      const next = mended(text, fixes[way] ?? fixes[0]);
      expect(bridgeNames(next).length).toBeLessThan(bridgeNames(text).length);
      text = next;
    }
    const { result, error } = await runLua(text);
    expect(error, text).toBeNull();
    results.add(JSON.stringify(result));
  }
  expect(results.size).toBe(1);
});
