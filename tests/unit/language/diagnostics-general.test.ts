import { describe } from "vitest";
import { table } from "./marked-table";

describe("slips in plain Lua", () => {
  table([
    ["return { a = 1, «duplicate-key:a» = 2 }", "this value wins"],
    ["return { [1] = 'a', [«duplicate-key:1»] = 'b' }", "`1` is already set (line 1)"],
    [
      "local a, b = 1, 2\nif «not-before-comparison:not a == b» then print(a) end",
      "compares `not a`",
      "local a, b = 1, 2\nif a ~= b then print(a) end",
    ],
    [
      "local t = {}\nfor i = «count-down:#t, 1» do print(t[i]) end",
      "counts up",
      "local t = {}\nfor i = #t, 1, -1 do print(t[i]) end",
    ],
    ["for i = «count-down:10, 1» do print(i) end", "counts up"],
    ["for i = 1, 3, «zero-step:0» do print(i) end", "A loop's step can't be 0"],
    ["local a, «value-count:b» = 1\nprint(a, b)", "it is nil"],
    ["local a = 1, «value-count:2»\nprint(a)", "This value has no variable"],
    ["local x = 1\n«self-assignment:x = x»\nprint(x)", "This sets `x` to itself"],
    ["local x\nprint(«never-set:x».y)", "it is nil"],
    ["local x = ...\nif «empty-block:x» then\nend", "This branch is empty"],
    ["while true do\n  print(1)\n  «one-round:break»\nend", "This loop always ends in its first iteration"],
    [
      "local a, b = f()\nlocal function f() end\nprint(a, b)".replace("f()\nlocal", "pcall(print)\nlocal") +
        "\nreturn f",
    ],
    ["local a, b = nil\nlocal t = { 1, 2, [3] = 4 }\nprint(a, b, t, not a == not b, '10' + 1)"],
    ["for i = 1, 0 do print(i) end\nfor i = 10, 1, -1 do print(i) end"],
    [
      "local limit\nlimit = 1\nprint(limit.x)\nlocal function f(t) for k in pairs(t) do return k end end\nreturn f",
    ],
    ["local x = ...\nif x then\n  -- nothing to do\nend"],
  ]);
});
