import { describe } from "vitest";
import { table } from "./marked-table";

describe("unknown names", () => {
  table([
    ["«undefined-global:prnt»('x')", "Did you mean `print`?", "print('x')"],
    ["local counter = 1\nprint(«undefined-global:conter»)", "`counter`", "local counter = 1\nprint(counter)"],
    ["local function greet() end\n«undefined-global:gret»()", "Did you mean `greet`?"],
    ["print(«undefined-global:nothing_like_it»)", "`nothing_like_it` isn't defined."],
    ["print(«undefined-global:x»)\nlocal y = 1\nprint(y)", "`x` isn't defined."],
    ["do local inner = 1; print(inner) end\nprint(«undefined-global:inner»)", "isn't defined"],
    ["print(string.«undefined-global:fromat»('x'))", "`format`", "print(string.format('x'))"],
    ["return «undefined-global:tabel».concat({})", "`table`", "return table.concat({})"],
    ["return «undefined-global:whatsapp».send_message", "`whatsapp` isn't defined."],
    ["for i = 1, «undefined-global:cuont» do print(i) end", "`cuont` isn't defined"],
  ]);
});

describe("other languages' names", () => {
  table([
    [
      'print(«undefined-global:f»"Hello {name}")\nlocal name = 1\nprint(name)',
      "Lua has no string interpolation",
    ],
    [
      "local r = «undefined-global:await» app.integrations.whatsapp.list_contacts()\nprint(r)",
      "remove `await`",
      "local r = app.integrations.whatsapp.list_contacts()\nprint(r)",
    ],
    ["local t = {}\nprint(«undefined-global:len»(t))", "`#x`", "local t = {}\nprint(#t)"],
    ["print(«undefined-global:unpack»({ 1 }))", "`table.unpack`", "print(table.unpack({ 1 }))"],
    ["«undefined-global:loadstring»('return 1')()", "`load`", "load('return 1')()"],
    ["«undefined-global:setfenv»(1, {})", "_ENV"],
    ["«undefined-global:sleep»(2)", "Scripts can't wait"],
    ["«undefined-global:time.sleep»(2)", "and continue in a later run"],
    ["«undefined-global:setTimeout»(print, 5)", "Scripts can't wait"],
    ["«undefined-global:console.log»('x')", "`print`", "print('x')"],
    ["«undefined-global:JSON.stringify»({})", "`json.encode`", "json.encode({})"],
    [
      "local x = 4 // «undefined-global:total»\nprint(x)",
      "start with `--`",
      "local x = 4 -- total\nprint(x)",
    ],
    ["«undefined-global:try» { print(1) }", "pcall"],
  ]);
});

describe("functions the sandbox leaves out, and why", () => {
  table([
    ["«removed-global:io».write('x')", "`io` does not exist here"],
    ["local m = «removed-global:require» 'm'\nreturn m", "one file"],
    ["«removed-global:dofile»('x')", "`dofile` does not exist here"],
    ["os.«removed-global:exit»()", "only `os.time`"],
    ["os.«removed-global:getenv»('HOME')", "only `os.time`"],
    ["string.«removed-global:dump»(print)", "binary chunks"],
    ["«bridge-global:__bridge» = 1", "may not assign"],
    ["function __go() end"],
    [
      "local mt = setmetatable({}, {\n  «bridge-global:__index» = function() end,\n  «bridge-global:__name» = 'x',\n})\nreturn mt",
      "put `__index = …` on the brace's line",
      "local mt = setmetatable({}, { __index = function() end, __name = 'x',\n})\nreturn mt",
    ],
    ["return { a = 1; «bridge-global:__b» = 2 }", "may not assign", "return { a = 1, __b = 2 }"],
    ["return [[\n«bridge-global:__x» = 1]]", "strings and comments"],
    ["--[[\n«bridge-global:__x» = 1]]\nreturn 1", "strings and comments"],
    ["«bridge-global:__x» = 1\nreturn __x", "two underscores", "x = 1\nreturn x"],
    ["local mt = { __index = 1, __name = 'x' }\nmt.__call = print\nreturn mt"],
    ["local function io() return 1 end\nreturn io()"],
    ["io = { write = print }\nio.write('x')"],
  ]);
});

describe("accidental globals", () => {
  table([
    [
      "«global-assignment:total» = 0\ntotal = total + 1\nprint(total)",
      "makes a global",
      "local total = 0\ntotal = total + 1\nprint(total)",
    ],
    [
      "local counter = 1\n«global-assignment:conter» = counter + 1",
      "Did you mean `counter`?",
      "local counter = 1\ncounter = counter + 1",
    ],
    ["local function f() «global-assignment:state» = 1 end\nf()\nprint(state)", "`state` is not declared"],
    ["«global-assignment:a», «global-assignment:b» = 1, 2\nprint(a, b)", "makes a global"],
    ["function helper() return 1 end\nreturn helper()"],
    ["_G.answer = 42\nprint(answer)"],
    ["local _ENV = { print = print }\nvalue = 1\nprint(value)"],
  ]);
});

describe("locals", () => {
  table([
    ["local «unused-local:a», _b = 1, 2", "`a` is never read.", "local _a, _b = 1, 2"],
    ["local function «unused-local:f»() end", "`f` is never read."],
    ["local «unused-local:x» = 1\nx = 2", "never read", "local _x = 1\n_x = 2"],
    ["local file <close> = nil\nreturn 1"],
    ["local x = 1\nreturn x"],
    [
      "local x = 1\nlocal function f()\n  local «shadowed-local:x» = 2\n  return x\nend\nreturn f() + x",
      "`x` shadows the local on line 1",
    ],
    [
      "local function f(name)\n  for _, «shadowed-local:name» in pairs({}) do print(name) end\n  return name\nend\nreturn f",
      "`name` shadows the parameter on line 1",
    ],
    ["local x = 1\nlocal «shadowed-local:x» = x + 1\nreturn x", "`x` shadows the local on line 1"],
    ["local «unused-local:x» = 1\nlocal y = 2\nreturn y"],
    ["local limit = 1\nlocal function f() local limit = limit or 10 return limit end\nreturn f(), limit"],
    ["local ok, a = pcall(print)\nlocal ok, b = pcall(print)\nreturn ok, a, b"],
    ["local _ = 1\nfor _, v in pairs({}) do print(v) end"],
    ["local function f(a) return a end\nlocal function g(a) return a end\nreturn f, g"],
  ]);
});

describe("unreachable code", () => {
  table([
    [
      "local function f()\n  do return 1 end\n  «unreachable-code:print('x')»\nend\nreturn f",
      "always returns",
    ],
    ["for i = 1, 3 do\n  break\n  «unreachable-code:print(i)»\nend", "`break` leaves"],
    ["while true do\n  print(1)\nend\n«unreachable-code:print(2)\nprint(3)»", "never ends"],
    ["repeat print(1) until false\n«unreachable-code:print(2)»", "never ends"],
    ["error('no')\n«unreachable-code:print(1)»", "`error` ends"],
    [
      "for i = 1, 2 do\n  goto next\n  «unreachable-code:print(i)»\n  ::next::\n  print(i)\nend",
      "`goto` jumps",
    ],
    [
      "local x = ...\nif x then error('a') else error('b') end\n«unreachable-code:print(x)»",
      "always returns",
    ],
    ["while true do\n  if math.random() > 0.5 then break end\nend\nprint('after')"],
    ["while true do\n  for _ = 1, 2 do break end\nend\n«unreachable-code:print('after')»", "never ends"],
    ["while true do\n  goto out\nend\n::out::\nprint('after')"],
    ["local error = print\nerror('x')\nprint('after')"],
    ["local x = ...\nif x then return 1 end\nprint(x)"],
    ["local x = ...\nwhile x do return 1 end\nprint(x)"],
  ]);
});
