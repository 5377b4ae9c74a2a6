import { describe } from "vitest";
import { table } from "./marked-table";

const WA = "local wa = app.integrations.whatsapp\n";

describe("loops that wait", () => {
  table([
    ["local t = os.time() + 5\n«busy-wait:while os.time() < t» do end", "Waiting uses CPU time"],
    ["local t = os.clock()\n«busy-wait:while os.clock() - t < 2» do end"],
    ["local t = os.time()\nrepeat until «busy-wait:os.time() - t > 3»"],
    ["local t = os.time()\nrepeat local now = os.time() until «busy-wait:now >= t + 1»"],
    [
      "local function sleep(n)\n  local t = os.time() + n\n  «busy-wait:while os.time() < t» do end\nend\n«busy-wait:sleep»(1)",
      "`sleep` only waits in a loop",
    ],
    [
      "local util = {}\nfunction util.wait(n)\n  local t = os.clock()\n  «busy-wait:while os.clock() - t < n» do end\nend\nutil.«busy-wait:wait»(1)",
    ],
    [
      "function delay(n)\n  local t = os.time() + n\n  repeat until «busy-wait:os.time() >= t»\nend\n«busy-wait:delay»(2)",
    ],
    [
      "local function sleep(seconds) «busy-wait:for _ = 1, 1e7» do end end\nfor i = 1, 3 do «busy-wait:sleep»(i) end",
    ],
    ["local function sleep(n) return { later = n } end\nreturn sleep(5)"],
    ["local function wait(n) coroutine.yield(n) end\nreturn coroutine.wrap(function() wait(1) end)()"],
    [
      "local Timer = {}\nfunction Timer.delay(minutes) return os.time() + minutes * 60 end\nreturn Timer.delay(5)",
    ],
    ["local sleep = function(n) print('would wait', n) end\nsleep(1)"],
    [
      "local delay = 5\nlocal function wait(list) for i = 1, #list do print(list[i], delay) end end\nwait({ 1 })",
    ],
    [
      "local function wait(t) if t > 5 then return 'no' end\n  local e = os.time() + t\n  «busy-wait:while os.time() < e» do end\nend\nprint(wait(9))",
    ],
    ["local now = os.time\nlocal t = now() + 1\n«busy-wait:while now() < t» do end"],
    ["local function now() return os.time() end\nlocal t = now()\n«busy-wait:while now() < t + 1» do end"],
    ["local t = os.time()\n«busy-wait:while true» do if os.time() > t + 2 then break end end"],
    ["local t = os.time()\n«busy-wait:while os.difftime(os.time(), t) < 5» do print('waiting') end"],
    ["«busy-wait:for _ = 1, 1e7» do end"],
    ["local t = os.time() + 1\nlocal n = 0\n«busy-wait:while os.time() < t» do n = n + 1 end\nreturn n"],
    [
      `${WA}local t = os.time() + 60\nrepeat\n  local m = wa.get_message({ message_id = "wamid.x" }).messages[1]\nuntil m.message_status == "read" or os.time() > t`,
    ],
    ["local list = {}\nwhile os.clock() < 1 do list[#list + 1] = os.clock() end\nreturn list"],
    ["for i = 1, 3 do print(i, os.time()) end"],
    ["local i = 0\nwhile i < 5 do i = i + 1 end\nreturn i"],
    ["while os.time() < 5 do coroutine.yield() end"],
  ]);
});

describe("patterns without delimiters", () => {
  table([
    [
      'return regex.match("a1", «regex-delimiters:"\\\\d+"»)',
      "delimiters",
      'return regex.match("a1", "/\\\\d+/")',
    ],
    [
      "return regex.gsub('a/b', «regex-delimiters:[[(\\w)/(\\w)]]», '$2')",
      "delimiters",
      "return regex.gsub('a/b', [[~(\\w)/(\\w)~]], '$2')",
    ],
    ["local ORDER = «regex-delimiters:'[0-9]+'»\nreturn regex.match_all('1 2', ORDER)"],
    ["return regex.match('a', '/a/i'), regex.match('a', '#a#'), regex.match('a', '{a}u')"],
    ["local p = ...\nreturn regex.match('a', p), regex.match('a', 'a' .. p), ('a'):match('%a')"],
  ]);
});
