/** Programs that use all of Lua 5.4's syntax, for property and differential tests. */
export const SAMPLES: readonly string[] = [
  `-- a comment
local wa <const> = app.integrations.whatsapp
local result = wa.send_message({ to = "15551234567", body = "It's on its way.", preview_url = true })
print("id: " .. result.messages[1].id, #result.messages, -2 ^ 2, not nil)
for index, contact in ipairs(result.contacts or {}) do
  if contact.wa_id == "1" and index ~= 2 then goto continue end
  print(("%s:%d"):format(contact.wa_id, index))
  ::continue::
end
return result, 0x1p4, 3e10, .5, 7 // 2`,
  `local function sum(first, ...)
  local total = first or 0
  for _, value in pairs({ ... }) do total = total + value end
  return total
end
local Account = {}
Account.__index = Account
function Account.new(name) return setmetatable({ name = name, [1] = "x"; "y", ["a b"] = 2 }, Account) end
function Account:rename(name) self.name = name return self end
Account.new "x":rename [[long
string]]:rename("z")
local text = [==[ ]] --[[ ]==] --[=[ block
comment ]=] local after = '\\u{48}\\x41\\65\\z
   end\\n'`,
  `local count = 0
repeat
  local done = count >= 10
  count = count + 1
  while true do
    if count % 2 == 0 then break elseif count > 5 then count = count | 1 else count = count ~ 3 & 0xff end
    do local file <close> = nil end
    break
  end
until done
for i = 10, 1, -1 do ; print(i << 2 >> 1, ~i) end
local a, b <const> = 1, 2
a, count = b, a
::out:: do goto out2 end
::out2::`,
  `local t = setmetatable({}, { __index = function(_, key) return key .. "!" end, __call = function(self, x) return x end })
print(t.x, t[1], t["y"], t(1), t{ 2 }, t"3", (t)(4))
local ok, message = pcall(function() error({ code = 1 }) end)
if not ok then print(type(message), message.code) end
local co = coroutine.wrap(function(...) while true do coroutine.yield(select("#", ...)) end end)
return co(1, 2, 3), function() end, nil, false, ...`,
];
