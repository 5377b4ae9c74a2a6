import { describe } from "vitest";
import { table } from "./marked-table";

describe("locals used before they are set", () => {
  table([
    ["local x\nprint(«use-before-set:x».y)\nx = {}\nreturn x", "line 3 sets it"],
    ["local x\nprint('a' .. «use-before-set:x»)\nx = 'b'\nreturn x"],
    ["local f\n«use-before-set:f»()\nf = print\nreturn f"],
    ["local f\n«use-before-set:f»()\nfunction f() end"],
    ["local t\n«use-before-set:t».a = 1\nt = {}\nreturn t"],
    ["local t\nprint(#«use-before-set:t»)\nt = {}\nreturn t"],
    ["local n\nn = «use-before-set:n» + 1\nreturn n"],
    ["local s\ns = «use-before-set:s» .. 'x'\nreturn s"],
    ["local text\nfor i = 1, 3 do\n  text = «use-before-set:text» .. ' and more'\nend\nreturn text"],
    ["local a, b\nif ... then print(«use-before-set:a».x) end\na, b = {}, {}\nreturn a, b"],
    ["while true do\n  local x\n  print(«use-before-set:x».y)\n  x = {}\n  if x then break end\nend"],
    ["local x\nprint(«never-set:x».y)", "it is nil"],
    ["local x\nreturn function() return «never-set:x».y end", "it is nil"],
  ]);
});

describe("locals that may have been set", () => {
  table([
    ["local x\nx = {}\nreturn x.y"],
    ["local x\nif ... then x = {} end\nreturn x.y"],
    ["local x\nif ... then x = {} else return x.y end"],
    ["local x\nfor i = 1, 2 do\n  if i == 2 then print(x.y) end\n  x = { y = i }\nend"],
    ["local x\nwhile true do\n  if x then print(x.y) break end\n  x = { y = 1 }\nend"],
    ["local x\nlocal function f() return x.y end\nx = { y = 1 }\nreturn f()"],
    ["local f\nlocal function g() return f() end\nfunction f() return 1 end\nreturn g()"],
    ["local x\nlocal function set() x = {} end\nset()\nreturn x.y"],
    ["local x\ngoto later\n::back::\nprint(x.y)\ndo return end\n::later::\nx = { y = 1 }\ngoto back"],
    ["local hook\nif hook then hook() end"],
    ["local hook\nlocal r = hook and hook.x\nreturn r"],
    ["local hook\nif not hook then return end\nhook()"],
    ["local hook\nif type(hook) == 'function' then hook() end"],
    ["local hook\nprint(hook ~= nil and hook.name or 'none')\nhook = {}\nreturn hook"],
    ["local total\nfor i = 1, 3 do total = (total or 0) + i end\nreturn total"],
    ["local s\nfor i = 1, 3 do s = s and s .. ', ' .. i or i end\nreturn s"],
    ["local s\nfor i = 1, 3 do\n  if i > 1 then s = s .. ',' else s = '' end\nend\nreturn s"],
    ["local x\nrepeat\n  local done = x ~= nil\n  x = x or {}\nuntil done\nreturn x.y"],
    ["local x, y\nx, y = 1, x\nreturn y, x .. 'a'"],
    ["local fact\nfact = function(n) return n < 2 and 1 or n * fact(n - 1) end\nreturn fact(4)"],
    ["local x\nlocal x = { y = 1 }\nreturn x.y"],
    ["local page\nrepeat\n  page = page and page.next or { next = false }\nuntil not page.next\nreturn page"],
    [
      "getmetatable('').__concat = function(a, b) return tostring(a) .. '|' end\nlocal x\nlocal s = 'a' .. x\nx = 1\nreturn s",
    ],
    [
      "local x\nprint(x, x == nil)\nlocal t = setmetatable({}, { __add = function() return 1 end })\nreturn t + x, t .. ''",
    ],
    ["local x\nlocal t = { x, y = x }\nx = 1\nreturn t, x"],
  ]);
});
