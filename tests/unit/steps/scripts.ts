/** Scripts whose steps are compared with real Lua's, by what they exercise. Each is deterministic and prints nothing random. */
export const SCRIPTS: Readonly<Record<string, string>> = {
  "an empty script": "",
  "one line": "local a = 1",
  "several statements on a line": "local a = 1; local b = 2 a = b\nlocal c = a",
  "an expression over several lines": "local a = 1 +\n  2 *\n  3\nlocal b = a\n  + 1",
  "a call over several lines": "local function f(...) return ... end\nlocal a = f(\n  1,\n  2\n)\nreturn a",
  "a table over several lines":
    "local t = {\n  1,\n  x = 2,\n  [3] = function() return 4 end,\n}\nreturn t[3]()",
  "if and elseif":
    "for i = 1, 4 do\n  if i == 1 then\n    local a\n  elseif i == 2 then\n    local b\n  else\n    local c\n  end\nend",
  while: "local i = 0\nwhile i < 3 do\n  i = i + 1\nend\nreturn i",
  repeat: "local i = 0\nrepeat\n  local j = i\n  i = i + 1\nuntil j > 2",
  "numeric for": "local s = 0\nfor i = 10, 1, -3 do\n  s = s + i\nend\nfor i = 1, 0 do s = 0 end",
  "float for": "for x = 1.0, 2.0, 0.5 do\n  local y = x\nend",
  "generic for": "local t = { 1, 2, 3 }\nfor i, v in ipairs(t) do\n  local a = i + v\nend",
  "a loop on one line": "local s = 0 for i = 1, 5 do s = s + i end\nreturn s",
  "nested loops with break":
    "for i = 1, 3 do\n  for j = 1, 3 do\n    if j == 2 then break end\n  end\n  if i == 2 then\n    break\n  end\nend",
  goto: "local i = 1\n::top::\ni = i + 1\nif i < 4 then\n  goto top\nend\ngoto done\ni = 100\n::done::\nreturn i",
  continue: "for i = 1, 3 do\n  if i == 2 then goto continue end\n  local a = i\n  ::continue::\nend",
  "local functions": "local function f(a)\n  return a + 1\nend\nlocal x = f(1)\nx = f(x)",
  "functions in tables":
    "local M = {}\nfunction M.f(a)\n  return a\nend\nfunction M:g()\n  return self.f(2)\nend\nreturn M:g()",
  recursion:
    "local function fact(n)\n  if n == 0 then\n    return 1\n  end\n  return n * fact(n - 1)\nend\nreturn fact(5)",
  "tail calls":
    "local function loop(n)\n  if n == 0 then return 'done' end\n  return loop(n - 1)\nend\nreturn loop(4)",
  "tail calls of others":
    "local function a(n) return n end\nlocal function b(n)\n  return a(n)\nend\nlocal function c(n)\n  return b(n)\nend\nlocal x = c(1)",
  varargs:
    "local function f(...)\n  local a, b = ...\n  return select('#', ...), a, b\nend\nlocal n, x = f(1, nil, 3)\nlocal t = { f() }",
  "several results":
    "local function two()\n  return 1,\n    2\nend\nlocal a, b = two()\nlocal t = { two(), two() }",
  closures:
    "local function counter()\n  local n = 0\n  return function()\n    n = n + 1\n    return n\n  end\nend\nlocal c = counter()\nc()\nc()",
  "shared upvalues":
    "local get, set\ndo\n  local v = 1\n  get = function() return v end\n  set = function(x)\n    v = x\n  end\nend\nset(5)\nreturn get()",
  "closures in a loop":
    "local fs = {}\nfor i = 1, 3 do\n  fs[i] = function()\n    return i\n  end\nend\nfor _, f in ipairs(fs) do\n  f()\nend",
  pcall: "local ok, err = pcall(function()\n  error('x')\nend)\nreturn ok",
  "pcall with a table":
    "local ok, err = pcall(function()\n  local t = { code = 1 }\n  error(t)\nend)\nreturn err.code",
  "pcall through several calls":
    "local function c()\n  error('deep')\nend\nlocal function b()\n  c()\n  return 1\nend\nlocal function a()\n  b()\n  return 2\nend\nlocal ok = pcall(a)\nlocal after = 1",
  "pcall in pcall":
    "local ok = pcall(function()\n  local inner = pcall(error, 'a')\n  error('b')\nend)\nreturn ok",
  xpcall:
    "local ok, err = xpcall(function()\n  error('x')\nend, function(m)\n  return m .. '!'\nend)\nreturn err",
  "a handler that fails":
    "local times = 0\nlocal ok = xpcall(function()\n  error('x')\nend, function(m)\n  times = times + 1\n  if times < 3 then error('y') end\n  return m\nend)\nlocal after = ok",
  "runtime errors":
    "local ok = pcall(function()\n  local t = nil\n  return t.x\nend)\nlocal ok2 = pcall(function() return 1 + {} end)",
  "an error that nothing catches": "local function f()\n  error('end')\nend\nlocal a = 1\nf()\nlocal b = 2",
  "an error without position": "local ok, e = pcall(function()\n  error('x', 0)\nend)\nreturn e",
  "coroutine.wrap":
    "local co = coroutine.wrap(function(a)\n  local b = coroutine.yield(a + 1)\n  return b\nend)\nlocal x = co(1)\nlocal y = co(x)",
  "coroutine.create":
    "local co = coroutine.create(function(a)\n  for i = 1, 2 do\n    coroutine.yield(i)\n  end\nend)\nwhile coroutine.resume(co) do\n  if coroutine.status(co) == 'dead' then break end\nend",
  "an error in a coroutine":
    "local co = coroutine.create(function()\n  local a = 1\n  error('x')\nend)\nlocal ok, e = coroutine.resume(co)\nlocal b = ok",
  "an error in a wrapped coroutine":
    "local co = coroutine.wrap(function()\n  error('x')\nend)\nlocal ok = pcall(co)\nlocal after = ok",
  "yield across pcall":
    "local co = coroutine.wrap(function()\n  local ok = pcall(function()\n    coroutine.yield(1)\n    error('x')\n  end)\n  return ok\nend)\nco()\nlocal r = co()",
  "coroutines in coroutines":
    "local outer = coroutine.wrap(function()\n  local inner = coroutine.wrap(function()\n    coroutine.yield(1)\n    return 2\n  end)\n  coroutine.yield(inner())\n  return inner()\nend)\nlocal a = outer()\nlocal b = outer()",
  "coroutine.close":
    "local co = coroutine.create(function()\n  local x <close> = setmetatable({}, { __close = function()\n    local closed = true\n  end })\n  coroutine.yield()\nend)\ncoroutine.resume(co)\ncoroutine.close(co)\nlocal after = 1",
  "a generator in a for":
    "local function range(n)\n  return coroutine.wrap(function()\n    for i = 1, n do\n      coroutine.yield(i)\n    end\n  end)\nend\nlocal s = 0\nfor i in range(3) do\n  s = s + i\nend",
  "to-be-closed variables":
    "do\n  local x <close> = setmetatable({}, { __close = function()\n      local a = 1\n    end,\n  })\n  local b = 2\nend\nlocal c = 3",
  "to-be-closed in an error":
    "local function f()\n  local x <close> = setmetatable({}, { __close = function(_, e)\n    local seen = e\n  end })\n  error('x')\nend\npcall(f)\nlocal after = 1",
  "const variables": "local a <const> = 5\nlocal b = a + a\nreturn b",
  __index:
    "local t = setmetatable({}, { __index = function(_, k)\n  return k .. '!'\nend })\nlocal a = t.x\nlocal b = t.y",
  __newindex:
    "local log = {}\nlocal t = setmetatable({}, { __newindex = function(s, k, v)\n  rawset(s, k, v)\n  log[#log + 1] = k\nend })\nt.a = 1\nt.a = 2",
  __call:
    "local t = setmetatable({}, { __call = function(self, a)\n  return a\nend })\nlocal x = t(1)\nreturn t(2)",
  arithmetic:
    "local mt = {}\nmt.__add = function(a, b)\n  return a.n + b.n\nend\nlocal a = setmetatable({ n = 1 }, mt)\nlocal b = a + a",
  comparison:
    "local mt = {}\nmt.__lt = function(a, b)\n  return a.n < b.n\nend\nmt.__eq = function()\n  return true\nend\nlocal a, b = setmetatable({ n = 1 }, mt), setmetatable({ n = 2 }, mt)\nlocal c = a < b\nlocal d = a == b",
  concatenation:
    "local mt = { __concat = function(a, b)\n  return 'c'\nend }\nlocal a = setmetatable({}, mt)\nlocal s = 'x' .. a .. 'y'",
  __len: "local t = setmetatable({}, { __len = function()\n  return 7\nend })\nlocal n = #t",
  "a class":
    "local Account = {}\nAccount.__index = Account\nfunction Account.new(n)\n  return setmetatable({ n = n }, Account)\nend\nfunction Account:add(n)\n  self.n = self.n + n\nend\nlocal a = Account.new(1)\na:add(2)",
  inheritance:
    "local A = {}\nA.__index = A\nfunction A:hi()\n  return 'A'\nend\nlocal B = setmetatable({}, { __index = A })\nB.__index = B\nlocal b = setmetatable({}, B)\nlocal x = b:hi()",
  "table.sort": "local t = { 3, 1, 2 }\ntable.sort(t, function(a, b)\n  return a < b\nend)\nreturn t[1]",
  "string.gsub": "local s = ('abc'):gsub('%a', function(c)\n  return c:upper()\nend)\nreturn s",
  "string methods": "local s = 'Hello'\nlocal a = s:upper():lower()\n  :rep(2)\nlocal b = #a",
  load: "local f = load('local a = 1\\nreturn a')\nlocal x = f()\nlocal g = load('return 1 +')\nlocal y = g",
  "load that calls back": "function back()\n  local a = 1\nend\nload('back()')()\nlocal b = 2",
  "deep recursion":
    "local function down(n)\n  if n > 0 then\n    return 1 + down(n - 1)\n  end\n  return 0\nend\nlocal n = down(150)",
  "stack overflow":
    "local depth = 0\nlocal function f()\n  depth = depth + 1\n  if depth > 300 then error('enough') end\n  f()\n  return 1\nend\nlocal ok = pcall(f)\nlocal after = ok",
  "long strings": "local a = [[\nx\ny\n]]\nlocal b = a\n-- a comment\n--[[ and\nanother ]]\nlocal c = b",
  "blank lines and comments": "\n\n-- one\nlocal a = 1\n\n--[[ two\n]] local b = 2\n\n\nreturn a\n\n",
  "and, or, not":
    "local function t()\n  return true\nend\nlocal a = t()\n  and t()\n  or not t()\nif a and t() then\n  a = false\nend",
  "while true with break": "local n = 0\nwhile true do\n  n = n + 1\n  if n > 3 then\n    break\n  end\nend",
  "assignments to several": "local a, b = 1, 2\na, b = b, a\nlocal t = {}\nt.x, t.y = a, b",
  "bitwise and integers": "local a = 0xff & 0x0f\na = a << 4 | 3\nlocal b = ~a\nlocal c = 7 // 2 + 7 % 3",
  "next and pairs": "local t = { a = 1 }\nfor k, v in pairs(t) do\n  local x = k\nend\nlocal k = next(t)",
  "iterators of one's own":
    "local function iter(s, i)\n  i = i + 1\n  if s[i] then\n    return i, s[i]\n  end\nend\nfor i, v in iter, { 'a', 'b' }, 0 do\n  local x = v\nend",
};
