import { describe } from "vitest";
import { table } from "./marked-table";

describe("members of closed libraries", () => {
  table([
    ["local t = {}\nprint(table.«undefined-global:getn»(t))", "Write `#t`", "local t = {}\nprint(#t)"],
    ["print(math.«undefined-global:pow»(2, 3))", "Write `x ^ y`", "print(2 ^ 3)"],
    ["print(math.«undefined-global:ldexp»(1, 3))", "2.0 ^ e"],
    ["print(string.«undefined-global:split»('a,b', ','))", "gmatch"],
    ["print(string.«undefined-global:gfind»('a', 'b'))", "`string.gmatch`", "print(string.gmatch('a', 'b'))"],
    ["print(math.«undefined-global:cosh»(1))", "math.exp"],
    ["print(table.«undefined-global:contains»({}, 1))", "ipairs"],
    ["print(string.«undefined-global:foo»('x'))", "There is no `string.foo`."],
    ["print(json.«undefined-global:parse»('1'))", "`json.decode`", "print(json.decode('1'))"],
    ["os.«undefined-global:sleep»(1)", "Scripts can't wait"],
    ["local s = 'x'\nprint(s:«undefined-global:trim»())", "Strings have no method `trim`"],
    ["print(('x'):«undefined-global:uper»())", "Did you mean `upper`?", "print(('x'):upper())"],
    ["function string.trim(s) return s end\nprint(('x'):trim(), string.trim('y'))"],
    ["string.split = function(s) return s end\nprint(string.split('x'))"],
    ["local pow = math.pow or function(x, y) return x ^ y end\nprint(pow(1, 2))"],
  ]);
});

describe("arguments of library calls", () => {
  table([
    ["print(«library-argument:string.rep»('x'))", "`n` is missing"],
    ["print(math.floor(«library-argument:'x'»))", "not a string"],
    ["for _, v in ipairs(«library-argument:nil») do print(v) end", "not nil"],
    ["print(math.floor(1, «library-surplus:2»))", "at most 1"],
    ["print(table.concat(«library-argument:'a'», ','))", "not a string"],
    ["print(«library-argument:string.format»('%d %s', 1))", "2 placeholders, but there are 1 values"],
    ["print(string.format('%s', 1, «library-surplus:2»))", "The format has 1 placeholders"],
    ["print(string.format('%d', «library-argument:'x'»))", "`%s` accepts anything"],
    ["print(string.format(«library-argument:'100%'»))", "The format has `%`"],
    ["print(('%d'):format(«library-argument:{}»))", "`%d` expects a number"],
    ["local s = 'x'\nprint(s:rep(2, ','), s:upper(), ('%s%%'):format(s), string.rep('x', '3'))"],
    ["print(string.format('%d %s', table.unpack({ 1, 2 })), math.max(1, 2, 3), select('#', 1, 2))"],
    ["local t = {}\ntable.insert(t, 1)\ntable.insert(t, 1, 2)\nprint(#t, tostring(nil), type(nil))"],
    ["local function f(...) return string.rep(...) end\nreturn f"],
    [
      "print(docs.list('guides'), docs.search('token', 3), lua_list_docs('guides'), lua_search_docs('token', 3))",
    ],
    ["print(docs.search('token', 3, «library-surplus:4»))", "at most 2"],
  ]);
});
